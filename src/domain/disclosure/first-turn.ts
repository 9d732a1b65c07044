import type { Turn } from '../order/view.ts';
import { judgeSpoken } from './judge.ts';

/** Whether the first words of the agent said that an AI speaks. `cut off`: they ended before they could. */
export const AI_DISCLOSED = ['yes', 'no', 'cut off', 'unknown'] as const;
export type AiDisclosed = (typeof AI_DISCLOSED)[number];

const AGENT = /^(?:assistant|agent|ai|bot)$/;
/** Words that were begun and not ended. */
const UNFINISHED = /(?:[-–—…,]|\.\.\.|\p{L})\s*$/u;

/** Unknown: there is no transcript, or it is in a language that cannot be judged. */
export function aiDisclosed(transcript: readonly Turn[] | null): AiDisclosed {
  const first = transcript?.find(({ role, content }) => AGENT.test(role) && content.trim() !== '');
  if (first === undefined) return 'unknown';
  const { ai } = judgeSpoken(first.content, null);
  if (ai === 'said') return 'yes';
  if (ai !== 'denied' && UNFINISHED.test(first.content)) return 'cut off';
  return ai === 'cannot_judge' ? 'unknown' : 'no';
}
