import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import {
  consentAskedAt,
  consentText,
  isOnRecord,
  isRefusal,
  reliedOn,
  statedConsent,
  withoutConsent,
} from '../../../src/domain/contact/consent.ts';
import { contactOf, GOOD, NOW, problemsOf, read } from './row/row-setup.ts';

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
        message: '"yes" cannot be read as a date, and counts as no consent.',
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

  test.each([
    ['yes', 'cannot be read as a date'],
    ['2026-11-24', 'is still to come'],
  ])('%j is said where the campaign states one, too, with what counts instead', (cell, what) => {
    const said = warningsOf({ consent_at: cell }, { campaign: { consent: STATED } });
    expect(said.map(({ message }) => message)).toEqual([
      `"${cell}" ${what}, and counts as no consent; what the campaign states is relied on.`,
    ]);
  });

  test.each([null, STATED])('that refuses is said, whatever the campaign states: %j', (consent) => {
    const said = warningsOf({ consent_at: 'Withdrawn' }, { campaign: { consent } });
    expect(said).toEqual([
      {
        line: 7,
        column: 'consent_at',
        value: 'Withdrawn',
        code: 'consent_refused',
        message: '"Withdrawn" refuses consent: this person is not called.',
        fix: 'Leave it as it is, or write the day of the consent as YYYY-MM-DD if the person has agreed since.',
      },
    ]);
  });
});

describe('a refusal', () => {
  const plain = 'no,n,false,0,withdrawn,revoked,opted out,opt-out,unsubscribed,stop,refused,denied';
  const spelled = ['No', ' NO. ', 'FALSE', 'Opted-Out', 'opted_out', 'OPT OUT', 'ｎｏ', 'STOP!'];
  test.each([...plain.split(','), ...spelled])('is the plain word %j, and no date', (text) => {
    expect(isRefusal(text)).toBe(true);
    const { consent } = contactOf({ ...GOOD, opted_in_at: text });
    expect({ at: consent?.at, isRefusal: isRefusal(consent?.text) }).toEqual({
      at: null,
      isRefusal: true,
    });
  });

  test.each(['yes', 'y', 'true', '1', '', '2026-03-01', 'not yet', 'nobody', 'no idea', null])(
    'is never guessed from %j',
    (text) => {
      expect(isRefusal(text)).toBe(false);
    },
  );
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
});

describe('a date of consent', () => {
  test('is kept, but is no date, when it says yes', () => {
    const { consent } = contactOf({ ...GOOD, opted_in_at: 'yes' });
    expect(consent).toEqual({ text: 'yes', at: null, source: null });
  });

  test.each([
    ['2019-05-04', '2019-05-04T12:00:00.000Z'],
    ['25/12/2015', '2015-12-25T12:00:00.000Z'],
    ['11 Mar 2016 09:30', '2016-03-11T21:30:00.000Z'],
    ['2014-01-01T10:00:00Z', '2014-01-01T10:00:00.000Z'],
    ['14-Feb-2026', '2026-02-14T08:00:00.000Z'],
    ['2025-12-25 00:00:00', '2025-12-25T08:00:00.000Z'],
  ])('is read from %s, before the years of the time-zone rules too', (text, at) => {
    expect(contactOf({ ...GOOD, consent_at: text }).consent).toEqual({
      text,
      at: Date.parse(at),
      source: null,
    });
  });
});

describe('a date of consent that could be two days', () => {
  test.each(['01/03/2026', '3/11/26', '01-03-2026'])('%s is asked about, never guessed', (text) => {
    const { problems } = problemsOf({ ...GOOD, consent_at: text });
    expect(problems).toMatchObject([{ code: 'date_ambiguous', column: 'consent_at' }]);
    expect(problems[0]?.fix).toContain('dates: month-first');
  });

  test.each([
    ['11.03.2026', {}, '2026-03-11T07:00:00.000Z'],
    ['11. 3. 26', {}, '2026-03-11T07:00:00.000Z'],
    ['03.25.2026', {}, '2026-03-25T07:00:00.000Z'],
    ['11.03.2026', { dates: 'month-first' }, '2026-11-03T08:00:00.000Z'],
  ] as const)('%s has the day first, unless the campaign says otherwise: %j', (text, said, at) => {
    const { consent } = contactOf({ ...GOOD, consent_at: text }, { campaign: said });
    expect(consent?.at).toBe(Date.parse(at));
  });

  test.each([
    ['month-first', '2026-03-11T07:00:00.000Z'],
    ['day-first', '2026-11-03T08:00:00.000Z'],
  ] as const)('3/11/26 is read where the campaign says %s', (dates, at) => {
    const { consent } = contactOf({ ...GOOD, consent_at: '3/11/26' }, { campaign: { dates } });
    expect(consent?.at).toBe(Date.parse(at));
  });

  test.each(['2026-02-30', 'see the contract', '1900-13-01'])(
    'stops its row where nobody can read it: %s',
    (text) => {
      const { problems } = problemsOf({ ...GOOD, consent_at: text });
      expect(problems).toMatchObject([{ code: 'consent_unknown', value: text }]);
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
    expect(withoutConsent(['US', 'FR'])).toBe(
      storeReason({ code: 'consent_missing', rules: 'US, FR' }),
    );
    expect(withoutConsent([])).toBeNull();
  });
});

describe('what is said of a consent', () => {
  const cell = (text: string | null, at: number | null, source: string | null = null) => ({
    text,
    at,
    source,
  });
  const campaign = 'stated by the campaign: existing customers';

  test.each([
    [cell('2026-03-01', NOW - 1, 'web form'), '2026-03-01, web form', 'row'],
    [cell('2026-03-01', NOW), '2026-03-01', 'row'],
    [cell('2027-01-01', NOW + 1), campaign, 'campaign'],
    [cell('yes', null, 'web form'), campaign, 'campaign'],
    [cell(null, null, 'web form'), campaign, 'campaign'],
    [cell('withdrawn', null), 'refused in the row: withdrawn', 'refusal'],
    [null, campaign, 'campaign'],
  ])('is what was relied on: %j', (own, text, by) => {
    expect(consentText(own, STATED, NOW)).toBe(text);
    expect(reliedOn(own, STATED, NOW)).toBe(by);
  });

  test('is nothing where there is nothing to rely on', () => {
    expect(consentText(null, null, NOW)).toBeNull();
    expect(consentText(cell('2027-01-01', NOW + 1), null, NOW)).toBeNull();
    expect(reliedOn(cell('yes', null), null, NOW)).toBe('nothing');
  });

  test('is judged by the last order, or by when somebody without one came to their state', () => {
    expect(consentAskedAt([{ orderedAt: 3 }, { orderedAt: 5 }], 9)).toBe(5);
    expect(consentAskedAt([], 9)).toBe(9);
  });

  test('repeats the campaign’s statement in full', () => {
    expect(statedConsent(STATED)).toBe('existing customers: “They agreed at the desk.”');
  });
});
