import moment from 'moment-timezone';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { AUDIENCES, PURPOSES, type Audience, type Purpose } from '../../../src/domain/law/rule.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import {
  after,
  allows,
  datesOf,
  RECORDS,
  weekdayOf,
  type RawRecord,
} from './table/record-reader.ts';

/**
 * Every record that ships, at its first and last minute and the minutes outside, on each weekday, on every holiday and
 * beside it, for each purpose and audience: read by a reader of its own, with the times of moment-timezone.
 */

const { rules, law } = loadReference();
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const MINUTE = 60_000;
const FIRST = '2026-11-30';
const LAST = '2028-01-04';

const KINDS = PURPOSES.flatMap((purpose) =>
  AUDIENCES.map((audience) => [purpose, audience] as const),
);

function under(id: string, purpose: Purpose, audience: Audience): Schedules {
  const weekly = { windows: [{ start: 0, end: 1440 }], days: EVERY_DAY };
  const choice = { automatic: false, named: [id] };
  const calling = { weekly, delaysMs: [0], zone: null, rules: choice, purpose, audience };
  return new Schedules(rules, calling, law);
}

/** `all`: a plain week, every holiday of a year, the bounds of the record, and the days beside. */
type Dates = 'all' | 'some' | 'regional';

function datesFor(record: RawRecord, which: Dates): string[] {
  const inYear = (date: string): boolean => date >= FIRST && date <= LAST;
  const daysOff = ({ closures }: Pick<RawRecord, 'closures'>): string[] =>
    closures.flatMap((closure) => [...datesOf(closure)]).filter(inYear);
  if (which === 'regional')
    return daysOff({ closures: record.closures.filter((one) => one.in !== undefined) }).sort();
  const week = EVERY_DAY.map((day) => after('2027-02-28', day));
  const every = daysOff(record).sort();
  const holidays = which === 'all' ? every : every.slice(-1);
  const bounds = [record.effective_from, record.until].flatMap((date) => date ?? []);
  const beside = [...holidays, ...bounds].flatMap((date) => [
    after(date, -1),
    date,
    after(date, 1),
  ]);
  return [...new Set([...week, ...beside])].sort();
}

const edgesOf = new Map<string, readonly number[]>();

/** The minutes of a date at which the reader changes its mind, each with the one before; and midnight. */
function edges(record: RawRecord, date: string, part: string | null): readonly number[] {
  const key = `${record.id} ${date} ${part ?? ''}`;
  const before = edgesOf.get(key);
  if (before !== undefined) return before;
  const says = Array.from({ length: 1440 }, (_, minute) => allows(record, { date, minute, part }));
  const changes = says.flatMap((now, minute) =>
    minute > 0 && says[minute - 1] !== now ? [minute - 1, minute] : [],
  );
  const found = [...new Set([0, ...changes, 1439])];
  edgesOf.set(key, found);
  return found;
}

/** A zone of the country, any of which will do: a record speaks of the time on the wall. */
const zonesOf = (record: RawRecord): string[] => {
  const [place = 'US'] = record.in;
  const zones = moment.tz.zonesForCountry(place.slice(0, 2)) ?? [];
  return [zones[0] ?? 'Etc/UTC', zones.at(-1) ?? 'Etc/UTC'];
};

/** Where the product and the reader differ, and how many answers of each kind were compared. */
function compare(
  record: RawRecord,
  plan: Schedules,
  { place, part, dates }: { place: string; part: string | null; dates: Dates },
): { wrong: string[]; open: number; shut: number } {
  const counted = { wrong: [] as string[], open: 0, shut: 0 };
  for (const zone of new Set(part === null ? zonesOf(record) : zonesOf(record).slice(0, 1))) {
    for (const date of datesFor(record, dates)) {
      const midnight = moment.tz(`${date}T00:00`, zone);
      for (const minute of edges(record, date, part)) {
        const wall = midnight
          .clone()
          .hours(Math.floor(minute / 60))
          .minutes(minute % 60);
        if (wall.hours() * 60 + wall.minutes() !== minute) continue;
        const expected = allows(record, { date, minute, part });
        counted[expected ? 'open' : 'shut'] += 1;
        for (const at of [wall.valueOf(), wall.valueOf() + MINUTE - 1]) {
          if (plan.at(`${zone}|${place}`, at).open !== expected)
            counted.wrong.push(`${place} ${wall.format()} ${expected ? 'open' : 'shut'}`);
        }
      }
    }
  }
  return counted;
}

