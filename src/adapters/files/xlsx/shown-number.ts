import { dateFromSerial, format, getFormatDateInfo, getFormatInfo } from 'numfmt';

/** A number of a cell as text. */
export type ShowNumber = (value: number) => string;

/** Days from the beginning of the Macintosh's calendar to that of Excel's other one. */
const DAYS_FROM_1904 = 1462;
const DAYS_UNTIL_10000 = 2_958_466;

/**
 * How a number format shows numbers, but for two things: every digit of a number is written out, since a phone
 * number is not `1.20256E+10`; and a date is YYYY-MM-DD, since `3/4/2026` is two days, by where one lives.
 */
export function showerOf(code: string, date1904: boolean): ShowNumber {
  if (code === '' || code === '@' || GENERAL.test(code)) return plainNumber;
  const { type } = getFormatInfo(code);
  if (type === 'scientific' || type === 'error') return plainNumber;
  if (type !== 'date' && type !== 'datetime' && type !== 'time') return byFormat(code);
  const { year, month, day, hours, seconds } = getFormatDateInfo(code);
  const shift = date1904 ? DAYS_FROM_1904 : 0;
  const whole = year && month && day;
  const shown = byFormat(code);
  return (value) => {
    const serial = value + shift;
    if (serial < 0 || serial >= DAYS_UNTIL_10000) return plainNumber(value);
    return whole ? isoOf(serial, { hours, seconds }) : shown(serial);
  };
}

const GENERAL = /^(?:\[[^\]]*\])*general$/i;

function isoOf(serial: number, shows: { hours: boolean; seconds: boolean }): string {
  // Half an hour before midnight may be stored a millionth of a second short of it.
  const rounded = Math.round(serial * 86_400) / 86_400;
  const [year = 0, month = 0, day = 0, ...time] = dateFromSerial(shows.hours ? rounded : serial);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (!shows.hours) return date;
  return `${date} ${time
    .slice(0, shows.seconds ? 3 : 2)
    .map(two)
    .join(':')}`;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** A locale beside a currency would bring its own decimal signs: `[$€-407]`. The sign alone is meant. */
const CURRENCY_LOCALE = /\[\$([^\]-]+)-[0-9A-F]+\]/gi;

function byFormat(code: string): ShowNumber {
  const pattern = code.replace(CURRENCY_LOCALE, '[$$$1]');
  return (value) => {
    const shown = formatted(pattern, value);
    return shown === '' ? plainNumber(value) : shown;
  };
}

/** Empty where the format shows nothing, as `;;;` does, or cannot be read: what is in the cell counts then. */
function formatted(pattern: string, value: number): string {
  try {
    return format(pattern, value, { fillChar: '', skipChar: '' }).trim();
  } catch {
    return '';
  }
}

/** Excel keeps 15 digits. */
const DIGITS = 15;
const ASTRONOMICAL = 1e21;

/** All digits, and no exponent, of whatever is a number of something. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10 ** DIGITS) return String(value);
  if (Math.abs(value) >= ASTRONOMICAL) return String(value);
  const kept = Number(value.toPrecision(DIGITS));
  if (Number.isInteger(kept)) return BigInt(kept).toString();
  const text = String(kept);
  if (!text.includes('e')) return text;
  const small = kept.toFixed(20).replace(/\.?0+$/, '');
  return small === '-0' ? '0' : small;
}
