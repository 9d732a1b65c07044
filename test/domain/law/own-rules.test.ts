import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { ownRuleRecords, readOwnRules } from '../../../src/domain/law/own-rules.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { campaignOf, problemsOf } from '../campaign/a-campaign.ts';

const { rules, law } = loadReference();
const WEEK = Array.from({ length: 7 }, () => ['09:00-12:00']);
const LUNCH = { id: 'lunch', hours: WEEK, in: ['FR'] };
const weekly = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };

test.each([
  ['a list', [LUNCH], []],
  ['one rule', LUNCH, []],
  ['nothing', [], [/^there is no rule in it; a rule begins with/]],
  ['a null', null, [/^there is no rule in it/]],
  ['a word', 'lunch', ['rule 1: is not a group of keys']],
  ['an id that ships', { ...LUNCH, id: 'FR' }, [/a rule that ships has this id/]],
  ['an id twice', [LUNCH, LUNCH], ['rule lunch: is there twice']],
  ['no id', { hours: WEEK }, [/^rule 1: id: /]],
  ['six days', { ...LUNCH, hours: WEEK.slice(1) }, [/^rule lunch: hours: /]],
  ['an unknown key', { ...LUNCH, colour: 'red' }, ['rule lunch: colour: is no key of a rule']],
  [
    'a key that is misspelt',
    { id: 'lunch', huors: WEEK },
    ['rule lunch: huors: is no key of a rule; did you mean hours?'],
  ],
  ['a time that is none', { ...LUNCH, hours: WEEK.map(() => ['9-12']) }, [/no span of a day like/]],
  ['a country by its name', { ...LUNCH, in: ['France'] }, [/"France" is no place .* write FR$/]],
  ['a country in small letters', { ...LUNCH, in: ['fr'] }, [/"fr" is no place .* write FR$/]],
  ['a country that is none', { ...LUNCH, in: ['ZZ'] }, [/would hold nowhere; write it like FR/]],
  ['a state that is none', { ...LUNCH, in: ['US-FLA'] }, [/"US-FLA" is no place/]],
  ['a state without its country', { ...LUNCH, in: ['TX'] }, [/"TX" is no place/]],
  ['states and provinces', { ...LUNCH, in: ['US-FL', 'CA-ON', 'AU-NSW', 'ES-CE', 'GB'] }, []],
  [
    'a day off in a place that is none',
    { id: 'off', closures: [{ days: [{ name: 'A', on: '12-24' }], hours: [], in: ['Spain'] }] },
    [/"Spain" is no place .* write ES$/],
  ],
  ['a place alone', { id: 'lunch', in: ['FR'] }, [/narrows nothing/]],
  [
    'nothing but wider hours, and no consent',
    { id: 'wide', hours: WEEK.map(() => ['00:00-24:00']), consent: null, closures: [] },
    [/narrows nothing, and a rule of your own can do nothing else/],
  ],
  ['a purpose that is none', { ...LUNCH, purposes: ['fun'] }, [/purposes/]],
  [
    'hours that consent lifts',
    { ...LUNCH, consent: { kind: 'express', max_age: null, lifts_hours: true } },
    [/may only narrow/],
  ],
])('a file with %s', (_, value, problems) => {
  const read = readOwnRules(value, ['FR']);
  expect(read.ok).toBe(problems.length === 0);
  if (!read.ok)
    expect(read.problems).toEqual(
      problems.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
});

test('rules of one’s own narrow those that ship, where, for whom and for what they say', () => {
  const read = readOwnRules({ ...LUNCH, purposes: ['marketing'], audience: ['consumers'] }, []);
  const ownRules = ownRuleRecords(read.ok ? read.rules : []);
  const ids = (group: string, more: object = {}): string[] =>
    new Schedules(rules, { weekly, delaysMs: [0], zone: null, ownRules, ...more }, law)
      .rulesOf(group)
      .map(({ record }) => record.id);
  expect(ids('Europe/Paris|FR')).toEqual(['FR', 'EU-AI', 'lunch']);
  expect(ids('Europe/Berlin|DE')).not.toContain('lunch');
  expect(ids('Europe/Paris|FR', { purpose: 'service' })).not.toContain('lunch');
  expect(ids('Europe/Paris|FR', { audience: 'businesses' })).not.toContain('lunch');
  const at = Date.parse('2026-12-01T15:00+01:00');
  const under = (own: typeof ownRules): boolean =>
    new Schedules(rules, { weekly, delaysMs: [0], zone: null, ownRules: own }, law).at(
      'Europe/Paris|FR',
      at,
    ).open;
  expect([under([]), under(ownRules)]).toEqual([true, false]);
});

test('a campaign names a file of them, or has them in itself, beside others', () => {
  expect(campaignOf({ rules: ['auto', './ours.yaml'] }).ruleFiles).toEqual(['./ours.yaml']);
  const { calling, ruleFiles } = campaignOf({ rules: ['auto', LUNCH] });
  expect(calling.rules).toEqual({ automatic: true, named: [] });
  expect([ruleFiles, calling.ownRules.map(({ id }) => id)]).toEqual([[], ['lunch']]);
  expect(problemsOf({ rules: ['./ours.yaml'] })).toEqual([
    'rules: names only rules of your own -> add auto as the first of the list',
  ]);
  expect(problemsOf({ rules: ['auto', { ...LUNCH, id: 'FR' }] })).toEqual([
    expect.stringContaining('a rule that ships has this id'),
  ]);
});
