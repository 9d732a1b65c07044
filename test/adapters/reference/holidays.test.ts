import { describe, expect, test } from 'vitest';
import { NOT_SHUT, SHUT_ALL_THE_SAME } from '../../../data/generate/audit/holiday-exceptions.ts';
import { recordedHolidays } from '../../../data/generate/evidence/holidays.ts';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import type { RuleRecord } from '../../../src/domain/law/rule.ts';
import { holidaysOutside } from './holiday-judge.ts';

const rules = loadReference().law.rules.map(({ record }) => record);

/** The rules without one of their holidays, or with one more. */
const spoiled = (place: string, change: (days: Days) => Days): readonly RuleRecord[] =>
  rules.map((rule) =>
    rule.in.includes(place)
      ? { ...rule, closures: rule.closures.map((one) => ({ ...one, days: change(one.days) })) }
      : rule,
  );
type Days = RuleRecord['closures'][number]['days'];

describe('the holidays of the rules, held against those of date-holidays', () => {
  test('differ nowhere, but for what was reviewed', () => {
    expect(holidaysOutside(rules)).toEqual([]);
  });

  test.each([
    ['FR', 'Christmas Day', 'FR is not shut on 2026-12-25'],
    ['CO', 'Our Lady of Chiquinquirá', 'CO is not shut on 2027-07-12'],
    ['US-PA', 'Flag Day', 'US-PA is not shut on 2027-06-14'],
    ['RU', 'Russia Day', 'RU is not shut on 2026-06-12'],
  ])('one that is left out is found: %s, %s', (place, name, found) => {
    const wrong = holidaysOutside(
      spoiled(place, (days) => days.filter((day) => day.name !== name)),
    );
    expect(wrong.filter((line) => line.startsWith(found))).toHaveLength(1);
    expect(wrong.filter((line) => !line.startsWith(`${place} is not shut on `))).toEqual([]);
  });

  test('one on a wrong day is found', () => {
    const wrong = holidaysOutside(
      spoiled('FR', (days) =>
        days.map((day) => (day.on === '07-14' ? { ...day, on: '07-15' } : day)),
      ),
    );
    expect(wrong).toContain('FR is shut on 2026-07-15, National Day');
    expect(wrong.some((line) => line.startsWith('FR is not shut on 2026-07-14'))).toBe(true);
  });

  test('every difference that was reviewed is still one', () => {
    const { places } = recordedHolidays();
    for (const [place, name] of NOT_SHUT) {
      const known = Object.entries(places[place] ?? {}).map(([date, one]) =>
        [date, one.replaceAll("'", '’')].includes(name),
      );
      expect(known, `${place}: ${name}`).toContain(true);
    }
    const names = rules.flatMap((rule) =>
      rule.closures.flatMap(({ days }) => days.map((day) => day.name)),
    );
    for (const [, name] of SHUT_ALL_THE_SAME)
      expect(names).toContain(name.replace(/, day off$/, ''));
  });
});
