import { describe, expect, test } from 'vitest';
import {
  ageOf,
  ageText,
  freshnessWarnings,
  overdueRules,
} from '../../../src/domain/law/freshness.ts';

const at = (iso: string): number => Date.parse(`${iso}T12:00:00Z`);
const zones = (release: string, from: string | null) =>
  ({ what: 'time zones', release, from }) as const;
const rule = (id: string, reviewBy: string) => ({ record: { id, reviewBy } });
const law = (...rules: ReturnType<typeof rule>[]) =>
  ({ rules }) as unknown as Parameters<typeof overdueRules>[0];

describe('the age of data', () => {
  test('is counted from the day it is from, and is too old after half a year', () => {
    const release = zones('2026f', '2026-10-29');
    expect(ageOf(release, at('2026-11-22'))).toMatchObject({ days: 24, stale: false });
    expect(ageOf(release, at('2027-04-30'))).toMatchObject({ days: 183, stale: false });
    expect(ageOf(release, at('2027-05-01'))).toMatchObject({ days: 184, stale: true });
    expect(ageOf(release, at('2026-10-01'))).toMatchObject({ days: 0, stale: false });
  });

  test('of a release without a day is at least that of the end of its year', () => {
    const age = ageOf(zones('2025c', null), at('2026-11-22'));
    expect(age).toMatchObject({ days: 326, atLeast: true, stale: true });
    expect(ageText(age)).toBe('at least 10 months old');
    expect(ageOf(zones('2026f', null), at('2026-11-22'))).toMatchObject({ days: 0, stale: false });
    const unknown = ageOf(zones('mine', null), at('2026-11-22'));
    expect([unknown.stale, ageText(unknown)]).toEqual([false, 'of unknown age']);
  });

  test('a rule is overdue from the day after its review date', () => {
    const rules = law(rule('US', '2027-02-22'), rule('FR', '2027-03-01'));
    expect(overdueRules(rules, at('2027-02-22'))).toEqual([]);
    expect(overdueRules(rules, at('2027-02-23'))).toEqual(['US']);
  });

  test('is said when it is too old, and not otherwise', () => {
    const reference = {
      data: [zones('2026f', '2026-10-29')],
      law: law(...['US', 'FR', 'GB', 'DE'].map((id) => rule(id, '2027-02-22'))),
    };
    expect(freshnessWarnings(reference, at('2026-11-22'))).toEqual([]);
    expect(freshnessWarnings(reference, at('2027-06-01'))).toEqual([
      'the time zones (2026f) are 7 months old',
      '4 of the rules are past their review date (US, FR, GB, …)',
    ]);
  });
});
