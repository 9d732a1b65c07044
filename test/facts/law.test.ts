import { formatGroup, parseGroup } from '../../src/domain/run/calling-group.ts';
import moment from 'moment-timezone';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../src/adapters/reference/load.ts';
import { Schedules } from '../../src/domain/schedule/schedules.ts';
import { EUROPE, OVERSEAS } from './law-abroad.ts';
import { FEDERAL, STATES } from './law-america.ts';
import type { LawFact } from './law-fact.ts';

const { rules, law } = loadReference();
const WHOLE_DAY = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };

const said = (fact: LawFact): Schedules => {
  const { purpose, audience, named = [] } = fact;
  const choice = { automatic: true, named };
  const calling = { weekly: WHOLE_DAY, delaysMs: [0], zone: null, rules: choice };
  return new Schedules(rules, { ...calling, purpose, audience }, law);
};

/** The times of a list at which the product says something else. */
function wrongTimes(
  list: string | undefined,
  says: (at: number) => boolean,
  zone: string,
): string[] {
  const times = list?.split(', ') ?? [];
  return times.filter((time) => !says(moment.tz(time, 'YYYY-MM-DD HH:mm', true, zone).valueOf()));
}

/** What the product makes of everything that a fact speaks of. */
function productOf(fact: LawFact): Partial<LawFact> {
  const { at, consented = false, on = '2026-12-01' } = fact;
  const schedules = said(fact);
  const group = formatGroup({ ...parseGroup(at), audience: null, consented });
  const now = Date.parse(`${on}T12:00Z`);
  const asking = schedules.consentRulesOf(group, now).flatMap(({ consent }) => consent ?? []);
  const inForce = schedules.rulesOf(group).filter((rule) => rule.inForceAt(now));
  const ai = inForce.flatMap(({ record }) => record.aiDisclosure ?? []);
  const [saysAi = 'never'] = ai.sort();
  const ages = asking.flatMap(({ maxAge }) => maxAge ?? []);
  return {
    ...(fact.consent === undefined ? {} : { consent: asking.map(({ kind }) => kind) }),
    ...(fact.consentAge === undefined ? {} : { consentAge: Math.min(...ages) }),
    ...(fact.caps === undefined
      ? {}
      : {
          caps: schedules.limitsOf(group, now).caps.map(({ max, hours }) => [max, hours] as const),
        }),
    ...(fact.saysAi === undefined ? {} : { saysAi }),
    ...(fact.saysRecorded === undefined
      ? {}
      : { saysRecorded: inForce.some(({ record }) => record.recordingNotice !== null) }),
    ...(fact.saysName === undefined
      ? {}
      : { saysName: inForce.some(({ record }) => record.callerNamed !== null) }),
    ...(fact.saysOptOut === undefined
      ? {}
      : { saysOptOut: inForce.some(({ record }) => record.optOutOffered !== null) }),
  };
}

describe.each([
  ['the states', STATES],
  ['the United States and Canada', FEDERAL],
  ['Europe', EUROPE],
  ['other countries', OVERSEAS],
])('the law of %s', (_, facts) => {
  test.each(facts.map((fact) => [fact.what, fact] as const))('%s', (...[, fact]) => {
    const schedules = said(fact);
    const group = formatGroup({
      ...parseGroup(fact.at),
      audience: null,
      consented: fact.consented ?? false,
    });
    const [zone = ''] = fact.at.split('|');
    const isOpen = (at: number): boolean => schedules.at(group, at).open;
    expect({
      open: wrongTimes(fact.open, isOpen, zone),
      shut: wrongTimes(fact.shut, (at) => !isOpen(at), zone),
    }).toEqual({ open: [], shut: [] });
    expect(fact).toMatchObject(productOf(fact));
  });
});
