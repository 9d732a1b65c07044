import { EXTENDED } from './cell.ts';

/** So many last digits name a phone where the rest of its number is in doubt: what they are in every country's numbers. */
export const TAIL_LENGTH = 7;

/** Two numbers of the shortest kind: so long a run of digits may hold more than one. */
const MAY_BE_SEVERAL = 2 * TAIL_LENGTH;

/** Digits with what people write between them. A + begins another number. */
const RUN = /\d(?:[\s().\-/]*\d)*/g;
const FRACTION = /^(\+?\d+)[.,]0+$/;

export const tailOf = (e164: string): string => e164.slice(-TAIL_LENGTH);

/** An extension is no part of the number, and would take the place of its last digits. */
export function withoutExtension(text: string): string {
  const whole = text.replace(FRACTION, '$1');
  const cut = whole.replace(EXTENDED, '').trim();
  return /\d/.test(cut) ? cut : whole;
}

/**
 * The last digits of every number that may stand in a text, for a list whose people must not be called: rather one too
 * many than one too few. Given what `plainText` makes of a cell.
 */
export function tailsIn(text: string): readonly string[] {
  const whole = withoutExtension(text);
  const tails = new Set<string>();
  // A slash stands inside a number, or between two of them: both are tried.
  for (const one of [whole, whole.replaceAll('/', ';')])
    for (const [run] of one.matchAll(RUN)) for (const tail of tailsOfRun(run)) tails.add(tail);
  for (const tail of otherEndings(whole)) tails.add(tail);
  return [...tails];
}

function* tailsOfRun(run: string): Generator<string> {
  const groups = run.match(/\d+/g) ?? [];
  const digits = groups.join('');
  if (digits.length < TAIL_LENGTH) return;
  yield tailOf(digits);
  let end = 0;
  for (const [nth, group] of groups.entries()) {
    end += group.length;
    const ends =
      group.length >= TAIL_LENGTH ||
      digits.length >= MAY_BE_SEVERAL ||
      (nth === groups.length - 2 && hasNote(run, groups));
    if (ends && end >= TAIL_LENGTH) yield tailOf(digits.slice(0, end));
  }
}

/** A remark behind the number, by how it is set apart: `020 7946 0123 (2)`, `208-555-0123 45`, `208 555 0123 5`. */
function hasNote(run: string, groups: readonly string[]): boolean {
  const between = run.split(/\d+/).slice(1, -1);
  return groups.at(-1)?.length === 1 || between.at(-1) !== between.at(-2);
}

/** `020 7946 0123/24`, `…0123, 0124`: behind a number, other last digits for it. */
function* otherEndings(text: string): Generator<string> {
  let number = '';
  for (const piece of text.split(/[/,;&]|\b(?:or|oder|ou|o|and|und|et|y|e)\b/i)) {
    const digits = piece.replace(/\D/g, '');
    if (digits.length >= TAIL_LENGTH) number = digits;
    else if (digits !== '' && number !== '') yield tailOf(number.slice(0, -digits.length) + digits);
  }
}
