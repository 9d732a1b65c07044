import { unescape } from './escapes.ts';

/** Where in a free text a telephone number may stand, found by its digits, however it is written (I9). */

/** What people and programs put between digits. */
const BETWEEN = String.raw`[\s().\-/'’·•∙‧・+_|*~[\]\u2212\ufffd\p{Pd}\p{Cf}]`;
/** A time of day has no number after it, and no fraction of a second. */
const NOT_IN_TIME = String.raw`(?<!\p{Nd}|\d\d:\d\d:\d\d[.,])(?<!\d\d:(?=\d\d(?!\d)))`;
const CANDIDATE = new RegExp(
  String.raw`${NOT_IN_TIME}\+?\(?\p{Nd}(?:${BETWEEN}{0,4}\p{Nd}){6,}`,
  'gu',
);

const DATES = [
  /(?<!\d)(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)\d\d(?!\d)/,
];
/** A duration of up to three hours, or a size. */
const DURATION = /^[1-9]\d{6}\s?(?:ms|µs|ns|milliseconds)\b/;
const SIZE = /^[1-9]\d{6,8}\s?(?:bytes|[kMG]i?B)\b/;
const LEAST_DIGITS = 7;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

/** Four pairs are how some countries write numbers, unless a port comes after them. */
const isAddress = (text: string, after: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) &&
  text.split('.').every((part) => Number(part) <= 255) &&
  (!/^\d\d(?:\.\d\d){3}$/.test(text) || /^:\d/.test(after));

/** 12345.67 and 0.14159265, but not 2025550143.0 or 202.5550143. */
function isFraction(text: string): boolean {
  const [, whole = '', rest = ''] = /^(0|[1-9]\d*)\.(\d+)$/.exec(text) ?? [];
  return rest !== '' && (whole === '0' || (whole.length < LEAST_DIGITS && rest.length <= 3));
}

/** 1 000 000. */
const isAmount = (text: string): boolean => /^[1-9][ .]\d{3}[ .]000$/.test(text);

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

/**
 * Replaces whatever may be a telephone number, also where a URL, JSON or HTML has spelt it, and leaves dates, amounts,
 * addresses and ids.
 */
export function replaceNumbers(text: string, mask: (number: string) => string): string {
  const { text: plain, placeOf } = unescape(text);
  let left = '';
  let end = 0;
  for (const { 0: found, index: at } of plain.matchAll(CANDIDATE)) {
    const after = at + found.length;
    const beside = {
      before: plain.slice(Math.max(0, at - BESIDE), at),
      after: plain.slice(after, after + BESIDE),
    };
    const masked = replaced(found, beside, mask);
    if (masked === found) continue;
    const place = placeOf({ from: at, to: after });
    left += text.slice(end, place.from) + masked;
    end = place.to;
  }
  return left + text.slice(end);
}

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
  const isOther = isAddress(found, after) || isFraction(found) || isAmount(found);
  const hasUnit = DURATION.test(found + after) || SIZE.test(found + after);
  return isOther || hasUnit || isInId(before, found, after) ? found : mask(found);
}
