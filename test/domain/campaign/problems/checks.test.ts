import { describe, expect, test } from 'vitest';
import { problemsIn, problemsOf } from '../a-campaign.ts';

const WINDOW = 'call_retry_config.calling_windows[0]';
const window = (start: unknown, end: unknown) => ({
  [WINDOW]: { calling_window_start_time: start, calling_window_end_time: end },
});

describe('who speaks', () => {
  test('assistant and assistant_id exclude each other', () => {
    expect(problemsOf({ assistant_id: 'a' })).toEqual([
      'assistant_id: is given beside assistant -> keep one of the two',
    ]);
  });
  test('one of them is needed', () => {
    expect(problemsIn({ name: 'x' })).toEqual([
      ': names no assistant -> add assistant: with a prompt, or the assistant_id of a stored one',
    ]);
  });
  test('an empty assistant is not a missing one', () => {
    expect(problemsOf({ assistant: null })).toEqual([
      'assistant: has no value -> give it one, or remove the line',
    ]);
    expect(problemsOf({ assistant: {} })).toEqual([
      'assistant.prompt: is missing -> add prompt: You call {{first_name}} to confirm an appointment.',
    ]);
    expect(problemsOf({ assistant: 'abc' })).toEqual([
      'assistant: "abc" is text, where a group of keys is expected -> give it keys: prompt, background_sound, calendly, call_retry_config, end_of_call_sentence, faq_items',
    ]);
  });
});

describe('call_retry_config', () => {
  test('stands at the top or inside of assistant, not both', () => {
    expect(problemsOf({ call_retry_config: {}, 'assistant.call_retry_config': {} })).toEqual([
      'assistant.call_retry_config: is given at the top and inside assistant -> keep one of the two',
    ]);
  });
  test('may stand beside an assistant_id', () => {
    const changes = { assistant: undefined, assistant_id: 'a', call_retry_config: {} };
    expect(problemsOf(changes)).toEqual([]);
  });
  test.each([
    ['09:00', '9am'],
    ['00:00', '00:00'],
    ['noon', '12:00'],
  ])('a window from %s to %s is an error', (start, end) => {
    expect(problemsOf(window(start, end))).toEqual([
      `${WINDOW}: starts and ends at the same time -> write two different times; the whole day is 00:00 to 24:00`,
    ]);
  });
  test('a start that is the default end is an error too', () => {
    expect(problemsOf({ [`${WINDOW}.calling_window_start_time`]: '6pm' })).toHaveLength(1);
  });
  test.each([
    ['00:00', '24:00'],
    ['12am', '12am'],
    ['20:00', '02:00'],
    ['23:59', '00:00'],
  ])('a window from %s to %s is none', (start, end) => {
    expect(problemsOf(window(start, end))).toEqual([]);
  });
  test('24:00 is an end, not a start', () => {
    expect(problemsOf(window('24:00', '12:00'))).toEqual([
      `${WINDOW}.calling_window_start_time: a window cannot start at 24:00 -> write 00:00`,
    ]);
  });
  test.each([
    ['9', '"9" could be morning or evening -> write 9am, 9pm or 9:00'],
    ['25:00', '"25:00" is past the end of the day -> write it like 09:00, 18:30 or 6pm'],
    ['9:60', '"9:60" has more than 59 minutes -> write it like 09:00, 18:30 or 6pm'],
    ['late', '"late" is not a time of day -> write it like 09:00, 18:30 or 6pm'],
    ['', 'the time is empty -> write it like 09:00, 18:30 or 6pm'],
    [9, '9 is a number, where text is expected -> write it like 17:00'],
  ])('the end %j', (end, said) => {
    expect(problemsOf(window('08:00', end))).toEqual([
      `${WINDOW}.calling_window_end_time: ${said}`,
    ]);
  });
});

describe('what call_retry_config leaves out, or names', () => {
  test('a default never makes a window that passes midnight', () => {
    expect(problemsOf({ [`${WINDOW}.calling_window_start_time`]: '19:00' })).toEqual([
      `${WINDOW}: has no end time, and the default 18:00 does not fit its start time -> add calling_window_end_time`,
    ]);
    expect(problemsOf({ [`${WINDOW}.calling_window_end_time`]: '09:00' })).toEqual([
      `${WINDOW}: has no start time, and the default 10:00 does not fit its end time -> add calling_window_start_time`,
    ]);
  });
  test.each([
    ['Mars/Olympus', 'write an IANA name, like Europe/Paris'],
    ['america/new york', 'did you mean America/New_York?'],
  ])('the time zone %s', (timezone, fix) => {
    for (const place of ['call_retry_config', 'assistant.call_retry_config']) {
      expect(problemsOf({ [`${place}.timezone`]: timezone })).toEqual([
        `${place}.timezone: "${timezone}" is not a time zone -> ${fix}`,
      ]);
    }
  });
});

