import { describe, expect, test } from 'vitest';
import { campaignOf } from '../a-campaign.ts';

const DEFAULTS = {
  name: 'First try',
  slug: 'first-try',
  assistant: { prompt: 'Say hello.' },
  assistantId: null,
  fromPhoneNumber: null,
  concurrency: { max: 10, key: null, keyColumn: null, maxPerKey: null },
  calling: {
    weekly: { windows: [{ start: 600, end: 1080 }], days: [1, 2, 3, 4, 5] },
    delaysMs: [7_200_000],
    maxAttempts: 3,
    timezone: null,
    twiceInARow: false,
    holidays: [],
    ownRules: [],
    limits: { caps: [], rests: [] },
  },
  scheduledAt: null,
  forceNow: false,
  pace: null,
  outcomes: {
    voicemail: 'again',
    no_answer: 'again',
    busy: 'again',
    temporarily_unavailable: 'again',
    non_classified_error: 'again',
    unanswered: 'again',
    answered_unknown: 'stop',
    'ios-screening-filter': 'once_more',
    IVR: 'once_more',
    number_non_attributed: 'stop',
    no_international_permission: 'stop',
    precondition_failed: 'stop',
  },
  voicemail: 'first',
  success: null,
  optOut: { field: 'asked_not_to_be_called', how: 'asked' },
  refusal: null,
  consent: null,
  disclosure: { company: null, statedBy: null, stopAbove: null },
  suppress: [],
  holidayFiles: [],
  ruleFiles: [],
  where: { location: 'address_first', nonGeographic: null },
  subject: '',
  columns: {
    phone: [],
    name: null,
    timezone: null,
    country: null,
    state: null,
    postalCode: null,
    scheduledAt: null,
    priority: null,
    externalId: null,
    consentAt: null,
    consentSource: null,
    audience: null,
    doNotCall: [],
    consent: [],
    metadata: [],
    variables: {},
    ignore: [],
  },
  dates: null,
  defaultCountry: null,
  encoding: null,
  extract: false,
  repeatAfterMs: 86_400_000,
  leavesReachedMs: 30 * 86_400_000,
  providerRetries: 'refuse',
  rate: null,
  maxCallSeconds: 3600,
};

describe('the smallest campaign', () => {
  test('has every default', () => {
    expect(campaignOf()).toEqual(DEFAULTS);
  });

  test('may name a stored assistant instead of an inline one', () => {
    const campaign = campaignOf({ assistant: undefined, assistant_id: 'abc' });
    expect(campaign.assistant).toBeNull();
    expect(campaign.assistantId).toBe('abc');
  });
});

describe('what is given', () => {
  test('a window keeps what it says and takes the rest from the defaults', () => {
    const { calling } = campaignOf({
      call_retry_config: {
        calling_windows: [
          { calling_window_start_time: '9:30am' },
          { calling_window_end_time: '24:00', retry_delay_seconds: 60 },
          { calling_window_start_time: '22:00', calling_window_end_time: '2am' },
        ],
        allowed_days: ['sunday', 'monday', 'sunday'],
        max_retry_attempts: 5,
        timezone: 'europe/KIEV',
        call_twice_in_a_row: true,
      },
    });
    expect(calling).toEqual({
      weekly: {
        windows: [
          { start: 570, end: 1080 },
          { start: 600, end: 1440 },
          { start: 1320, end: 120 },
        ],
        days: [1, 7],
      },
      delaysMs: [7_200_000, 60_000, 7_200_000],
      maxAttempts: 5,
      timezone: 'Europe/Kyiv',
      twiceInARow: true,
      holidays: [],
      ownRules: [],
      limits: { caps: [], rests: [] },
    });
  });

  test('both time formats of the API mean the same', () => {
    const clock = (start: string, end: string) =>
      campaignOf({
        'call_retry_config.calling_windows[0]': {
          calling_window_start_time: start,
          calling_window_end_time: end,
        },
      }).calling.weekly.windows;
    expect(clock('09:00', '17:30')).toEqual([{ start: 540, end: 1050 }]);
    expect(clock('9am', '5:30pm')).toEqual([{ start: 540, end: 1050 }]);
    expect(clock('9:00AM', '5:30 PM')).toEqual([{ start: 540, end: 1050 }]);
  });
});

