import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { campaignOf, problemsOf } from './a-campaign.ts';

const { rules, law } = loadReference();
const NEW_ORLEANS = 'America/Chicago|US-LA';
const LISBON = 'Europe/Lisbon|PT';

function openAt(holidays: readonly object[], group: string): (iso: string) => boolean {
  const { calling } = campaignOf({ holidays });
  const schedules = new Schedules(rules, { ...calling, zone: null }, law);
  return (iso) => schedules.at(group, Date.parse(iso)).open;
}

describe('the campaign’s own holidays', () => {
  test('are days on which nobody is called, by the recipient’s calendar', () => {
    const open = openAt([{ on: '2026-12-02' }], LISBON);
    expect(['2026-12-01', '2026-12-02', '2026-12-03'].map((day) => open(`${day}T12:00Z`))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('hold in the places that are named, and in the states of a country', () => {
    const named = [{ on: '2026-12-02', in: ['US-LA'] }];
    expect(openAt(named, NEW_ORLEANS)('2026-12-02T18:00Z')).toBe(false);
    expect(openAt(named, LISBON)('2026-12-02T12:00Z')).toBe(true);
    expect(openAt([{ on: '2026-12-02', in: ['US'] }], NEW_ORLEANS)('2026-12-02T18:00Z')).toBe(
      false,
    );
    // Of somebody who may be in any state the holidays of all states are kept.
    expect(openAt(named, 'America/Chicago|US')('2026-12-02T18:00Z')).toBe(false);
  });

  test('hold in a part of the United States that has a country code of its own', () => {
    const open = openAt([{ on: '2026-12-02', in: ['PR'] }], 'America/Puerto_Rico|US-PR');
    expect(open('2026-12-02T18:00Z')).toBe(false);
  });

  test('of one year are those of that year alone, others come back', () => {
    const once = openAt([{ on: '2026-12-02' }], LISBON);
    const yearly = openAt([{ on: '12-02' }], LISBON);
    expect([once('2027-12-02T12:00Z'), yearly('2027-12-02T12:00Z')]).toEqual([true, false]);
  });

  test('can go by Easter, and can leave a part of the day', () => {
    const friday = openAt([{ on: 'easter -2' }], LISBON);
    expect(friday('2027-03-26T12:00Z')).toBe(false);
    const eve = openAt([{ on: '2026-12-02', hours: '10:00-12:00' }], LISBON);
    expect([eve('2026-12-02T11:59Z'), eve('2026-12-02T12:00Z')]).toEqual([true, false]);
  });

  test('are kept by a campaign that keeps no rules', () => {
    const { calling } = campaignOf({ holidays: [{ on: '2026-12-02' }], rules: 'none' });
    const schedules = new Schedules(rules, { ...calling, zone: null }, law);
    expect(schedules.at(LISBON, Date.parse('2026-12-02T12:00Z')).open).toBe(false);
  });

  test('are checked', () => {
    const fix = 'write 2026-12-24, 12-24 for every year, easter -2, or last monday of 05';
    expect(problemsOf({ holidays: [{ on: '24.12.' }, { on: '2026-02-30' }] })).toEqual([
      `holidays[0].on: "24.12." is not a day of the calendar -> ${fix}`,
      `holidays[1].on: "2026-02-30" is not a day of the calendar -> ${fix}`,
    ]);
    expect(problemsOf({ holidays: [{ on: '12-24', hours: '12:00-09:00' }] })).toHaveLength(1);
  });
});

test('a place where nobody is keeps no holiday, and is refused', () => {
  expect(problemsOf({ holidays: [{ on: '12-24', in: ['Bavaria'] }] })).toHaveLength(1);
  expect(problemsOf({ holidays: [{ on: '12-24', in: ['UK', 'QQ-1', 'US-ZZ', 'CA-QU'] }] })).toEqual(
    [
      'holidays[0].in[0]: "UK" is not a country or state -> write GB',
      'holidays[0].in[1]: "QQ-1" is not a country or state -> write it like FR or US-LA',
      'holidays[0].in[2]: "US-ZZ" is not a country or state -> write it like FR or US-LA',
      'holidays[0].in[3]: "CA-QU" is not a country or state -> write it like FR or US-LA',
    ],
  );
  const known = ['US-LA', 'US-PR', 'CA-QC', 'DE-BY', 'PR', 'FR'];
  expect(problemsOf({ holidays: [{ on: '12-24', in: known }] })).toEqual([]);
});
