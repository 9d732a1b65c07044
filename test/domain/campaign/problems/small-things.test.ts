import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../../src/domain/campaign/fields/duration.ts';
import { editDistance } from '../../../../src/domain/campaign/problems/nearest.ts';
import { readMoment } from '../../../../src/domain/campaign/fields/scheduled-at.ts';
import { slugOf } from '../../../../src/domain/campaign/fields/slug.ts';

describe('a slug', () => {
  test.each([
    ['Appointment reminders', 'appointment-reminders'],
    ['  Été -- 2026!  ', 'ete-2026'],
    ['Ｆｕｌｌ width', 'full-width'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('of %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('keeps names apart that lose their letters', () => {
    const names = [
      '提醒 1',
      '通知 1',
      'напоминание',
      '!!!',
      '???',
      'straße',
      'x'.repeat(65),
      'x'.repeat(66),
    ];
    expect(new Set(names.map(slugOf)).size).toBe(names.length);
    expect(slugOf('提醒 1')).toMatch(/^1-[0-9a-f]{8}$/);
    expect(slugOf('напоминание')).toMatch(/^campaign-[0-9a-f]{8}$/);
  });

  test('has its shape for any name, and is the same for both ways to write an accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);
        expect(slugOf(name.normalize('NFD'))).toBe(slugOf(name.normalize('NFC')));
      }),
    );
  });
});

describe('a duration', () => {
  test.each([
    ['24h', 86_400_000],
    ['0h', 0],
    ['1.5h', 5_400_000],
    ['1D 2H 3m 4s', 93_784_000],
    [' 2 w ', 1_209_600_000],
  ])('%j', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
  test.each(['', '24', 'h', '-1h', '1h30', '1 hour', '1h,2m', '1e3s'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('a moment', () => {
  test('that Date writes is read as it is', () => {
    const from = Date.UTC(1970, 0, 1);
    const until = Date.UTC(2999, 11, 31);
    fc.assert(
      fc.property(fc.integer({ min: from, max: until }), (at) => {
        const text = new Date(at).toISOString();
        expect(readMoment(text)).toBe(text);
      }),
    );
  });
  test('has a day that its month has, as Date counts them', () => {
    const field = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2400 }), field, field, (year, month, day) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const date = `${year}-${two(month)}-${two(day)}`;
        const at = new Date(Date.UTC(year, month - 1, day));
        const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
        expect(readMoment(date)).toBe(exists ? `${date}T00:00:00` : null);
      }),
    );
  });
  test.each([
    '2026-12-01T09',
    '2026-12-01T09:60',
    '2026-12-01T09:00+15:00',
    '2026-12-01T09:00+01',
    '',
  ])('%j is none', (text) => {
    expect(readMoment(text)).toBeNull();
  });
});

describe('edit distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  test('is symmetric, and 0 only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
  test.each([
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('%s to %s', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});
