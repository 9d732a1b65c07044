import { SPEAKER_STAND_IN } from '../draft/stand-ins.ts';
import type { RuleRecord } from '../law/rule.ts';
import { openingLines, type Opening } from './opening-lines.ts';

/** Where the campaign file could have a first sentence and has none that is spoken as it stands. */
export const UNWRITTEN = {
  why: 'The campaign file has no first_sentence that is spoken as it stands (first_sentence_mode: static).',
  fix: 'Write a first sentence that is spoken as it stands:',
} as const;

/** What is checked of the words that open a call, before anybody is called. */

export const DISCLOSURE_RULES = {
  ai_not_said: {
    sentence: 'The first sentence does not say at its beginning that an AI speaks.',
    why: 'An assistant, a virtual assistant or a voice assistant alone is not enough: say AI, artificial intelligence, robot, or automated voice.',
    fix: 'Say it in the first words, and for whom you call:',
  },
  ai_denied: {
    sentence: 'The first sentence says that a human speaks, or denies that it is an AI.',
    why: 'Nobody may be made to believe that a human calls.',
    fix: 'Say at once that an AI speaks, and for whom:',
  },
  caller_not_named: {
    sentence: 'The first sentence does not say for whom the call is made.',
    why: 'People have to know on whose behalf an AI speaks. A company is looked for by its name under disclosure.company, else behind words such as from and for.',
    fix: 'Name the company in the first sentence:',
  },
  prompt_denies_ai: {
    sentence:
      'The prompt tells the agent to deny that it is an AI, to claim to be human, or to avoid the question.',
    why: 'Anyone who asks has to be told.',
    fix: 'Remove that from the prompt, and write instead: If somebody asks whether you are an AI, say yes.',
  },
  cannot_judge: {
    sentence: 'Nobody can judge here whether the call says at its beginning that an AI speaks.',
    why: 'The first sentence is made by the model, is missing, is stored at the provider, or is in a language other than English, German, French, Spanish, Italian and Dutch.',
    fix: 'If you have made sure that it is said, state it with your name:',
  },
  recording_not_said: {
    sentence: 'The first sentence does not say that the call is recorded.',
    why: 'In some places everybody on the line has to agree to a recording. If the provider records none of your calls, nothing is to be said.',
    fix: 'Add to the first sentence: This call is recorded.',
  },
  company_not_named: {
    sentence: 'The first sentence does not name the company that calls.',
    why: 'The voice of an AI is an artificial voice: it has to say at the beginning for which company it calls, by the name under which the company is registered. That name is looked for by disclosure.company, else behind words such as from and for.',
    fix: 'Name the company in the first sentence:',
  },
  opt_out_not_offered: {
    sentence: 'The first sentence does not say how not to be called again.',
    why: 'In a marketing call with an artificial voice, a way to opt out by voice or by key has to be told within two seconds after the name of the company. What a person says is read from the answers of the call, see opt_out.',
    fix: 'Say it right after the name:',
  },
  opening_not_judged: {
    sentence:
      'Nobody can judge here whether the first words say all that has to be said: which company calls and, where it is asked for, how not to be called again.',
    why: 'The first sentence is made by the model, is missing, is stored at the provider, or is in a language other than English, German, French, Spanish, Italian and Dutch.',
    fix: 'If you have made sure that both are said, state it with your name:',
  },
} as const;

export type DisclosureRule = keyof typeof DISCLOSURE_RULES;

/** Only whether the provider records is not known here: every other one stops a live run. */
export const stopsLiveRun = (rule: DisclosureRule): boolean => rule !== 'recording_not_said';

const UNJUDGED: ReadonlySet<DisclosureRule> = new Set(['cannot_judge', 'opening_not_judged']);

/** Whether nobody knows what is said, so that somebody may state it. */
export const isUnjudged = (rule: DisclosureRule): boolean => UNJUDGED.has(rule);

type Says = Pick<RuleRecord, 'aiDisclosure' | 'recordingNotice' | 'callerNamed' | 'optOutOffered'>;

/** Whether a record of law is one that asks for what the rule speaks of. */
export function isAskedBy(rule: DisclosureRule, record: Says): boolean {
  const { aiDisclosure, recordingNotice, callerNamed, optOutOffered } = record;
  if (rule === 'recording_not_said') return recordingNotice !== null;
  if (rule === 'company_not_named') return callerNamed !== null;
  if (rule === 'opt_out_not_offered') return optOutOffered !== null;
  if (rule === 'opening_not_judged') return callerNamed !== null || optOutOffered !== null;
  return aiDisclosure === 'at_start';
}

export const isDisclosureRule = (id: string): id is DisclosureRule =>
  Object.hasOwn(DISCLOSURE_RULES, id);

export interface DisclosureFix {
  readonly text: string;
  /** Lines for the campaign file; none: the fix is in the text itself. */
  readonly lines: readonly string[];
}

/** What to do, the best first. */
export function fixesOf(
  rule: DisclosureRule,
  { opening, unwritten }: { readonly opening: Opening; readonly unwritten: boolean },
): readonly [DisclosureFix, ...DisclosureFix[]] {
  const fix = { text: DISCLOSURE_RULES[rule].fix, lines: linesOf(rule, opening) };
  if (!isUnjudged(rule) || !unwritten) return [fix];
  return [{ text: UNWRITTEN.fix, lines: openingLines(opening) }, fix];
}

/** Lines for the campaign file; none: the fix is in the text itself. */
function linesOf(rule: DisclosureRule, opening: Opening): readonly string[] {
  if (rule === 'prompt_denies_ai' || rule === 'recording_not_said') return [];
  if (isUnjudged(rule)) return ['disclosure:', `  stated_by: ${SPEAKER_STAND_IN}`];
  return openingLines(opening);
}
