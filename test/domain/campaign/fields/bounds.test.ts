import { describe, expect, test } from 'vitest';
import { problemsOf } from '../a-campaign.ts';

const MOST = Number.MAX_SAFE_INTEGER;
const DELAY = 'call_retry_config.calling_windows[0].retry_delay_seconds';
const ATTEMPTS = 'call_retry_config.max_retry_attempts';
const VOICE = { id: 'v', provider: 'cartesia' };

interface Field {
  readonly path: string;
  readonly inside: readonly unknown[];
  /** Value, and what is said about it. */
  readonly outside: readonly (readonly [unknown, string])[];
  /** What must stand beside it. */
  readonly given?: Readonly<Record<string, unknown>>;
}

const small = (value: number, bound: string) => `${value} is too small -> write ${bound}`;
const whole = (value: number) => `${value} is not a whole number`;

const NUMBERS: readonly Field[] = [
  {
    path: DELAY,
    inside: [1, 7200, MOST],
    outside: [
      [0, small(0, 'more than 0')],
      [-1, small(-1, 'more than 0')],
      [0.5, whole(0.5)],
      [MOST + 1, `${MOST + 1} is too large -> write ${MOST} or less`],
      ['7200', '"7200" is text, where a number is expected -> write 7200 without quotes'],
    ],
  },
  {
    path: ATTEMPTS,
    inside: [1, 3, MOST],
    outside: [
      [0, small(0, 'more than 0')],
      [1.5, whole(1.5)],
      [MOST + 1, `${MOST + 1} is too large -> write ${MOST} or less`],
      [null, 'has no value -> give it one, or remove the line'],
    ],
  },
  {
    path: 'assistant.first_sentence_delay_ms',
    inside: [0, 400, MOST],
    outside: [
      [-1, small(-1, '0 or more')],
      [0.5, whole(0.5)],
      [MOST + 1, `${MOST + 1} is too large -> write ${MOST} or less`],
    ],
  },
  {
    path: 'assistant.max_call_duration_secs',
    inside: [0.5, 300, 86_400],
    outside: [
      [0, small(0, 'more than 0')],
      [86_400.5, '86400.5 is too large -> write 86400 or less'],
      [Number.NaN, 'NaN is not a number'],
      [Number.POSITIVE_INFINITY, 'Infinity is not a number'],
    ],
  },
  {
    path: 'concurrency.max',
    inside: [1, 2, 1000],
    outside: [
      [0, small(0, '1 or more')],
      [1.5, whole(1.5)],
    ],
  },
  {
    path: 'concurrency.max_per_key',
    given: { 'concurrency.key_column': 'clinic' },
    inside: [1, 50],
    outside: [
      [0, small(0, '1 or more')],
      [2.5, whole(2.5)],
    ],
  },
  {
    path: 'pace.starts',
    given: { 'pace.per': 'minute' },
    inside: [1, 600],
    outside: [
      [0, small(0, '1 or more')],
      [0.5, whole(0.5)],
      [undefined, 'is missing -> add starts: 30'],
    ],
  },
  { path: 'rate', inside: [0, 0.12], outside: [[-0.01, small(-0.01, '0 or more')]] },
  { path: 'rate.amount', inside: [0, 3], outside: [[-1, small(-1, '0 or more')]] },
];

const speed = (provider: string, inside: number[], outside: [number, string][]): Field => ({
  path: 'assistant.voice.speed',
  given: { 'assistant.voice': { ...VOICE, provider } },
  inside,
  outside,
});

const SPEEDS: readonly Field[] = [
  speed(
    'cartesia',
    [0.6, 1, 1.5],
    [
      [0.59, small(0.59, '0.6 or more')],
      [1.51, '1.51 is too large -> write 1.5 or less'],
    ],
  ),
  speed(
    'elevenlabs',
    [0.7, 1, 1.2],
    [
      [0.69, '0.69 is outside the range of elevenlabs -> write 0.7 to 1.2'],
      [1.21, '1.21 is outside the range of elevenlabs -> write 0.7 to 1.2'],
      [0.5, small(0.5, '0.6 or more')],
    ],
  ),
];

const QUOTED = 'put it in quotes, with its +: "+12025550123"';
const E164_FIX = 'write + and the country code, then the digits: "+12025550123"';
const phone = (path: string): Field => ({
  path,
  inside: ['+1202555', '+12025550123', '+123456789012345'],
  outside: [
    ['+120255', `has 6 digits; E.164 numbers have 7 to 15, the first not 0 -> ${E164_FIX}`],
    [
      '+1234567890123456',
      `has 16 digits; E.164 numbers have 7 to 15, the first not 0 -> ${E164_FIX}`,
    ],
    ['+02025550123', `has 11 digits; E.164 numbers have 7 to 15, the first not 0 -> ${E164_FIX}`],
    ['2025550123', `does not begin with + -> ${E164_FIX}`],
    ['+1 202-555-0123', `has more in it than + and digits -> ${E164_FIX}`],
    [12025550123, `is a number, where text is expected -> ${QUOTED}`],
  ],
});

const empty = 'is empty -> write something, or remove the line';
const filled = (path: string, given: Field['given'] = {}): Field => ({
  path,
  given,
  inside: ['x'],
  outside: [
    ['', empty],
    [' \n', empty],
  ],
});