describe('what is given for retries', () => {
  test('call_retry_config inside of assistant counts, and is not sent', () => {
    const campaign = campaignOf({ 'assistant.call_retry_config.max_retry_attempts': 7 });
    expect(campaign.calling.maxAttempts).toBe(7);
    expect(campaign.assistant).toEqual({ prompt: 'Say hello.' });
  });

  test('a delay of millions of years is cut to what the ledger can hold', () => {
    const path = 'call_retry_config.calling_windows[0].retry_delay_seconds';
    const { delaysMs } = campaignOf({ [path]: Number.MAX_SAFE_INTEGER }).calling;
    expect(delaysMs).toEqual([315_360_000_000]);
    expect(campaignOf({ [path]: 315_360_000 }).calling.delaysMs).toEqual([315_360_000_000]);
    expect(campaignOf({ [path]: 315_359_999 }).calling.delaysMs).toEqual([315_359_999_000]);
  });

  test('force_now replaces the windows by the whole day, every day, and keeps the longest delay', () => {
    const { calling, forceNow } = campaignOf({
      force_now: true,
      call_retry_config: {
        allowed_days: ['monday'],
        calling_windows: [
          { retry_delay_seconds: 60 },
          { calling_window_start_time: '11:00', retry_delay_seconds: 600 },
        ],
      },
    });
    expect(forceNow).toBe(true);
    expect(calling.weekly).toEqual({
      windows: [{ start: 0, end: 1440 }],
      days: [1, 2, 3, 4, 5, 6, 7],
    });
    expect(calling.delaysMs).toEqual([600_000]);
  });
});

describe('what is given for the rest', () => {
  test('the assistant is sent as it was written, without defaults of ours', () => {
    const assistant = {
      prompt: ' Say {{x}}. ',
      voicemail_message: null,
      first_sentence_delay_ms: 0,
      llm_model: { type: 'dedicated-instance', name: 'gpt-4.1' },
      faq_items: [{ question: '', answer: 'a' }],
      max_call_duration_secs: 90,
    };
    expect(campaignOf({ assistant }).assistant).toEqual(assistant);
    expect(campaignOf({ assistant }).maxCallSeconds).toBe(90);
  });

  test.each([
    ['second', 1000],
    ['minute', 60_000],
  ])('pace per %s', (per, perMs) => {
    expect(campaignOf({ pace: { starts: 4, per } }).pace).toEqual({ starts: 4, perMs });
  });

  test.each([
    ['2026-12-01', '2026-12-01T00:00:00'],
    ['2026-12-01T09:00', '2026-12-01T09:00:00'],
    ['2026-12-01 09:00:30.5z', '2026-12-01T09:00:30.500Z'],
    ['2026-12-01T09:00-0530', '2026-12-01T09:00:00-05:30'],
  ])('scheduled_at %s in one spelling', (given, read) => {
    expect(campaignOf({ scheduled_at: given }).scheduledAt).toBe(read);
  });
});

describe('what is given once', () => {
  test('the small things', () => {
    const campaign = campaignOf({
      name: '  Été 2026 ',
      from_phone_number: '+12025550123',
      concurrency: { max: 3, key: 'trunk', key_column: 'Clinic', max_per_key: 1 },
      outcomes: { voicemail: 'stop', answered_unknown: 'again' },
      columns: { postal_code: 'ZIP', variables: { first_name: 'Vorname' }, ignore: ['notes'] },
      default_country: 'fr',
      extract: true,
      repeat_after: '1d 12h',
      rate: { amount: 0.1, currency: 'eur' },
    });
    expect(campaign).toMatchObject({
      name: 'Été 2026',
      slug: 'ete-2026',
      fromPhoneNumber: '+12025550123',
      concurrency: { max: 3, key: 'trunk', keyColumn: 'Clinic', maxPerKey: 1 },
      columns: { postalCode: 'ZIP', variables: { first_name: 'Vorname' }, ignore: ['notes'] },
      defaultCountry: 'FR',
      extract: true,
      repeatAfterMs: 129_600_000,
      leavesReachedMs: 0,
      rate: { amount: 0.1, currency: 'EUR' },
    });
    expect(campaign.outcomes).toMatchObject({
      voicemail: 'stop',
      busy: 'again',
      answered_unknown: 'again',
    });
    expect(campaignOf({ rate: 0.2 }).rate).toEqual({ amount: 0.2, currency: null });
    expect(campaignOf({ $schema: './campaign.schema.json' }).name).toBe('First try');
  });

  test.each(['cancel', 'accept'] as const)('provider_retries: %s', (choice) => {
    const changes = { assistant: undefined, assistant_id: 'a', provider_retries: choice };
    expect(campaignOf(changes).providerRetries).toBe(choice);
  });
});
