import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import type { RuleChoice } from '../../../src/domain/law/law.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { unkeptLaw } from '../../../src/domain/schedule/unkept-law.ts';

const { rules, law } = loadReference();
const weekly = { windows: [{ start: 600, end: 1080 }], days: [1, 2, 3, 4, 5] };
const under = (choice?: RuleChoice): Schedules =>
  new Schedules(
    rules,
    { weekly, delaysMs: [0], zone: null, ...(choice === undefined ? {} : { rules: choice }) },
    law,
  );
const only = (...named: string[]): Schedules => under({ automatic: false, named });

const NEW_YORK = { group: 'America/New_York|US-NY', people: 3 };
const FLORIDA = { group: 'America/New_York|US-FL', people: 2 };
const UTAH = { group: 'America/Denver|US-UT', people: 1 };
const PARIS = { group: 'Europe/Paris|FR', people: 4 };
const URUGUAY = { group: 'America/Montevideo|UY', people: 5 };

test('the law of a country that is not on the list is off for all who are there', () => {
  const left = unkeptLaw(only('FR'), [NEW_YORK, FLORIDA, UTAH, PARIS, URUGUAY]);
  expect(left).toEqual([{ place: 'US', people: 6 }]);
});

test('the law of a state is off where the list has its country alone', () => {
  expect(unkeptLaw(only('US'), [NEW_YORK, FLORIDA, UTAH, PARIS])).toEqual([
    { place: 'FR', people: 4 },
    { place: 'US-FL', people: 2 },
    { place: 'US-UT', people: 1 },
  ]);
});

test('somebody who may be in several places counts in each of them once', () => {
  const both = { group: 'America/New_York+America/Chicago|US-FL+US-AL', people: 2 };
  expect(unkeptLaw(only('US', 'US-AL'), [both, FLORIDA])).toEqual([{ place: 'US-FL', people: 4 }]);
  expect(unkeptLaw(only('GB'), [both])).toEqual([{ place: 'US', people: 2 }]);
});

test('of a person of whom only the country is known, every state counts that is left out', () => {
  const left = unkeptLaw(only('US'), [{ group: 'America/New_York|US', people: 1 }]);
  expect(left).toContainEqual({ place: 'US-FL', people: 1 });
  expect(left).not.toContainEqual({ place: 'US', people: 1 });
});

test.each([undefined, { automatic: true, named: ['cautious'] }, { automatic: false, named: [] }])(
  'nothing is left out under %j: all of the law holds, or none and that is said',
  (choice) => {
    expect(unkeptLaw(under(choice), [NEW_YORK, PARIS])).toEqual([]);
  },
);
