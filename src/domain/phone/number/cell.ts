/**
 * What can be said about the text of a cell before it is read as a number: what spreadsheets and people put
 * around one, and what cannot be one.
 */

export interface CellProblem {
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63]/g;
/** What stands behind a number that cannot be dialled. */
export const EXTENDED =
  /(?:;?\s*\b(?:ext(?:ension|n)?|extensión|int|poste|durchwahl|anexo|ramal)\b\.?\s*[:=]?|[x#])\s*\d{1,7}\s*$/i;
const WRITE = 'Write the number with + and country code.';
const EXPONENT = /^[+-]?\d+(?:[.,]\d*)?e[+-]?\d+$/i;

export const EXTENSION: CellProblem = {
  code: 'number_extension',
  message: 'The number has an extension, which cannot be dialled.',
  fix: 'Write a direct number, or set extract: true to call the number without its extension.',
};

export const DIGITS_LOST: CellProblem = {
  code: 'number_digits_lost',
  message: 'The spreadsheet has rounded the number, and its last digits are lost.',
  fix: 'Format the column as text in the original, paste the number again and save.',
};

/** The text that was meant: one kind of digit, sign and space, without what a spreadsheet wraps around it. */
export function plainText(cell: string): string {
  let text = cell.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-');
  text = text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
  // ="+1…" and '+1… are how people keep a spreadsheet from counting with a number.
  text = text.trim().replace(/^=(?=")/, '');
  text = text.replace(/^["'`´‘’“”\s]+|["'`´‘’“”\s]+$/g, '');
  text = text.replace(/^tel:/i, '').replace(/\s+/g, ' ').trim();
  return text.replace(/^\( ?\+ ?(\d{1,3}) ?\)/, '+$1 ');
}

/**
 * Every script keeps its ten digits in a row, and two scripts may stand side by side, as those of Pa'o and
 * Eastern Pwo Karen do: the value is the distance from the beginning of the row, in which each ten begins anew.
 */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/** Why the text cannot be taken as one number as it stands; null when it can be tried. */
export function cellProblem(text: string): CellProblem | null {
  if (text === '') {
    return problem(
      'number_blank',
      'The cell is empty.',
      'Write the number with + and country code.',
    );
  }
  if (EXPONENT.test(text)) return DIGITS_LOST;
  if (severalNumbers(text)) {
    return problem(
      'number_several',
      'The cell holds more than one number.',
      'Keep one number in the cell, and give another person or line a row of its own.',
    );
  }
  if (!/\d/.test(text)) {
    return problem('number_none', 'There is no digit in the cell.', WRITE);
  }
  if (EXTENDED.test(text)) {
    return EXTENSION;
  }
  if (/\p{L}/u.test(text)) {
    return problem(
      'number_letters',
      'There are letters in the number.',
      'Write digits only, or set extract: true to take the number out of the text.',
    );
  }
  return null;
}

/** The numbers of a cell that a program joined by its own mark: `+1 202 555 0123 ::: +1 202 555 0188`. */
export const joinedNumbers = (cell: string): readonly string[] =>
  cell.includes(':::') ? cell.split(':::').filter((piece) => /\p{Nd}/u.test(piece)) : [cell];

/** Two numbers, or one and the other ending of a second: `020 7946 0123 / 0124`. */
function severalNumbers(text: string): boolean {
  const pieces = text.split(/[,;|&\n]|\bor\b|\band\b|(?<=\d)\s*(?=\+)/i);
  if (pieces.filter((piece) => digitsIn(piece) >= 6).length > 1) return true;
  // A slash also stands behind an area code, which with its country has up to eight digits.
  const [before = '', ...after] = text.split('/');
  return digitsIn(before) >= 9 && after.some((piece) => digitsIn(piece) > 0);
}

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

const problem = (code: string, message: string, fix: string): CellProblem => ({
  code,
  message,
  fix,
});
