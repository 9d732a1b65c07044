import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime } from '../../../../src/adapters/revox/answers/time.ts';

const AT = Date.UTC(2026, 10, 28, 9, 13, 10);

describe('one moment in the forms that providers write', () => {
  test.each([
    ['2026-11-28T09:13:10Z', 'the reference page'],
    ['2026-11-28T09:13:10.000456789Z', 'nine digits, as Go writes them'],
    ['2026-11-28T14:43:10+05:30', 'an offset'],
    ['2026-11-28T04:13:10-0500', 'an offset without a colon'],
    ['2026-11-28 09:13:10+00', 'PostgreSQL'],
    ['2026-11-28T09:13:10', 'no offset: read as UTC'],
    ['2026-11-28 09:13:10.000', 'SQL without an offset: read as UTC'],
    ['Sat, 28 Nov 2026 09:13:10 GMT', 'HTTP'],
    ['Sat Nov 28 2026 09:13:10 GMT+0000 (Coordinated Universal Time)', 'JavaScript'],
    [AT, 'ms'],
    [AT / 1000, 's'],
    [AT * 1e3, 'µs'],
    [AT * 1e6, 'ns'],
    [String(AT), 'ms in a text'],
    ['1795857190', 's in a text'],
    [`${AT}000000`, 'ns in a text'],
  ])('%s (%s)', (...[value]) => {
    expect(readTime(value)).toBe(AT);
  });

  test('whole milliseconds, for the ledger stores integers', () => {
    expect(readTime('2026-11-28T09:13:10.123456Z')).toBe(AT + 123);
    expect(readTime(AT + 0.5)).toBe(AT + 1);
    expect(readTime(AT / 1000 + 0.25)).toBe(AT + 250);
  });

  test('old years are what they say, not of the last century', () => {
    expect(new Date(readTime('0001-01-01T00:00:00Z') ?? 0).toISOString()).toBe(
      '0001-01-01T00:00:00.000Z',
    );
    expect(readTime('1970-01-01T00:00:00Z')).toBe(0);
  });
});

describe('what is no time', () => {
  test.each([
    'soon',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-28T25:00:00Z',
    '28/11/2026 09:13',
    'Nov 28 2026 09:13',
    '999999-01-01T00:00:00Z',
    1e308,
    '1e308',
    Number.NaN,
    Infinity,
    {},
    [],
    true,
    null,
  ])('%j', (value) => {
    expect(readTime(value)).toBeNull();
  });

  test('whatever it is, it gives a moment that a Date can hold and SQLite stores, or null', () => {
    const values = fc.oneof(fc.double(), fc.string(), fc.maxSafeInteger(), fc.jsonValue());
    fc.assert(
      fc.property(values, (value) => {
        const at = readTime(value);
        if (at === null) return;
        expect(Number.isSafeInteger(at)).toBe(true);
        expect(Number.isNaN(new Date(at).getTime())).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every moment that is written as ISO 8601 is read as what it was', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(readTime(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});
