import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { dayOfIso } from '../../../src/domain/law/calendar.ts';
import { AUTO } from '../../../src/domain/law/law.ts';
import { bindsCalls, type Rule } from '../../../src/domain/law/rule.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import type { Calling } from '../../../src/domain/schedule/timeline.ts';
import { localIso } from '../../../src/domain/time/local.ts';
import { chance, changesOf, someWeekly } from '../time/every-clock/oracle.ts';
import { lawful } from './table/lawful.ts';

const { rules, law } = loadReference();
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WHOLE_DAY = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };
/** A Tuesday, noon in London. */
const NOON = Date.UTC(2026, 11, 1, 12);

const plan = (change: Partial<Calling> = {}): Schedules =>
  new Schedules(rules, { weekly: WHOLE_DAY, delaysMs: [0], zone: null, ...change }, law);
/** Of the rules that say when, how often or whom to call: what has to be said in a call is another matter. */
const namesOf = (kept: readonly Rule[]): string[] =>
  kept.flatMap(({ record }) => (bindsCalls(record) ? [record.id] : []));
const idsOf = (schedules: Schedules, group: string): string[] => namesOf(schedules.rulesOf(group));

describe('the rules of a group', () => {
  test.each([
    ['America/New_York|US-FL', ['US', 'US-FL']],
    ['America/New_York|US-NY', ['US']],
    ['America/Chicago+America/New_York|US-KY', ['US', 'US-KY']],
    ['America/New_York|US-FL+US-RI', ['US', 'US-FL', 'US-RI']],
    ['America/Denver|US-UT', ['US', 'US-UT']],
    ['America/New_York|US-IN', ['US', 'cautious']],
    ['America/Puerto_Rico|US-PR', ['US']],
    ['America/Puerto_Rico|PR', ['US']],
    ['America/Toronto|CA-ON', ['CA']],
    ['Indian/Reunion|RE', ['FR']],
    ['Europe/London|GB', ['GB']],
    ['Europe/Lisbon|PT', ['PT', 'EU']],
    ['America/Montevideo|UY', []],
    ['Europe/Lisbon|', []],
  ])('%s are those of every place where its people may be', (group, ids) => {
    expect(idsOf(plan(), group)).toEqual(ids);
    expect(namesOf(plan().at(group, NOON).rules)).toEqual(ids);
  });

  test('are those of every state when only the country is known', () => {
    const ids = idsOf(plan(), 'America/New_York|US');
    expect(ids).toEqual(expect.arrayContaining(['US', 'US-FL', 'US-RI', 'US-WA', 'cautious']));
    const { opensAt } = plan().at('America/New_York|US', Date.UTC(2026, 11, 1, 5));
    expect(localIso(rules, 'America/New_York', opensAt ?? 0)).toBe('2026-12-01T10:00:00-05:00');
  });

  test('are narrowed by a list, and widened only by naming what is not automatic', () => {
    const list = (...named: string[]): Schedules => plan({ rules: { automatic: false, named } });
    expect(idsOf(list('US'), 'America/New_York|US-FL')).toEqual(['US']);
    expect(idsOf(list('US-FL'), 'America/New_York|US-NY')).toEqual([]);
    expect(idsOf(list('GB-convention'), 'Europe/London|GB')).toEqual(['GB-convention']);
    expect(idsOf(list('cautious'), 'America/Montevideo|UY')).toEqual(['cautious']);
    expect(idsOf(list('cautious'), 'Europe/Lisbon|')).toEqual(['cautious']);
    const more = plan({ rules: { ...AUTO, named: ['cautious'] } });
    expect(idsOf(more, 'Europe/Paris|FR')).toEqual(['FR', 'cautious']);
    expect(idsOf(list(), 'America/New_York|US-FL')).toEqual([]);
  });

  test('follow the purpose of the calls', () => {
    const group = 'Australia/Sydney|AU';
    expect(idsOf(plan({ purpose: 'research' }), group)).toEqual(['AU-research']);
    expect(idsOf(plan({ purpose: 'marketing' }), group)).toEqual(['AU']);
    expect(idsOf(plan({ purpose: 'service' }), group)).toEqual([]);
    const debt = plan({ purpose: 'collections' });
    expect(idsOf(debt, 'America/New_York|US-NY')).toEqual(['US-voice', 'US-collections']);
  });
});

