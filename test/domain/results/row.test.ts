import { reasonCode, storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import {
  aContact,
  aFile,
  anAttempt,
  anInvalidRow,
  anOrder,
  aRow,
  aTable,
  coded,
  HOUR,
  lineOf,
  MINUTE,
  said,
  START,
  unanswered,
} from './builders.ts';

test('a line of the results has the own columns first, then the result columns in a fixed order', () => {
  expect(aTable({ outputs: ['confirmed'] }).headers).toEqual([
    'phone',
    'name',
    'call_mode',
    'call_contact',
    'call_state',
    'call_outcome',
    'call_success',
    'call_attempts',
    'call_orders',
    'call_first_at',
    'call_last_at',
    'call_last_at_local',
    'call_time_zone',
    'call_located_by',
    'call_location_note',
    'call_consent',
    'call_talk_seconds',
    'call_ended_by',
    'call_end_reason',
    'call_dial_error',
    'call_recording_url',
    'call_ai_disclosed',
    'call_provider_ids',
    'call_cost_estimate',
    'call_reason',
    'call_reason_code',
    'output.confirmed',
    'call_transcript',
  ]);
});

describe('a line of the results', () => {
  test('of a person who was reached', () => {
    const transcript = [
      { role: 'assistant', content: 'Hello.\nIs it you?' },
      { role: 'tool', content: '' },
      { role: 'user', content: 'Yes' },
    ];
    const attempts = [anAttempt({ structuredOutput: { confirmed: true }, transcript })];
    const contact = aContact({ success: true, orders: [anOrder({ attempts })] });
    const line = lineOf(aRow({ contact }), { outputs: ['confirmed'], context: { rate: 0.1 } });
    expect(said(line)).toEqual({
      phone: '+12125550101',
      name: 'Person 1',
      call_mode: 'live',
      call_contact: 'c0001',
      call_state: 'reached',
      call_outcome: 'human',
      call_success: true,
      call_attempts: 1,
      call_orders: 1,
      call_first_at: '2026-12-01T15:01:00Z',
      call_last_at: '2026-12-01T15:01:00Z',
      call_last_at_local: '2026-12-01T10:01:00-05:00',
      call_time_zone: 'America/New_York',
      call_located_by: 'number',
      call_talk_seconds: 90,
      call_ended_by: 'assistant',
      call_end_reason: 'said goodbye',
      call_recording_url: 'https://voice.example/recordings/1',
      call_ai_disclosed: 'no',
      call_provider_ids: 'call-1',
      call_cost_estimate: 0.15,
      'output.confirmed': true,
      call_transcript: 'assistant: Hello. Is it you?\nuser: Yes',
    });
  });
});

describe('a line of a person who is not done', () => {
  test.each([
    ['pending', null, 'not called yet'],
    coded('pending', { code: 'outcome_again', outcome: 'busy' }),
    ['placing', null, 'the call is under way'],
    ['calling', null, 'the call is under way'],
    coded('uncertain', { code: 'call_without_end', rings_until: '' }),
    coded('exhausted', { code: 'attempts_made', made: 3, max: 3 }),
    ['failed', 'number_non_attributed', 'number_non_attributed'],
    coded('skipped', { code: 'on_do_not_call' }),
    coded('cancelled', { code: 'cancelled_by', said: '', who: 'a person' }),
  ] as const)('of a contact that is %s for %s says "%s"', (state, reason, shown) => {
    const contact = aContact({ state, reason, outcome: null, orders: [] });
    expect(said(lineOf(aRow({ contact }), { context: { rate: 1 } }))).toEqual({
      phone: '+12125550101',
      name: 'Person 1',
      call_mode: 'live',
      call_contact: 'c0001',
      call_state: state,
      call_attempts: 0,
      call_orders: 0,
      call_time_zone: 'America/New_York',
      call_located_by: 'number',
      call_reason: shown,
      ...(reasonCode(reason) === null ? {} : { call_reason_code: reasonCode(reason) }),
    });
  });

  test('has no reason that nobody recorded', () => {
    const contact = aContact({ state: 'cancelled', reason: null, orders: [] });
    expect(lineOf(aRow({ contact }))['call_reason']).toBeNull();
  });

  test('says for what a person is held, while they wait', () => {
    const held = { heldFor: storeReason({ code: 'removed_from_file' }), reason: 'busy' };
    const waiting = aContact({ ...held, state: 'pending' });
    expect(lineOf(aRow({ contact: waiting }))['call_reason_code']).toBe('removed_from_file');
    const done = aContact({ ...held, state: 'exhausted', reason: 'busy' });
    expect(lineOf(aRow({ contact: done }))['call_reason']).toBe('busy');
  });
});

describe('a line without a result', () => {
  test('of an invalid row names the line, each column and how to fix it', () => {
    const [problem] = anInvalidRow().problems;
    if (problem === undefined) throw new Error('no problem');
    const row = anInvalidRow({
      problems: [problem, { ...problem, column: '', message: 'Odd.', fix: null }],
    });
    expect(said(lineOf(row, { context: { mode: 'rehearsal' } }))).toEqual({
      phone: '12',
      name: 'Person 1',
      call_mode: 'rehearsal',
      call_state: 'invalid',
      call_reason: 'row 2: phone: "12" is too short for a number. Write the whole number. Odd.',
      call_reason_code: 'too_short',
    });
  });

  test('of a person whose result is on another row leaves the result to it', () => {
    const row = aRow({ duplicateOf: { file: 'first.csv', line: 12 } });
    expect(said(lineOf(row, { context: { rate: 1 } }))).toEqual({
      phone: '+12125550101',
      name: 'Person 1',
      call_mode: 'live',
      call_contact: 'c0001',
      call_state: 'duplicate',
      call_reason: 'see row 12 of first.csv',
      call_reason_code: 'duplicate',
    });
  });

  test('of a number that is twice in one file is a duplicate too, not an invalid row', () => {
    const problems = [
      {
        line: 9,
        column: 'phone',
        value: '+12125550101',
        code: 'duplicate',
        message: '+12125550101 is on row 2 already, and only the first row is called.',
        fix: 'Delete one of the two rows.',
      },
    ];
    const line = lineOf(aRow({ line: 9, contact: null, problems }));
    expect(line['call_state']).toBe('duplicate');
    expect(line['call_reason']).toBe(
      'row 9: phone: +12125550101 is on row 2 already, and only the first row is called. Delete one of the two rows.',
    );
  });

  test('of a row that does not fit its header puts no cell under a header, and loses none', () => {
    const row = anInvalidRow({ cells: ['+12125550101', 'Smith', ' John'] });
    const line = lineOf(row);
    expect([line['phone'], line['name']]).toEqual(['', '']);
    expect(line['call_reason']).toMatch(/ The row: "\+12125550101" "Smith" "John"$/);
    const misfit = aRow({ cells: ['+12125550101'], fileId: 77 });
    expect(lineOf(misfit)['call_reason']).toBe('The row: "+12125550101"');
  });
});

describe('with several attempts', () => {
  const orders = [
    anOrder({ nth: 1, attempts: [unanswered({ startedAt: null, endedAt: null })] }),
    anOrder({ nth: 2, state: 'withdrawn', providerId: null, attempts: [] }),
    anOrder({
      nth: 3,
      attempts: [
        anAttempt({ endedBy: 'caller' }),
        unanswered({ startedAt: START + 2 * HOUR, outcome: 'busy', dialError: 'busy' }),
      ],
    }),
  ];

  test('the one that reached a human is told, and times and costs are of all', () => {
    const contact = aContact({ orders });
    expect(lineOf(aRow({ contact }), { context: { rate: 0.12345 } })).toMatchObject({
      call_outcome: 'human',
      call_ended_by: 'caller',
      call_dial_error: null,
      call_attempts: 3,
      call_orders: 2,
      call_first_at: '2026-12-01T15:00:00Z',
      call_last_at: '2026-12-01T17:00:00Z',
      call_provider_ids: 'call-1 call-3',
      call_cost_estimate: 0.1852,
    });
  });

  test('without a human the last one is told', () => {
    const last = unanswered({ outcome: 'voicemail', dialError: null, answeredAt: START });
    const contact = aContact({
      state: 'exhausted',
      orders: [anOrder(), anOrder({ nth: 2, attempts: [last] })].map((order, at) =>
        at === 0 ? { ...order, attempts: [unanswered()] } : order,
      ),
    });
    expect(lineOf(aRow({ contact }))).toMatchObject({
      call_outcome: 'voicemail',
      call_dial_error: null,
      call_talk_seconds: 90,
    });
  });
});

describe('local time', () => {
  const at = (zones: readonly string[]) => lineOf(aRow({ contact: aContact({ zones }) }));

  test('is told once when all candidate zones agree', () => {
    const line = at(['America/New_York', 'America/Toronto']);
    expect(line['call_last_at_local']).toBe('2026-12-01T10:01:00-05:00');
    expect(line['call_time_zone']).toBe('America/New_York+America/Toronto');
  });

  test('is told for each when they do not', () => {
    expect(at(['America/Boise', 'America/Los_Angeles'])['call_last_at_local']).toBe(
      '2026-12-01T08:01:00-07:00 / 2026-12-01T07:01:00-08:00',
    );
  });

  test('is blank where no zone is known by the rules of today', () => {
    expect(at([])['call_last_at_local']).toBeNull();
    expect(at(['Atlantis/Capital'])['call_last_at_local']).toBeNull();
  });
});

describe('what the provider says', () => {
  test('that is no moment is left blank instead of ending the export', () => {
    const attempt = anAttempt({ startedAt: 1e300, answeredAt: -1e300, endedAt: 1e300 });
    const contact = aContact({ orders: [anOrder({ attempts: [attempt] })] });
    const line = lineOf(aRow({ contact }));
    expect([line['call_first_at'], line['call_last_at_local']]).toEqual([null, null]);
  });

  test('loses its control and direction characters', () => {
    const attempt = anAttempt({
      endReason: 'bye\u0000\u001b[31m\u202E now',
      structuredOutput: { note: '\u0007ring', 'na\u202Eme\n': 'x' },
    });
    const line = lineOf(
      aRow({ contact: aContact({ orders: [anOrder({ attempts: [attempt] })] }) }),
    );
    expect(line['call_end_reason']).toBe('bye now');
    expect(line['output.note']).toBe('ring');
    expect(line['output.name']).toBe('x');
  });

  test('a talk that ended before it began is no negative cost', () => {
    const attempt = anAttempt({ endedAt: START - HOUR });
    const contact = aContact({ orders: [anOrder({ attempts: [attempt] })] });
    expect(lineOf(aRow({ contact }), { context: { rate: 5 } })).toMatchObject({
      call_talk_seconds: 0,
      call_cost_estimate: 0,
    });
  });

  test('milliseconds are kept when there are any', () => {
    const attempt = anAttempt({ startedAt: START + MINUTE + 7 });
    const contact = aContact({ orders: [anOrder({ attempts: [attempt] })] });
    expect(lineOf(aRow({ contact }))['call_last_at']).toBe('2026-12-01T15:01:00.007Z');
  });
});

test('with several files each line names its own', () => {
  const files = [aFile(), aFile({ id: 2, name: 'more.csv', headers: ['phone'] })];
  const line = lineOf(aRow({ fileId: 2, cells: ['+12125550102'] }), { files });
  expect(Object.keys(line).slice(0, 4)).toEqual(['phone', 'name', 'call_file', 'call_mode']);
  expect(line).toMatchObject({ phone: '+12125550102', name: '', call_file: 'more.csv' });
});
