import type { Turn } from '../../../domain/order/view.ts';
import { shapeOf } from './fields.ts';
import { isRecord } from './json.ts';

/** As the vendor's own webhook writes a talk: one text, each turn on a line of its own. */
const SPEAKER = /^\s*(user|assistant|agent|tool|system|human|ai|bot|customer|caller)\s*:\s*(.*)$/i;
const NOBODY = 'unknown';
/** Where a turn keeps who spoke and what was said: the vendor's own name first, then those of other voice APIs. */
const WHO = ['role', 'user', 'speaker'];
const WORDS = ['content', 'message', 'text', 'transcript', 'sentence'];

interface Transcript {
  readonly turns: readonly Turn[] | null;
  /** What it is instead of a list of turns; null: it is one. */
  readonly is: string | null;
}

export function turnsIn(value: unknown): Transcript {
  if (typeof value === 'string') return { turns: turnsOfText(value), is: 'a text' };
  if (!Array.isArray(value)) return { turns: null, is: shapeOf(value) };
  const items = value as readonly unknown[];
  const turns = items.flatMap((item) => turnIn(item) ?? []);
  return {
    turns,
    is: turns.length === items.length ? null : 'a list with parts that are no turns',
  };
}

function turnIn(item: unknown): Turn | null {
  if (typeof item === 'string') return { role: NOBODY, content: item };
  if (!isRecord(item)) return null;
  return { role: firstText(item, WHO) ?? NOBODY, content: firstText(item, WORDS) ?? '' };
}

const firstText = (item: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  names.map((name) => item[name]).find((value) => typeof value === 'string') ?? null;

function turnsOfText(text: string): readonly Turn[] {
  const turns: Turn[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, speaker, said = ''] = SPEAKER.exec(line) ?? [];
    const before = turns.at(-1);
    if (speaker !== undefined) turns.push({ role: speaker.toLowerCase(), content: said });
    else if (before === undefined) turns.push({ role: NOBODY, content: line });
    else turns[turns.length - 1] = { ...before, content: `${before.content}\n${line}` };
  }
  return turns;
}
