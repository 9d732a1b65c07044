/** How a campaign reads dates such as 3/11/26, which could be a day of March or of November. */
export type DateOrder = 'month-first' | 'day-first';

type WrittenDate =
  /** As ISO 8601: the day, and behind a T the time where one was written, with its offset. */
  | { readonly kind: 'date'; readonly iso: string }
  /** Two days are possible, month first and day first, and nobody has said which is meant. */
  | { readonly kind: 'ambiguous'; readonly monthFirst: string; readonly dayFirst: string }
  | { readonly kind: 'none' };

const NONE: WrittenDate = { kind: 'none' };

/** Reads a date as people and programs write it. What could be two days is one only where `order` says which. */
export function readWrittenDate(text: string, order: DateOrder | null): WrittenDate {
  const { day, time } = apart(text.normalize('NFKC').trim());
  const clock = time === '' ? '' : readTime(time);
  if (clock === null) return NONE;
  const days = daysOf(day, order);
  if (days === null) return NONE;
  const iso = days.map((one) => `${one}${clock}`);
  const [first, second] = iso;
  if (first === undefined) return NONE;
  if (second === undefined || second === first) return { kind: 'date', iso: first };
  return { kind: 'ambiguous', monthFirst: first, dayFirst: second };
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +/i;
const TIME = /[T ,]+(\d{1,2}[:.h]\d{2}.*)$/;

function apart(text: string): { day: string; time: string } {
  const plain = text.replace(WEEKDAY, '').replace(/(?<=\d)\. (?=\d)/g, '.');
  const time = TIME.exec(plain);
  if (time === null) return { day: plain, time: '' };
  return { day: plain.slice(0, time.index).replace(/,$/, ''), time: time[1] ?? '' };
}

const CLOCK =
  /^(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?([ap]\.?m\.?)? ?(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?$/i;

/** `2:15 PM` as `T14:15:00`; null when it is no time of a day. */
function readTime(text: string): string | null {
  const [, hours, minutes, seconds = '00', half, utc, sign, east, past = '00'] =
    CLOCK.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const hour = hourOf(Number(hours), half);
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const offset =
    utc !== undefined ? 'Z' : east === undefined ? '' : `${sign ?? '+'}${east}:${past}`;
  return `T${two(hour)}:${minutes}:${seconds}${offset}`;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** The day, or month first and then day first; null when it is no date. */
function daysOf(text: string, order: DateOrder | null): readonly string[] | null {
  const [, year, month, day] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, at) => at !== 2) ?? [];
  if (year !== undefined) return one(Number(year), Number(month), Number(day));
  const [, a, mark, b, y] = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? [];
  if (a !== undefined)
    return byOrder([Number(a), Number(b)], yearOf(y ?? ''), order ?? customOf(mark));
  return named(text);
}

/** Dots are written where the day comes first: 11.03.2026. Of other marks nobody can tell. */
const customOf = (mark: string | undefined): DateOrder | null =>
  mark === '.' ? 'day-first' : null;

function byOrder(
  [a, b]: readonly [number, number],
  year: number,
  order: DateOrder | null,
): readonly string[] | null {
  const monthFirst = one(year, a, b);
  const dayFirst = one(year, b, a);
  if (monthFirst === null || dayFirst === null) return monthFirst ?? dayFirst;
  if (order === null) return [...monthFirst, ...dayFirst];
  return order === 'month-first' ? monthFirst : dayFirst;
}

/** Nobody writes the year 1969 with two digits into a list of people to be called. */
const yearOf = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

function one(year: number, month: number, day: number): readonly [string] | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || month < 1) return null;
  return [`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`];
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The beginnings of the months' names, in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'maer', 'maa', 'mrt', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'déc', 'dez', 'dic'],
];

const DAY_MONTH_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[- ](?:de )?(\p{L}{3,})\.?,?[- ](?:de )?(\d{4}|\d{2})$/iu;
const MONTH_DAY_YEAR = /^(\p{L}{3,})\.?[- ](\d{1,2})(?:st|nd|rd|th)?,?[- ](\d{4}|\d{2})$/iu;

function named(text: string): readonly string[] | null {
  const plain = text.replace(/\s+/g, ' ');
  const [, day, month, year] = DAY_MONTH_YEAR.exec(plain) ?? [];
  if (day !== undefined) return ofMonth(Number(day), month ?? '', yearOf(year ?? ''));
  const [, name, nth, of] = MONTH_DAY_YEAR.exec(plain) ?? [];
  return name === undefined ? null : ofMonth(Number(nth), name, yearOf(of ?? ''));
}

function ofMonth(day: number, name: string, year: number): readonly string[] | null {
  const lower = name.toLowerCase();
  const month = MONTHS.findIndex((names) => names.some((begin) => lower.startsWith(begin)));
  return month === -1 ? null : one(year, month + 1, day);
}
