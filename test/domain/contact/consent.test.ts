import { describe, expect, test } from 'vitest';
import {
  consentText,
  isOnRecord,
  statedConsent,
  withoutConsent,
} from '../../../src/domain/contact/consent.ts';
import { contactOf, GOOD, NOW } from './row-setup.ts';

const STATED = { basis: 'existing customers', statement: 'They agreed at the desk.' };

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
