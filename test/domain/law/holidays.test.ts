import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import {
  dayOf,
  dayOfIso,
  easterOf,
  isoOf,
  weekdayOf,
  yearOf,
} from '../../../src/domain/law/calendar.ts';
import { holidaysOf } from '../../../src/domain/law/holidays.ts';

const { law } = loadReference();

/** The dates on which a rule allows nothing, in a year, weekends included. */
function datesOff(id: string, year: number): string[] {
  const rule = law.rules.find((one) => one.record.id === id);
  const dates: string[] = [];
  for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day += 1) {
    if (rule !== undefined && rule.dayOff(day) !== null) dates.push(isoOf(day).slice(5));
  }
  return dates;
}

describe('the calendar', () => {
  test.each([
    [1961, '04-02'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2026, '04-05'],
    [2027, '03-28'],
    [2028, '04-16'],
    [2038, '04-25'],
    [2285, '03-22'],
  ])('Easter of %i is on %s', (year, date) => {
    expect(isoOf(easterOf(year))).toBe(`${year}-${date}`);
  });

  test('knows weekdays and dates that do not exist', () => {
    expect(weekdayOf(dayOf(2026, 11, 22))).toBe(7);
    expect(weekdayOf(dayOf(1969, 12, 31))).toBe(3);
    expect(yearOf(dayOf(2028, 1, 1) - 1)).toBe(2027);
    expect(dayOfIso('2028-02-29')).toBe(dayOf(2028, 2, 29));
    for (const text of ['2027-02-29', '2027-13-01', '2027-2-1', 'soon']) {
      expect(dayOfIso(text)).toBeNull();
    }
  });
});

describe('the holidays of', () => {
  test('Colombia, which keeps most of them on a Monday', () => {
    const dates =
      '01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25';
    expect(datesOff('CO', 2026)).toEqual(dates.split(' '));
  });

  test('France, five of which follow Easter or stand still', () => {
    const dates = '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25';
    expect(datesOff('FR', 2026)).toEqual(dates.split(' '));
  });

  test('South Africa, whose Sundays are made up for on Monday', () => {
    const dates =
      '01-01 03-21 03-22 03-26 03-29 04-27 05-01 06-16 08-09 09-24 12-16 12-25 12-26 12-27';
    expect(datesOff('ZA', 2027)).toEqual(dates.split(' '));
  });

  test('Australia, where Boxing Day waits until Christmas has had its day off', () => {
    expect(datesOff('AU', 2027).slice(-4)).toEqual(['12-25', '12-26', '12-27', '12-28']);
    expect(datesOff('AU', 2028).slice(0, 2)).toEqual(['01-01', '01-03']);
  });

  test('Russia, where the day off of a weekend is moved, but not in January', () => {
    const dates =
      '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 03-09 05-01 05-09 05-11 06-12 11-04';
    const russia = law.rules.find((one) => one.record.id === 'RU-collections');
    const days = Array.from({ length: 365 }, (_, nth) => dayOf(2026, 1, 1) + nth);
    const shorter = days.filter((day) => (russia?.occasion(day) ?? null) !== null);
    expect(shorter.map((day) => isoOf(day).slice(5))).toEqual(dates.split(' '));
  });

  test('Italy, whose eves are shorter days', () => {
    const italy = law.rules.find((one) => one.record.id === 'IT');
    expect(italy?.occasion(dayOf(2027, 6, 1))).toBe('the eve of Republic Day');
    expect(italy?.occasion(dayOf(2026, 12, 25))).toBe('Christmas Day');
    expect(italy?.occasion(dayOf(2027, 3, 3))).toBeNull();
  });
});

describe('the holidays of the state of', () => {
  test('Alabama, where New Year’s Day of 2028 is kept in 2027', () => {
    expect(datesOff('US-AL', 2027).slice(-3)).toEqual(['12-24', '12-25', '12-31']);
    const alabama = law.rules.find((one) => one.record.id === 'US-AL');
    expect(alabama?.occasion(dayOf(2027, 12, 31))).toBe('New Year’s Day, day off');
  });

  test('Alabama, whose governors give the day after Thanksgiving', () => {
    expect(datesOff('US-AL', 2027)).toContain('11-26');
  });

  test('Louisiana, with the legal holidays of R.S. 1:55 that no office keeps', () => {
    const dates =
      '01-01 01-08 01-18 02-09 02-15 03-26 05-31 06-18 06-19 07-04 07-05 08-30 09-06 10-11 11-01 11-02 11-11 11-25 11-26 12-24 12-25 12-31';
    expect(datesOff('US-LA', 2027)).toEqual(dates.split(' '));
  });

  test('Rhode Island, whose law names the holidays of the state and of the United States', () => {
    const dates =
      '01-01 01-18 02-15 05-04 05-31 06-18 06-19 07-04 07-05 08-09 09-06 10-11 11-02 11-11 11-25 12-24 12-25 12-27 12-31';
    expect(datesOff('US-RI', 2027)).toEqual(dates.split(' '));
    // The day off of 4 July 2026, a Saturday: Friday for the United States, Monday for the state.
    const july = datesOff('US-RI', 2026).filter((date) => date.startsWith('07'));
    expect(july).toEqual(['07-03', '07-04', '07-06']);
  });
});

test('a holiday that no calendar knows is a bug, not a working day', () => {
  const rules = [{ name: 'Some day', on: 'the day after tomorrow' }];
  expect(() => holidaysOf(2027, rules)).toThrow('is no rule for a holiday');
});
