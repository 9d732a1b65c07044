import { cellText } from '../contact/cells/cell-text.ts';
import { plainText } from '../text/privacy.ts';
import { localIso } from '../time/local.ts';
import type { ZoneRules } from '../time/zone-rules.ts';

/** One value of the results. Null is a blank cell. */
export type Cell = string | number | boolean | null;

/**
 * A result of a megabyte would make the file's record too long for our own reader. The JSONL form has no
 * cells and so no such bound.
 */
export const MAX_RESULT_LENGTH = 100_000;

const MARK = ' … [cut: the .jsonl export has all of it]';

/** At most `max` UTF-16 units, as spreadsheets count; a text that was longer says so at its end. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - MARK.length;
  // Half of a surrogate pair would be no character at all.
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(0, splits ? end - 1 : end) + MARK;
}

/** Text that came from outside, as it may stand in a file that people open and print. */
export function resultText(text: string | null): string | null {
  if (text === null) return null;
  const plain = cellText(text);
  return plain === '' ? null : cutText(plain, MAX_RESULT_LENGTH);
}

/** Any value of a structured output. What has parts is shown as JSON. */
export function outputCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return resultText(typeof value === 'string' ? value : JSON.stringify(value));
}

type Turns = readonly { readonly role: string; readonly content: string }[];

/** One line for each turn that says something. */
export function transcriptCell(turns: Turns | null): string | null {
  if (turns === null) return null;
  const lines = turns
    .map(({ role, content }) => ({ role: plainText(role), content: plainText(content).trim() }))
    .filter(({ content }) => content !== '')
    .map(({ role, content }) => `${role}: ${content}`);
  return resultText(lines.join('\n'));
}

/** The provider's times are numbers from outside: one that is no moment is left blank. */
const MAX_TIME = 8.64e15;

const isMoment = (at: number | null): at is number => at !== null && Math.abs(at) <= MAX_TIME;

/** `2026-12-01T12:00:00Z` */
export function utcText(at: number | null): string | null {
  return isMoment(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : null;
}

/**
 * What the person's own clock showed. When several zones are possible, it is one text as long as their
 * clocks agree, and otherwise each of them: nobody can say which was theirs.
 */
export function localText(
  at: number | null,
  zones: readonly string[],
  rules: ZoneRules,
): string | null {
  if (!isMoment(at)) return null;
  const known = zones.filter((zone) => rules.canonical(zone) !== null);
  const texts = new Set(known.map((zone) => localIso(rules, zone, at)));
  return texts.size === 0 ? null : [...texts].join(' / ');
}