describe('under the rules', () => {
  test('the campaign’s windows narrow and never widen', () => {
    const wide = plan({
      weekly: { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] },
    });
    const narrow = plan({ weekly: { windows: [{ start: 660, end: 720 }], days: [2] } });
    const group = 'Europe/Paris|FR';
    const paris = (at: number | null): string => localIso(rules, 'Europe/Paris', at ?? 0);
    const morning = Date.UTC(2026, 11, 1, 5);
    expect(paris(wide.at(group, morning).opensAt)).toBe('2026-12-01T10:00:00+01:00');
    expect(paris(narrow.at(group, morning).opensAt)).toBe('2026-12-01T11:00:00+01:00');
  });

  test('a group that only the rules keep shut is found before anybody is called', () => {
    const sundays = { weekly: { windows: [{ start: 540, end: 1200 }], days: [7] } };
    const group = 'America/Chicago|US-AL';
    expect(plan(sundays).everOpens(group, NOON)).toBe(false);
    expect(
      plan({ ...sundays, rules: { automatic: false, named: [] } }).everOpens(group, NOON),
    ).toBe(true);
    const lunch = { weekly: { windows: [{ start: 780, end: 840 }], days: [1, 2, 3, 4, 5] } };
    expect(plan(lunch).everOpens('Europe/Paris|FR', NOON)).toBe(false);
  });

  test('I4 openings too short for the guard never let an order leave, and count as never open', () => {
    const of = (minutes: number): Calling['weekly'] => ({
      windows: [{ start: 600, end: 600 + minutes }],
      days: [1, 2, 3, 4, 5],
    });
    expect(plan({ weekly: of(1) }).everOpens('Europe/Paris|FR', NOON)).toBe(false);
    expect(plan({ weekly: of(2) }).everOpens('Europe/Paris|FR', NOON)).toBe(true);
  });

  test('all day, every day stays one opening over midnight', () => {
    const { closesAt } = plan().at('Europe/London|GB', NOON);
    expect((closesAt ?? 0) - NOON).toBe(366 * DAY);
  });
});

describe('a date on which nobody is called', () => {
  const blackout = ['2026-12-02'].map((date) => dayOfIso(date) ?? 0);

  test('is a date on the wall of each candidate zone', () => {
    const shut = plan({ blackout });
    const group = 'America/Los_Angeles+America/New_York|';
    const opening = shut.at(group, NOON);
    // It begins in New York three hours before it begins in Los Angeles, and ends three hours later there.
    expect(new Date(opening.closesAt ?? 0).toISOString()).toBe('2026-12-02T05:00:00.000Z');
    const { opensAt } = shut.at(group, opening.closesAt ?? 0);
    expect(new Date(opensAt ?? 0).toISOString()).toBe('2026-12-03T08:00:00.000Z');
  });

  test('closes a window that began on it or runs into it', () => {
    const weekly = { windows: [{ start: 1200, end: 120 }], days: [1, 2, 3, 4, 5, 6, 7] };
    const night = plan({ weekly, blackout });
    const open = (iso: string): boolean => night.at('Etc/UTC|', Date.parse(iso)).open;
    expect(open('2026-12-01T23:59:00Z')).toBe(true);
    expect(open('2026-12-02T00:00:00Z')).toBe(false);
    expect(open('2026-12-02T21:00:00Z')).toBe(false);
    expect(open('2026-12-03T01:00:00Z')).toBe(false);
    expect(open('2026-12-03T20:00:00Z')).toBe(true);
  });
});

describe('random groups under rules', () => {
  const places = [
    { zones: ['America/Chicago'], group: 'US-AL', ids: ['US', 'US-AL'] },
    { zones: ['America/Chicago', 'America/New_York'], group: 'US-KY', ids: ['US', 'US-KY'] },
    { zones: ['America/New_York'], group: 'US-FL+US-TX', ids: ['US', 'US-FL', 'US-TX'] },
    { zones: ['Europe/Paris'], group: 'FR', ids: ['FR'] },
    { zones: ['Indian/Reunion', 'Europe/Paris'], group: 'FR+RE', ids: ['FR'] },
    { zones: ['Europe/Amsterdam'], group: 'FR+NL', ids: ['FR', 'NL'] },
    { zones: ['Australia/Lord_Howe', 'Australia/Perth'], group: 'AU', ids: ['AU'] },
    { zones: ['America/St_Johns', 'America/Vancouver'], group: 'CA-BC+CA-NL', ids: ['CA'] },
    { zones: ['Asia/Kolkata'], group: 'IN', ids: ['IN'] },
  ];
  const holidays = [
    '2026-11-11',
    '2026-12-25',
    '2027-03-29',
    '2027-05-06',
    '2027-07-05',
    '2027-12-31',
  ];

  test('agree with the table minute by minute, around holidays and changes of the clocks', () => {
    const next = chance(11);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
    const wrong: string[] = [];
    for (let index = 0; index < 90; index += 1) {
      const place = places[index % places.length];
      if (place === undefined) continue;
      const weekly = next() < 0.3 ? WHOLE_DAY : someWeekly(next);
      const span = { start: Date.UTC(2026, 9, 20), end: Date.UTC(2027, 11, 1) };
      const edges = [
        ...holidays.map((date) => Date.parse(`${date}T12:00Z`)),
        ...place.zones.flatMap((zone) => changesOf(zone, span)),
      ];
      const around = Math.floor((pick(edges) ?? NOON) / MINUTE) * MINUTE;
      const dates = next() < 0.3 ? [new Date(around).toISOString().slice(0, 10)] : [];
      const blackout = dates.map((date) => dayOfIso(date) ?? 0);
      const schedules = plan({ weekly, blackout, delaysMs: weekly.windows.map(() => 0) });
      const kept = { zones: place.zones, ids: place.ids, weekly, blackout: dates };
      const group = `${place.zones.join('+')}|${place.group}`;
      for (let at = around - DAY; at < around + DAY; at += MINUTE) {
        if (schedules.at(group, at).open === lawful(kept, at)) continue;
        wrong.push(
          `${group} ${JSON.stringify(weekly)} ${dates.join()} ${new Date(at).toISOString()}`,
        );
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
