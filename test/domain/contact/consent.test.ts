import { describe, expect, test } from 'vitest';
import {
  consentText,
  isOnRecord,
  statedConsent,
  withoutConsent,
} from '../../../src/domain/contact/consent.ts';
import { contactOf, GOOD, NOW, read } from './row-setup.ts';

const STATED = { basis: 'existing customers', statement: 'They agreed at the desk.' };

describe('a cell of consent', () => {
  const warningsOf = (cells: Readonly<Record<string, string>>, given = {}) => {
    const reading = read({ ...GOOD, ...cells }, given);
    if (reading.kind !== 'contact') throw new Error(JSON.stringify(reading.problems));
    return reading.warnings;
  };

  test('that nobody can read, or that is still to come, is said', () => {
    const fix = 'Write the day of the consent as YYYY-MM-DD, or leave the cell blank.';
    const said = { line: 7, column: 'Opted in at', fix };
    expect(warningsOf({ 'Opted in at': 'yes' })).toEqual([
      {
        ...said,
        value: 'yes',
        code: 'consent_unreadable',
        message: '"yes" is no date that can be read, and counts as no consent.',
      },
    ]);
    expect(warningsOf({ 'Opted in at': '2026-11-24' })).toEqual([
      {
        ...said,
        value: '2026-11-24',
        code: 'consent_future',
        message: '"2026-11-24" is still to come, and counts as no consent.',
      },
    ]);
  });

  test.each([{ consent_at: '2026-03-01' }, { consent_at: ' ' }, { consent_source: 'yes' }])(
    'is nothing odd as %j',
    (cells) => {
      expect(warningsOf(cells)).toEqual([]);
    },
  );

  test('is nothing odd, whatever the cell says, where the campaign states one', () => {
    expect(warningsOf({ consent_at: 'yes' }, { campaign: { consent: STATED } })).toEqual([]);
  });
});

describe('the consent of a row', () => {
  test('is its date by the person’s own clock, with where it was given', () => {
    const row = { ...GOOD, consent_date: '2026-03-01', opt_in_source: 'web form' };
    expect(contactOf(row).consent).toEqual({
      text: '2026-03-01',
      at: Date.parse('2026-03-01T00:00:00-08:00'),
      source: 'web form',
    });
  });

  test('is none without a date and a source', () => {
    expect(contactOf(GOOD).consent).toBeNull();
    expect(contactOf({ ...GOOD, consent_date: ' ' }).consent).toBeNull();
  });

  test.each(['yes', '01/03/2026', '2026-02-30'])(
    'is kept, but is no date, when it says %s',
    (text) => {
      const { consent } = contactOf({ ...GOOD, opted_in_at: text });
      expect(consent).toEqual({ text, at: null, source: null });
    },
  );

  test('is no prompt variable', () => {
    const row = {
      ...GOOD,
      consent_date: '2026-03-01',
      consent_source: 'web form',
      first_name: 'Ada',
    };
    expect(contactOf(row).variables).toEqual({ first_name: 'Ada' });
  });
});

describe('a consent is on record', () => {
  test('from its moment on', () => {
    expect(isOnRecord(NOW, NOW)).toBe(true);
    expect(isOnRecord(NOW + 1, NOW)).toBe(false);
    expect(isOnRecord(null, NOW)).toBe(false);
  });

  test('and asked for by rules that are named', () => {
    expect(withoutConsent(['US', 'FR'])).toBe('no consent on record (US, FR)');
    expect(withoutConsent([])).toBeNull();
  });
});

describe('what is said of a consent', () => {
  test.each([
    [{ text: '2026-03-01', source: 'web form' }, '2026-03-01, web form'],
    [{ text: '2026-03-01', source: null }, '2026-03-01'],
    [{ text: null, source: null }, 'stated by the campaign: existing customers'],
    [null, 'stated by the campaign: existing customers'],
  ])('%j', (own, text) => {
    expect(consentText(own, STATED)).toBe(text);
  });

  test('is nothing where there is nothing', () => {
    expect(consentText(null, null)).toBeNull();
  });

  test('repeats the campaign’s statement in full', () => {
    expect(statedConsent(STATED)).toBe('existing customers: “They agreed at the desk.”');
  });
});