const calendly = { connection_id: 'c', event_type_id: 'e' };
const router = { type: 'openrouter', openrouter_model_id: 'm', openrouter_provider: 'p' };
const output = { name: 'confirmed', type: 'boolean', required: true };

const TEXTS: readonly Field[] = [
  {
    path: 'name',
    inside: ['x', 'x'.repeat(120), '提醒'],
    outside: [
      ['', 'is empty -> give the campaign a name'],
      ['  ', 'is empty -> give the campaign a name'],
      ['x'.repeat(121), 'has 121 characters -> use 120 or fewer'],
      ['a\nb', 'has a control character or line break in it -> write it on one line'],
      ['\u001b[31m', 'has a control character or line break in it -> write it on one line'],
      [undefined, 'is missing -> add name: Appointment reminders'],
      [2026, '2026 is a number, where text is expected -> write it like Appointment reminders'],
    ],
  },
  phone('from_phone_number'),
  phone('assistant.transfer_phone_number'),
  filled('assistant.prompt'),
  filled('assistant.calendly.connection_id', { 'assistant.calendly': calendly }),
  filled('assistant.calendly.event_type_id', { 'assistant.calendly': calendly }),
  filled('assistant.voice.id', { 'assistant.voice': VOICE }),
  filled('assistant.llm_model.openrouter_model_id', { 'assistant.llm_model': router }),
  filled('assistant.llm_model.openrouter_provider', { 'assistant.llm_model': router }),
  filled('assistant.structured_output_config[0].name', {
    'assistant.structured_output_config': [output],
  }),
  filled('assistant_id', { assistant: undefined }),
  filled('concurrency.key'),
  filled('columns.phone'),
  filled('columns.metadata[0]'),
  filled('columns.variables.first_name'),
  {
    path: 'assistant.webhook_url',
    inside: ['https://example.com/hook', 'http://localhost:8080'],
    outside: [
      ['example.com', '"example.com" is not a web address -> begin with https://'],
      ['https://', '"https://" is not a web address -> begin with https://'],
    ],
  },
  {
    path: 'default_country',
    inside: ['US', 'gb', 'NO', 'XK'],
    outside: [
      ['UK', '"UK" is not a country code (ISO 3166) -> write GB'],
      ['USA', '"USA" is not a country code (ISO 3166) -> write US'],
      ['ZZ', '"ZZ" is not a country code (ISO 3166) -> write two letters, like US, GB or FR'],
    ],
  },
  {
    path: 'repeat_after',
    inside: ['0h', '24h', '1d 12h', '366d', '90m'],
    outside: [
      ['367d', '"367d" is longer than a year -> write 366d or less'],
      ['a day', '"a day" is not a duration -> write a number with s, m, h, d or w behind it: 24h'],
      [24, '24 is a number, where text is expected -> write it like 24h'],
    ],
  },
  {
    path: 'rate.currency',
    given: { rate: { amount: 1 } },
    inside: ['USD', 'eur'],
    outside: [
      ['$', '"$" is not a currency code -> write three letters, like USD or EUR'],
      ['EURO', '"EURO" is not a currency code -> write three letters, like USD or EUR'],
    ],
  },
  {
    path: 'scheduled_at',
    inside: ['2026-12-01', '2026-12-01T09:00', '2028-02-29T09:00:00Z', '2026-12-01 09:00+01:00'],
    outside: [
      ['2026-02-29T09:00', noMoment('2026-02-29T09:00')],
      ['2026-12-01T24:00', noMoment('2026-12-01T24:00')],
      ['tomorrow', noMoment('tomorrow')],
      ['01/12/2026', noMoment('01/12/2026')],
    ],
  },
];

function noMoment(text: string): string {
  const fix = 'write 2026-12-01T09:00 (their own clock) or 2026-12-01T09:00Z (UTC)';
  return `"${text}" is not a date and time (ISO 8601) -> ${fix}`;
}

const list = (path: string, inside: unknown[]): Field => ({
  path,
  inside: [inside],
  outside: [[[], 'is an empty list -> name at least one']],
});

const LISTS: readonly Field[] = [
  list('call_retry_config.calling_windows', [{}]),
  list('call_retry_config.allowed_days', ['sunday']),
];

/** Lists for which the API names no least length. */
const MAY_BE_EMPTY = [
  'assistant.faq_items',
  'assistant.structured_output_config',
  'columns.metadata',
];

describe.each([...NUMBERS, ...SPEEDS, ...TEXTS, ...LISTS])(
  '$path',
  ({ path, inside, outside, given }) => {
    test.each(inside.map((value) => [value]))('may be %j', (value) => {
      expect(problemsOf({ ...given, [path]: value })).toEqual([]);
    });
    test.each(outside.map(([value, said]) => [value, said]))('may not be %j', (value, said) => {
      const found = problemsOf({ ...given, [path]: value });
      expect(found.filter((line) => line.startsWith(`${path}: `))).toEqual([`${path}: ${said}`]);
      expect(found).toHaveLength(1);
    });
  },
);

test.each(MAY_BE_EMPTY)('%s may be empty', (path) => {
  expect(problemsOf({ [path]: [] })).toEqual([]);
});
