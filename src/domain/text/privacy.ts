import { TERMINAL_SEQUENCE } from './escapes.ts';
import { replaceNumbers } from './masked-numbers.ts';

/** What may be shown of people and of text that came from outside (I9). */

const MASK = '•••••';

/**
 * Keeps the country's first digit and the last four: enough for the owner of the list to recognise a row,
 * too little to ring anyone. What is too short to keep both is hidden altogether.
 */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 7) return MASK;
  return `+${digits.slice(0, 1)}${MASK}${digits.slice(-4)}`;
}

/** Masks every telephone number in a free text, such as a provider's message that repeats the request. */
export const maskNumbersIn = (text: string): string => replaceNumbers(text, maskNumber);

const ANY_SCRIPT = /\+?\p{N}(?:[\s()./'\p{Cf}\p{Pd}]{0,3}\p{N}){6,}/gu;

/**
 * Masks everything in a cell that could be a number, in any notation and any script: the line may be a person's
 * though nobody can read it as one. In free text this would take dates for numbers.
 */
export const maskCell = (cell: string): string => cell.replace(ANY_SCRIPT, maskNumber);

// Built from code points: the characters themselves would be invisible here, and reorder this very line.
const range = (from: number, to: number): string => {
  const escape = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
  return `${escape(from)}-${escape(to)}`;
};

const ESCAPE_SEQUENCE = new RegExp(TERMINAL_SEQUENCE, 'g');

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

const CONTROLS = new RegExp(
  `[${[
    range(0x00, 0x1f),
    range(0x7f, 0x9f),
    // Zero width space and directional marks, embeddings, overrides and isolates; the byte order mark.
    // The joiners (200c, 200d) stay: names in several scripts are spelt with them, and they reorder nothing.
    range(0x200b, 0x200b),
    range(0x200e, 0x200f),
    range(0x202a, 0x202e),
    range(0x2060, 0x2064),
    range(0x2066, 0x206f),
    range(0x061c, 0x061c),
    range(0xfeff, 0xfeff),
    range(0xfff9, 0xfffb),
  ].join('')}]`,
  'g',
);

/**
 * Text from a file or from the provider, made harmless for a terminal: no escape sequences, no control or
 * direction characters, one line. Otherwise a name in a spreadsheet could repaint the screen or forge a line.
 */
export const plainText = (text: string): string =>
  text.replace(ESCAPE_SEQUENCE, '').replace(LINE_BREAKS, ' ').replace(CONTROLS, '');

/** The same of several lines, which stay lines: what a terminal is shown of data. */
export const plainLines = (text: string): string => text.split(/\r?\n/).map(plainText).join('\n');

/**
 * A text from outside without control characters and with its numbers masked. They are looked for twice: a line break
 * of mail within a number shows before, a number that control characters have parted shows after they are gone.
 */
export const maskedText = (text: string): string => maskNumbersIn(plainText(maskNumbersIn(text)));
