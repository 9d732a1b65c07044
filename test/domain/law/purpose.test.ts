import { formatGroup, parseGroup } from '../../../src/domain/run/calling-group.ts';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { bindsCalls } from '../../../src/domain/law/rule.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import type { Calling } from '../../../src/domain/schedule/timeline.ts';

const { rules, law } = loadReference();
const WHOLE_DAY = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };
/** A Tuesday. */
const NOON = Date.UTC(2026, 11, 1, 12);

const plan = (change: Partial<Calling> = {}): Schedules =>
  new Schedules(rules, { weekly: WHOLE_DAY, delaysMs: [0], zone: null, ...change }, law);
const binding = (schedules: Schedules, group: string): string[] =>
  schedules.rulesOf(group).flatMap(({ record }) => (bindsCalls(record) ? [record.id] : []));

const PLACES = {
  US: 'America/New_York|US-NY',
  FL: 'America/New_York|US-FL',
  TX: 'America/Chicago|US-TX',
  WA: 'America/Los_Angeles|US-WA',
  FR: 'Europe/Paris|FR',
  ES: 'Europe/Madrid|ES',
  DE: 'Europe/Berlin|DE',
  NL: 'Europe/Amsterdam|NL',
  AT: 'Europe/Vienna|AT',
  GB: 'Europe/London|GB',
  IT: 'Europe/Rome|IT',
  AU: 'Australia/Sydney|AU',
  CA: 'America/Toronto|CA-ON',
  ZA: 'Africa/Johannesburg|ZA',
  RU: 'Europe/Moscow|RU',
} as const;

describe('the purpose of a campaign selects the rules whose text speaks of it', () => {
  test.each([
    ['US', ['US'], ['US-voice'], ['US-voice', 'US-collections'], ['US-voice']],
    ['FL', ['US', 'US-FL'], ['US-voice'], ['US-voice', 'US-collections'], ['US-voice']],
    ['FR', ['FR'], [], [], []],
    ['ES', ['ES'], [], [], []],
    ['DE', ['DE'], [], [], []],
    ['NL', ['NL'], [], [], []],
    ['AT', ['AT'], [], [], []],
    ['GB', ['GB'], ['GB-service'], ['GB-service'], ['GB-service']],
    ['IT', ['IT'], [], [], ['IT']],
    ['AU', ['AU'], [], [], ['AU-research']],
    ['CA', ['CA'], ['CA-ADAD'], ['CA-ADAD'], ['CA-ADAD']],
    ['RU', ['RU'], [], ['RU-collections'], []],
  ] as const)('%s', (place, ...byPurpose) => {
    const [marketing, service, collections, research] = byPurpose;
    const of = (calling: Partial<Calling>): string[] => binding(plan(calling), PLACES[place]);
    expect(of({})).toEqual(marketing);
    expect(of({ purpose: 'marketing' })).toEqual(marketing);
    expect(of({ purpose: 'service' })).toEqual(service);
    expect(of({ purpose: 'collections' })).toEqual(collections);
    expect(of({ purpose: 'research' })).toEqual(research);
  });
});

describe('the audience of a campaign, or of a row', () => {
  test.each([
    ['US', ['US'], ['US-business']],
    ['TX', ['US', 'US-TX'], ['US-business']],
    ['WA', ['US', 'US-WA'], ['US-business']],
    ['FL', ['US', 'US-FL'], ['US-business', 'US-FL']],
    ['FR', ['FR'], []],
    ['ZA', ['ZA'], []],
    ['GB', ['GB'], ['GB']],
    ['DE', ['DE'], ['DE']],
    ['CA', ['CA'], ['CA']],
  ] as const)('selects the rules of %s', (place, consumers, businesses) => {
    const group = PLACES[place];
    expect(binding(plan(), group)).toEqual(consumers);
    expect(binding(plan({ audience: 'consumers' }), group)).toEqual(consumers);
    expect(binding(plan({ audience: 'businesses' }), group)).toEqual(businesses);
    const row = formatGroup({ ...parseGroup(group), audience: 'businesses', consented: false });
    expect(binding(plan(), row)).toEqual(businesses);
    const consumer = formatGroup({ ...parseGroup(group), audience: 'consumers', consented: false });
    expect(binding(plan({ audience: 'businesses' }), consumer)).toEqual(consumers);
  });
});

describe('automated marketing calls need consent', () => {
  const MEMBERS =
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
  test.each([
    ...MEMBERS.split(' '),
    'IS',
    'LI',
    'NO',
    'CA',
    'GB',
    'US',
    'RU',
    'VN',
    'KR',
    'TR',
    'PE',
  ])('in %s', (country) => {
    expect(plan().consentRulesOf(`Etc/UTC|${country}`, NOON)).not.toEqual([]);
  });

  test.each(MEMBERS.split(' '))('in %s an AI says at the start that it is one', (country) => {
    const said = plan({ purpose: 'service' }).rulesOf(`Etc/UTC|${country}`);
    expect(said.filter(({ record }) => record.aiDisclosure === 'at_start')).toHaveLength(1);
  });
});

describe('a rule holds', () => {
  test('from its first date to its last, by the calendar of the person', () => {
    const group = 'America/New_York|US-PA';
    const at = (text: string): boolean => plan().at(group, Date.parse(`${text}-04:00`)).open;
    expect(at('2026-10-17T11:59')).toBe(true);
    expect(at('2026-10-17T12:00')).toBe(false);
    expect(at('2026-10-17T20:59')).toBe(false);
    expect(at('2026-10-18T14:00')).toBe(false);
    expect(at('2026-10-19T08:59')).toBe(false);
    expect(at('2026-10-19T09:00')).toBe(true);
    expect(at('2026-10-19T19:00')).toBe(false);
  });

  test('in the parts of a country that keep its days, where it is known in which one somebody is', () => {
    const sydney = (text: string): number => Date.parse(`${text}T12:00+11:00`);
    const cup = sydney('2027-11-02');
    const open = (place: string): boolean => plan().at(`Australia/Sydney|${place}`, cup).open;
    expect([open('AU'), open('AU-VIC'), open('AU-NSW'), open('AU-NSW+AU-VIC')]).toEqual([
      ...[false, false, true, false],
    ]);
  });
});