describe.each(RECORDS.map((record) => [record.id, record] as const))(
  'the record %s',
  (id, record) => {
    const [place = ''] = record.in;
    const speaksOf = (purpose: string, audience: string): boolean =>
      record.purposes.includes(purpose) && record.audience.includes(audience);

    const own = KINDS.filter(([purpose, audience]) => speaksOf(purpose, audience));
    test.each(own.map(([purpose, audience], nth) => [purpose, audience, nth] as const))(
      'holds for %s to %s, to the minute',
      (purpose, audience, nth) => {
        const dates = nth === 0 ? 'all' : 'some';
        const found = compare(record, under(id, purpose, audience), { place, part: null, dates });
        expect(found.wrong).toEqual([]);
        const binds = record.hours !== null || record.closures.length > 0;
        expect([found.open > 0, found.shut > 0]).toEqual([true, binds]);
      },
    );

    test('holds for no other purpose or audience', () => {
      const others = KINDS.filter(([purpose, audience]) => !speaksOf(purpose, audience));
      const shut = others.filter(([purpose, audience]) => {
        const plan = under(id, purpose, audience);
        const night = moment.tz('2027-03-07T03:00', zonesOf(record)[0] ?? 'Etc/UTC').valueOf();
        return !plan.at(`${zonesOf(record)[0] ?? ''}|${place}`, night).open;
      });
      expect(shut).toEqual([]);
    });
  },
);

const partsOf = (record: RawRecord): string[] => [
  ...new Set(record.closures.flatMap((closure) => closure.in ?? [])),
];
const REGIONAL = RECORDS.filter((record) => partsOf(record).length > 0);

test.each(REGIONAL.map((record) => [record.id, record] as const))(
  'the record %s keeps in each part of the country its own days',
  (id, record) => {
    const [purpose] = PURPOSES.filter((one) => record.purposes.includes(one));
    const plan = under(id, purpose ?? 'marketing', 'consumers');
    const parts = partsOf(record);
    expect(
      parts.flatMap(
        (part) => compare(record, plan, { place: part, part, dates: 'regional' }).wrong,
      ),
    ).toEqual([]);
  },
);

test('a record of which one minute, one day or one bound is spoiled is found', () => {
  const known = (id: string): RawRecord => {
    const record = RECORDS.find((one) => one.id === id);
    if (record === undefined) throw new Error(`${id} has a record`);
    return record;
  };
  const [FL, ZA, PA] = [known('US-FL'), known('ZA'), known('US-PA')];
  const spoiled: readonly RawRecord[] = [
    { ...FL, hours: EVERY_DAY.map(() => ['08:00-20:01']) },
    { ...ZA, closures: [{ days: [{ on: '12-17' }], hours: [] }] },
    { ...PA, effective_from: '2026-10-17' },
  ];
  for (const record of spoiled) {
    edgesOf.clear();
    const plan = under(record.id, 'marketing', 'consumers');
    const [place = ''] = record.in;
    expect(compare(record, plan, { place, part: null, dates: 'all' }).wrong).not.toEqual([]);
  }
});

test('the reader can tell a Sunday, and says no where a record does', () => {
  const texas = RECORDS.find(({ id }) => id === 'US-TX');
  if (texas === undefined) throw new Error('Texas has a record');
  expect(weekdayOf('2027-03-07')).toBe(0);
  const at = (minute: number): boolean => allows(texas, { date: '2027-03-07', minute, part: null });
  expect([at(719), at(720), at(1259), at(1260)]).toEqual([false, true, true, false]);
});
