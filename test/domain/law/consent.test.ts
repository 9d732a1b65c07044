import { formatGroup, parseGroup } from '../../../src/domain/run/calling-group.ts';
import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { consentBar, consentNeeded } from '../../../src/domain/law/consent-asked.ts';
import { reasonCode } from '../../../src/domain/run/reason.ts';
import { reasonText } from '../../../src/domain/run/text/reason-text.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import type { Calling } from '../../../src/domain/schedule/timeline.ts';

const { rules, law } = loadReference();
const WHOLE_DAY = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };
/** A Tuesday. */
const NOON = Date.UTC(2026, 11, 1, 12);
const DAY = 86_400_000;
const PLACES = { FR: 'Europe/Paris|FR', ES: 'Europe/Madrid|ES' };

const plan = (change: Partial<Calling> = {}): Schedules =>
  new Schedules(rules, { weekly: WHOLE_DAY, delaysMs: [0], zone: null, ...change }, law);
const consented = (place: string): string =>
  formatGroup({ ...parseGroup(place), audience: null, consented: true });
const paris = (text: string): number => Date.parse(`${text}+01:00`);

describe('consent on record', () => {
  test('lifts the hours, days and holidays of France, and neither its cap nor its rest', () => {
    const [strict, lifted] = [PLACES.FR, consented(PLACES.FR)];
    const schedules = plan();
    for (const at of [
      '2026-12-01T13:30',
      '2026-12-01T21:00',
      '2026-12-05T11:00',
      '2026-12-25T11:00',
    ]) {
      expect([at, schedules.at(strict, paris(at)).open]).toEqual([at, false]);
      expect([at, schedules.at(lifted, paris(at)).open]).toEqual([at, true]);
    }
    expect(schedules.limitsOf(lifted, NOON)).toEqual(schedules.limitsOf(strict, NOON));
    expect(schedules.limitsOf(lifted, NOON).caps).toHaveLength(1);
    expect(schedules.consentRulesOf(lifted, NOON).map(({ id }) => id)).toEqual(['FR']);
  });

  test('lifts nothing where the text does not say so, and nobody else’s hours', () => {
    const both = consented('Europe/Paris|ES+FR');
    expect(plan().at(both, paris('2026-12-05T11:00')).open).toBe(false);
    expect(law.liftsHoursIn(['ES'])).toBe(false);
    expect(['FR', 'RE', 'US-UT', 'US'].map((place) => law.liftsHoursIn([place]))).not.toContain(
      false,
    );
    const lifting = law.rules.filter(({ record }) => record.consent?.liftsHours === true);
    expect(lifting.map(({ record }) => record.id)).toEqual(['US-UT', 'FR']);
  });

  test('keeps to the campaign’s own hours all the same', () => {
    const narrow = plan({
      weekly: { windows: [{ start: 600, end: 1080 }], days: [1, 2, 3, 4, 5] },
    });
    const group = consented(PLACES.FR);
    expect(narrow.at(group, paris('2026-12-01T13:30')).open).toBe(true);
    expect(narrow.at(group, paris('2026-12-01T18:30')).open).toBe(false);
    expect(narrow.at(group, paris('2026-12-05T11:00')).open).toBe(false);
  });
});

describe('the consent that a rule asks for', () => {
  test('is too old in Spain after two years, to the day', () => {
    const needed = consentNeeded(plan().consentRulesOf(PLACES.ES, NOON), NOON);
    expect(consentBar(needed, NOON - 730 * DAY, NOON)).toBeNull();
    const old = consentBar(needed, NOON - 730 * DAY - 1, NOON);
    expect(reasonCode(old)).toBe('consent_too_old');
    expect(reasonText(old ?? '')).toBe('the consent on record is older than 730 days (ES)');
    expect(consentBar(needed, null, NOON)).toBe(
      storeReason({ code: 'consent_missing', rules: 'ES' }),
    );
    expect(consentBar(needed, NOON + 1, NOON)).toBe(
      storeReason({ code: 'consent_missing', rules: 'ES' }),
    );
    const french = consentNeeded(plan().consentRulesOf(PLACES.FR, NOON), NOON);
    expect(consentBar(french, Date.UTC(2010, 0, 1), NOON)).toBeNull();
  });

  test('says of which kind it has to be', () => {
    const kinds = Object.fromEntries(
      law.rules.flatMap(({ record }) =>
        record.consent === null ? [] : [[record.id, record.consent.kind]],
      ),
    );
    expect(kinds).toMatchObject({
      ...{ US: 'written', 'US-voice': 'express', FR: 'express', GB: 'automated_calls' },
      ...{ IT: 'automated_calls', EU: 'automated_calls', CA: 'automated_calls' },
    });
  });
});
