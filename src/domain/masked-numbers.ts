/** Where in a free text a telephone number may stand, found by its digits, however it is written (I9). */

/** What people and programs put between digits: a sign, or the same sign as a URL spells it. */
const BETWEEN = String.raw`(?:[\s().\-/'’·\u00ad\p{Pd}\p{Cf}]|%(?:20|2[89DdEeFf]|[Cc]2%[Aa]0))`;
const LEADING = String.raw`(?:\+|%2[Bb]){0,1}`;
/** A time of day or a fraction has no number after it. */
const CANDIDATE = new RegExp(
  String.raw`(?<!\p{Nd}[:.]?)${LEADING}\(?\p{Nd}(?:${BETWEEN}{0,3}\p{Nd}){6,17}`,
  'gu',
);

const DATES = [
  /(?<!\d)(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-./ ](?:0?[1-9]|[12]\d|3[01])[-./ ](?:19|20)\d\d(?!\d)/,
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/,
];
const UNIT = /^\s?(?:ms|s|µs|ns|seconds|milliseconds|bytes|[kMG]i?B)\b/;
const LEAST_DIGITS = 7;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

const isAddress = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);

/** 12345.67 and 3.14159265, but not 2025550143.0. */
function isFraction(text: string): boolean {
  const [, whole = '', rest = ''] = /^(0|[1-9]\d*)\.(\d+)$/.exec(text) ?? [];
  return rest !== '' && (whole.length <= 3 || (whole.length < LEAST_DIGITS && rest.length <= 3));
}

/** 1 000 000. */
const isAmount = (text: string): boolean => /^[1-9](?:[ .]\d{3}){2}$/.test(text);

/** An id in hexadecimal, in groups of four or more: nobody's number. */
function isInId(before: string, text: string, after: string): boolean {
  const head = /[\da-f-]*$/i.exec(before)?.[0] ?? '';
  const tail = /^[\da-f-]*/i.exec(after)?.[0] ?? '';
  const word = head + text + tail;
  const groups = word.replace(/^-+|-+$/g, '').split('-');
  return (
    /^[\da-f-]{16,}$/i.test(word) &&
    (word.match(/[a-f]/gi)?.length ?? 0) >= 3 &&
    groups.every((group) => group.length >= 4)
  );
}

/** So much of a text is looked at on each side of a number. */
const BESIDE = 64;

/** Replaces whatever may be a telephone number, and leaves dates, amounts, addresses and ids. */
export function replaceNumbers(text: string, mask: (number: string) => string): string {
  return text.replace(CANDIDATE, (found: string, at: number) => {
    const end = at + found.length;
    const before = text.slice(Math.max(0, at - BESIDE), at);
    const written = asWritten(found);
    const masked = replaced(written, { before, after: text.slice(end, end + BESIDE) }, mask);
    return masked === written ? found : masked;
  });
}

/** Without the spelling of a URL, whose codes are digits too. */
const asWritten = (text: string): string =>
  text.replace(/^%2B/i, '+').replace(/%[\dA-F]{2}/gi, ' ');

function replaced(
  found: string,
  beside: { readonly before: string; readonly after: string },
  mask: (number: string) => string,
): string {
  if (digitsIn(found) < LEAST_DIGITS) return found;
  if (found.startsWith('+')) return mask(found);
  for (const date of DATES) {
    const [day] = date.exec(found) ?? [];
    if (day === undefined) continue;
    const from = found.indexOf(day);
    const rest = found.slice(from + day.length);
    const lead = found.slice(0, from);
    const part = (one: string): string => replaced(one, { before: '', after: '' }, mask);
    return part(lead) + day + part(rest);
  }
  const { before, after } = beside;
  const isOther = isAddress(found) || isFraction(found) || isAmount(found);
  if (isOther || UNIT.test(after) || isInId(before, found, after)) return found;
  return mask(found);
}
