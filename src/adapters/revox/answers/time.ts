import { readHttpDate } from './http-date.ts';

/** Beyond this no Date can be made. */
const FURTHEST_MS = 8.64e15;

const isMoment = (at: number): boolean => Number.isFinite(at) && Math.abs(at) <= FURTHEST_MS;

/**
 * Below each bound the number of one unit is a time before the year 5138, and the number of the next one a time
 * before 1974: which one is meant shows in the size.
 */
const UNITS: readonly { readonly below: number; readonly perMs: number }[] = [
  { below: 1e11, perMs: 1e-3 },
  { below: 1e14, perMs: 1 },
  { below: 1e17, perMs: 1e3 },
  { below: 1e20, perMs: 1e6 },
];

function fromNumber(value: number): number | null {
  const unit = UNITS.find(({ below }) => Math.abs(value) < below);
  if (unit === undefined) return null;
  // Plus zero: there is a -0, and no moment of that name.
  const at = Math.round(value / unit.perMs) + 0;
  return isMoment(at) ? at : null;
}

const ISO =
  /^([+-]?\d{4,6})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** What names no offset is read as UTC: all times of the reference page are. */
function fromIso(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const [hour = 0, minute = 0, second = 0] = match.slice(4, 7).map((part) => Number(part ?? 0));
  const fine = month >= 1 && month <= 12 && day >= 1 && hour <= 24 && minute < 60 && second <= 60;
  if (!fine) return null;
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return null;
  date.setUTCHours(hour, minute, second);
  const fraction = Math.round(Number(`0.${match[7] ?? '0'}`) * 1000);
  const at = date.getTime() + fraction - offsetMs(match[8] ?? 'Z');
  return isMoment(at) ? at : null;
}

function offsetMs(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** As languages write a date when nobody asked for a form; only those that name their zone. */
function fromProse(text: string): number | null {
  if (!/\b(GMT|UTC)\b/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** The moment in ms UTC, or null: a value that is no time in any form that providers are known to write. */
export function readTime(value: unknown): number | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (NUMBER.test(text)) return fromNumber(Number(text));
  return fromIso(text) ?? readHttpDate(text) ?? fromProse(text);
}