describe('what is extracted from a call', () => {
  const outputs = (...list: unknown[]) => ({ 'assistant.structured_output_config': list });
  const at = 'assistant.structured_output_config';
  const one = { name: 'a', type: 'enum', required: true };

  test('an enum has options', () => {
    const said = `${at}[0].enum_options: is needed with type: enum -> add enum_options: [yes, no]`;
    expect(problemsOf(outputs(one))).toEqual([said]);
    expect(problemsOf(outputs({ ...one, enum_options: [] }))).toEqual([said]);
    expect(problemsOf(outputs({ ...one, enum_options: ['x'] }))).toEqual([]);
  });
  test('options are for an enum', () => {
    expect(problemsOf(outputs({ ...one, type: 'string', enum_options: ['x'] }))).toEqual([
      `${at}[0].enum_options: has no meaning with type: string -> write type: enum, or remove it`,
    ]);
    expect(problemsOf(outputs({ ...one, type: 'string', enum_options: [] }))).toEqual([]);
  });
  test('no name and no option is there twice', () => {
    const twice = [
      { ...one, enum_options: ['x', 'y', 'x'] },
      { ...one, type: 'number' },
    ];
    expect(problemsOf(outputs(...twice))).toEqual([
      `${at}[0].enum_options[2]: "x" is there twice -> remove one of the two`,
      `${at}[1].name: "a" is there twice -> rename one`,
    ]);
  });
});

describe('two places that must fit', () => {
  test('a static first sentence is there to be spoken', () => {
    const said =
      'assistant.first_sentence_mode: static speaks first_sentence as it stands, and there is none -> add first_sentence';
    const mode = { 'assistant.first_sentence_mode': 'static' };
    expect(problemsOf(mode)).toEqual([said]);
    expect(problemsOf({ ...mode, 'assistant.first_sentence': ' ' })).toEqual([said]);
    expect(problemsOf({ ...mode, 'assistant.first_sentence': 'Hello' })).toEqual([]);
  });
  test('key_column and max_per_key go together', () => {
    expect(problemsOf({ 'concurrency.key_column': 'clinic' })).toEqual([
      'concurrency.key_column: has no limit -> add max_per_key: 1',
    ]);
    expect(problemsOf({ 'concurrency.max_per_key': 1 })).toEqual([
      'concurrency.max_per_key: is given without key_column -> add key_column',
    ]);
  });
  test('voicemail is for an inline assistant', () => {
    const stored = { assistant: undefined, assistant_id: 'a' };
    expect(problemsOf({ ...stored, voicemail: 'every' })).toEqual([
      'voicemail: is only for an inline assistant: a stored one speaks its own message every time -> remove it',
    ]);
    expect(problemsOf({ voicemail: 'every' })).toEqual([]);
  });

  test('provider_retries is for a stored assistant', () => {
    expect(problemsOf({ provider_retries: 'accept' })).toEqual([
      'provider_retries: is only for assistant_id: an inline assistant makes one attempt for each order -> remove it',
    ]);
  });
  test('a column is not used and ignored', () => {
    const columns = {
      phone: 'Phone',
      metadata: ['segment'],
      variables: { day: 'Day' },
      ignore: ['phone ', 'Segment', 'day', 'clinic', 'notes'],
    };
    const concurrency = { key_column: 'Clinic', max_per_key: 1 };
    expect(problemsOf({ columns, concurrency }).map((line) => line.split(':')[0])).toEqual([
      'columns.ignore[0]',
      'columns.ignore[1]',
      'columns.ignore[2]',
      'columns.ignore[3]',
    ]);
  });
});

describe('what was read', () => {
  test.each([
    [null, 'the campaign is empty'],
    [undefined, 'the campaign is empty'],
    [[], 'the campaign is not a group of keys'],
    ['name', 'the campaign is not a group of keys'],
  ])('%j is no campaign', (value, message) => {
    expect(problemsIn(value)).toEqual([`: ${message} -> begin with name: and assistant:`]);
  });

  test('a placeholder without quotes, which YAML reads as keys, is told so', () => {
    expect(problemsOf({ 'assistant.prompt': { '{ first_name }': null } })).toEqual([
      'assistant.prompt: {"{ first_name }":null} is a group of keys, where text is expected -> put the whole text in quotes, because it begins with {{',
    ]);
  });

  test('a long value is shown in part', () => {
    const [line] = problemsOf({ scheduled_at: ['x'.repeat(500)] });
    expect(line).toMatch(/^scheduled_at: \["x{57}… is a list, where text is expected$/);
  });

  test('phone numbers are not shown (I9)', () => {
    const lines = problemsOf({
      from_phone_number: 12025550199,
      'assistant.transfer_phone_number': '(202) 555-0199',
    });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain('0199');
  });

  test('no problem hides another', () => {
    const lines = problemsIn({
      nam: 'x',
      assistant: { prompt: '', voice: { id: 'v', provider: 'elevenlabs', speed: 1.4 } },
      call_retry_config: {
        calling_windows: [{ calling_window_start_time: '9am', calling_window_end_time: '9:00' }],
        max_retry_attempts: 0,
        timezone: 'Nowhere',
      },
      success: { field: 'x', equals: 1 },
    });
    expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'name',
      'assistant.prompt',
      'call_retry_config.max_retry_attempts',
      'nam',
      'call_retry_config.calling_windows[0]',
      'call_retry_config.timezone',
      'assistant.voice.speed',
      'success.field',
    ]);
  });
});
