import { describe, expect, test } from 'vitest';
import { nearest } from '../../../../src/domain/campaign/problems/nearest.ts';
import { problemsOf } from '../a-campaign.ts';

const unknown = (path: string, fix: string) => `${path}: is not a known key -> ${fix}`;

describe('a misspelt key is an error that says what was meant', () => {
  test.each([
    ['concurency', 'concurrency'],
    ['defaultCountry', 'default_country'],
    ['call_retry', 'call_retry_config'],
    ['outcome', 'outcomes'],
  ])('at the top: %s', (key, meant) => {
    expect(problemsOf({ [key]: 1 })).toEqual([unknown(key, `did you mean ${meant}?`)]);
  });

  test.each([
    ['assistant.promt', 'prompt'],
    ['assistant.voicemailMessage', 'voicemail_message'],
    ['concurrency.maximum', 'max'],
    ['columns.zip_code', null],
    ['columns.postcode', 'postal_code'],
    ['outcomes.voice_mail', 'voicemail'],
    ['outcomes.ios_screening_filter', 'ios-screening-filter'],
    ['outcomes.ivr', 'IVR'],
    ['rate.currancy', 'currency'],
  ])('one level down: %s', (path, meant) => {
    const given = path.startsWith('rate') ? { 'rate.amount': 1 } : {};
    const [line, ...others] = problemsOf({ ...given, [path]: 'x' });
    expect(others).toEqual([]);
    if (meant !== null) expect(line).toBe(unknown(path, `did you mean ${meant}?`));
    else expect(line).toContain('known here: phone, name, timezone');
  });

  test.each([
    ['call_retry_config.calling_windows[0].start', 'calling_window_start_time'],
    ['call_retry_config.calling_windows[0].end_time', 'calling_window_end_time'],
    ['assistant.call_retry_config.calling_windows[1].retry_delay', 'retry_delay_seconds'],
    ['success.all[0].equal', 'equals'],
  ])('three levels down: %s', (path, meant) => {
    const given = {
      'call_retry_config.calling_windows[0]': path.startsWith('call') ? {} : undefined,
      'assistant.call_retry_config.calling_windows[0]': path.startsWith('assistant')
        ? {}
        : undefined,
      call_retry_config: path.startsWith('call') ? { calling_windows: [{}] } : undefined,
    };
    const before = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
    expect(problemsOf({ ...before, [path]: 'x' })).toContain(
      unknown(path, `did you mean ${meant}?`),
    );
  });

  test('four levels down, in a list of the assistant', () => {
    const path = 'assistant.structured_output_config[0].enum_option';
    const output = { name: 'x', type: 'string', required: true };
    expect(problemsOf({ 'assistant.structured_output_config': [output], [path]: ['a'] })).toEqual([
      unknown(path, 'did you mean enum_options?'),
    ]);
  });
});

describe('a key in the wrong place is told its own', () => {
  test.each([
    ['calling_windows', 'it belongs under call_retry_config'],
    ['max_retry_attempts', 'it belongs under call_retry_config'],
    ['retry_delay_seconds', 'it belongs under call_retry_config.calling_windows'],
    ['prompt', 'it belongs under assistant'],
    ['timezone', 'it belongs under call_retry_config or columns'],
    ['windows', 'did you mean call_retry_config.calling_windows?'],
    ['assistant.scheduled_at', 'it belongs at the top'],
    ['call_retry_config.force_now', 'it belongs at the top'],
  ])('%s', (path, fix) => {
    expect(problemsOf({ [path]: 'x' })).toEqual([unknown(path, fix)]);
  });

  test.each(['phone_number', 'prompt_variables', 'metadata', 'max_concurrent_calls', 'contacts'])(
    '%s, which the API has and a campaign has not',
    (key) => {
      const [line] = problemsOf({ [key]: {} });
      expect(line).toMatch(new RegExp(`^${key}: is not a known key -> .*(contact|concurrency)`));
    },
  );

  test('nobody can ask for a human to be called again', () => {
    expect(problemsOf({ 'outcomes.human': 'again' })).toEqual([
      unknown(
        'outcomes.human',
        'remove it: somebody who was reached is never called again by the program',
      ),
    ]);
  });

  test('too_many_calls and unknown are no outcomes to decide about', () => {
    expect(problemsOf({ 'outcomes.too_many_calls': 'stop', 'outcomes.unknown': 'stop' })).toEqual([
      unknown(
        'outcomes.too_many_calls',
        'remove it: it is always tried again, and the whole run slows down',
      ),
      unknown('outcomes.unknown', 'write answered_unknown or unanswered'),
    ]);
  });
});

test('what is near to nothing gets no guess', () => {
  expect(problemsOf({ zzzzz: 1 })).toEqual([
    unknown('zzzzz', 'remove it; campaign.schema.json lists what is known'),
  ]);
  expect(problemsOf({ 'pace.zzz': 1, 'pace.starts': 1, 'pace.per': 'second' })).toEqual([
    unknown('pace.zzz', 'known here: starts, per'),
  ]);
});

test('names of object methods are keys like any other', () => {
  for (const key of ['constructor', 'toString', 'hasOwnProperty']) {
    expect(problemsOf({ [key]: 1 })).toHaveLength(1);
    expect(problemsOf({ [`outcomes.${key}`]: 'again' })).toHaveLength(1);
    expect(problemsOf({ 'assistant.voice': { provider: key, id: 'v', speed: 1 } })).toHaveLength(1);
  }
});

test('a key that JavaScript would drop is refused', () => {
  expect(problemsOf({ 'columns.variables': JSON.parse('{"__proto__":"name"}') })).toEqual([
    'columns.variables.__proto__: cannot be a key -> use another name',
  ]);
});

describe('nearest', () => {
  test('takes the least distance, and the first of equals', () => {
    expect(nearest('cat', ['cart', 'cats', 'dog'])).toBe('cart');
    expect(nearest('abc', ['abd', 'acb'])).toBe('abd');
  });
  test('two swapped letters are one mistake', () => {
    expect(nearest('nmae', ['name', 'mode'])).toBe('name');
  });
  test('does not offer the text itself', () => {
    expect(nearest('name', ['name'])).toBeNull();
  });
  test('finds a part of a longer name, from three letters on', () => {
    expect(nearest('windows', ['calling_windows'])).toBe('calling_windows');
    expect(nearest('tue', ['monday', 'tuesday'])).toBe('tuesday');
    expect(nearest('ca', ['calling_windows'])).toBeNull();
  });
  test('finds nothing for nothing', () => {
    expect(nearest('', ['a'])).toBeNull();
    expect(nearest('__', ['a'])).toBeNull();
    expect(nearest('a', [])).toBeNull();
  });
});
