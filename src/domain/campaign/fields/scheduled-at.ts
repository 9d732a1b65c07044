const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|z|[+-]\d{2}:?\d{2})?)?$/;

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

function offsetOf(text: string): string | null {
  if (text === '') return '';
  if (text.toUpperCase() === 'Z') return 'Z';
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return `${text.slice(0, 3)}:${text.slice(-2)}`;
}

/**
 * An ISO 8601 moment in one spelling: `2026-12-01T09:00:00` with `Z` or `+01:00` behind it, or with nothing,
 * which means the recipient's own clock. A date alone is its first minute. Null when it is no such moment.
 */
export function readMoment(text: string): string | null {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetOf(parts[8] ?? '');
  if (offset === null) return null;
  const fraction = parts[7] === undefined ? '' : `.${parts[7].slice(0, 3).padEnd(3, '0')}`;
  const clock = [parts[4] ?? '00', parts[5] ?? '00', parts[6] ?? '00'].join(':');
  return `${parts[1]}-${parts[2]}-${parts[3]}T${clock}${fraction}${offset}`;
}
