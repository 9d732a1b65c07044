/** A country code has at most three digits: so many may be missing in front, never more. */
const LONGEST_COUNTRY_CODE = 3;
const SHORTEST_NUMBER = 7;
/** Fewer digits than this in 1.4E+10 would agree with whole countries. */
const FEWEST_KEPT = 3;

const SCIENTIFIC = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;

/**
 * Whether a phone cell is what a spreadsheet program may have made of this number: the plus lost, the
 * country code or a leading zero lost, `.0` appended, or 1.41555E+10, cut off or rounded. It proves nothing
 * alone; it confirms a number that is known by the row's `call_contact`.
 */
export function digitsAgree(cell: string, e164: string): boolean {
  const number = e164.replace(/^\+/, '');
  const text = cell.trim().replace(/^[='"]+|["']+$/g, '');
  const parts = SCIENTIFIC.exec(text.replace(/^\+/, ''));
  if (parts !== null) {
    const kept = `${parts[1] ?? ''}${parts[2] ?? ''}`;
    return endings(number).some((ending) => wasShortened(ending, kept, Number(parts[3])));
  }
  if (!/^[+(]?[\d\s().\-/]+$/.test(text.replace(/[.,]0{1,2}$/, ''))) return false;
  const digits = text
    .replace(/[.,]0{1,2}$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length >= SHORTEST_NUMBER && endings(number).includes(digits);
}

/** The number, and what is left of it without its country code, however long that is. */
function endings(number: string): string[] {
  return Array.from({ length: LONGEST_COUNTRY_CODE + 1 }, (_, cut) => number.slice(cut))
    .filter((ending) => ending.length >= SHORTEST_NUMBER)
    .map((ending) => ending.replace(/^0+/, ''));
}

function wasShortened(number: string, kept: string, exponent: number): boolean {
  const digits = kept.length;
  if (digits < FEWEST_KEPT || digits > number.length) return false;
  const cutOff = number.slice(0, digits);
  if (kept === cutOff) return number.length === exponent + 1;
  if (Number(number[digits] ?? '0') < 5) return false;
  // Rounding 9.995 up makes it 10.0, one digit longer.
  const up = String(Number(cutOff) + 1);
  return kept === up.slice(0, digits) && number.length + up.length - digits === exponent + 1;
}
