import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../../src/adapters/revox/answers/json.ts';
import { readAttempts, readOrder } from '../../../../src/adapters/revox/answers/order.ts';
import { orderOutcome } from '../../../../src/domain/order/outcome.ts';
import { isTerminal, type OrderView } from '../../../../src/domain/order/view.ts';

const ATTEMPT = {
  id: 'a1',
  status: 'completed',
  result: 'human',
  dial_error: null,
  started_at: '2026-11-28T09:13:10Z',
  answered_at: '2026-11-28T09:13:14Z',
  ended_at: '2026-11-28T09:14:00Z',
  phone_number: '+12025550100',
  recording_url: 'https://recordings.example/a1',
  ended_by: 'agent',
  end_reason: 'tool_end_call',
  structured_output: { interested: true },
  transcript: [{ role: 'user', content: 'hi' }],
};

const CALL = {
  id: 'c1',
  status: 'completed',
  calls_count: 1,
  call_attempts: [ATTEMPT],
  last_call_attempt: ATTEMPT,
  metadata: { campaign_order_key: 'k' },
  to_phone_number: '+12025550100',
};

const WITHOUT = Object.fromEntries(
  Object.entries(CALL).filter(([name]) => name !== 'call_attempts'),
);

const read = (call: unknown): OrderView => {
  const view = readOrder(call);
  if (view === null) throw new Error('unreadable');
  return view;
};

const withAttempt = (change: object): OrderView =>
  read({ call: { ...CALL, call_attempts: [{ ...ATTEMPT, ...change }], last_call_attempt: null } });

const oddFields = (view: OrderView): string[] => (view.odd ?? []).map(({ field }) => field);

test('an order as the reference page has it is read whole, with nothing odd about it', () => {
  const view = read({ call: CALL });
  expect(view).toEqual({
    id: 'c1',
    stage: 'over',
    status: 'completed',
    number: '+12025550100',
    metadata: { campaign_order_key: 'k' },
    attempts: [
      {
        id: 'a1',
        status: 'completed',
        result: 'human',
        dialError: null,
        startedAt: Date.UTC(2026, 10, 28, 9, 13, 10),
        answeredAt: Date.UTC(2026, 10, 28, 9, 13, 14),
        endedAt: Date.UTC(2026, 10, 28, 9, 14),
        recordingUrl: 'https://recordings.example/a1',
        endedBy: 'agent',
        endReason: 'tool_end_call',
        structuredOutput: { interested: true },
        transcript: [{ role: 'user', content: 'hi' }],
      },
    ],
  });
});

describe('one odd field of an attempt spoils itself alone (I15)', () => {
  const ODD: readonly [name: string, value: unknown][] = [
    ['recording_url', {}],
    ['recording_url', 5],
    ['transcript', { text: 'hi' }],
    ['transcript', 7],
    ['structured_output', 'interested'],
    ['structured_output', [1]],
    ['ended_by', {}],
    ['end_reason', []],
    ['started_at', {}],
    ['answered_at', 'soon'],
    ['ended_at', 1e308],
    ['dial_error', {}],
    ['status', 3],
  ];

  test.each(ODD)('%s: %j', (name, value) => {
    const view = withAttempt({ [name]: value });
    expect(orderOutcome(view)).toBe('human');
    expect(oddFields(view)).toEqual([`call_attempts[].${name}`]);
    expect(isTerminal(view)).toBe(true);
  });

  test('an id that is a number is that number, however long', () => {
    const json = parseJson('{"call":{"id":12345678901234567890,"call_attempts":[{"id":7}]}}');
    expect(read(json)).toMatchObject({ id: '12345678901234567890', attempts: [{ id: '7' }] });
  });

  test('an attempt without an id is told apart by its place', () => {
    const view = read({ id: 'c1', call_attempts: [{ result: 'busy' }, { result: 'human' }] });
    expect(view.attempts.map(({ id, result }) => [id, result])).toEqual([
      ['c1-attempt-1', 'human'],
      ['c1-attempt-2', 'busy'],
    ]);
  });

  test('a text that holds JSON is read as JSON, also when it was packed twice', () => {
    const output = JSON.stringify({ interested: true });
    const view = withAttempt({
      structured_output: JSON.stringify(output),
      transcript: JSON.stringify([{ role: 'user', content: 'hi' }]),
    });
    expect(view.attempts[0]).toMatchObject({
      structuredOutput: { interested: true },
      transcript: [{ role: 'user', content: 'hi' }],
    });
    expect(view.odd).toBeUndefined();
  });
});

describe('parts of an attempt that come in another shape', () => {
  test('a transcript that is a text is kept turn by turn, and said', () => {
    const view = withAttempt({ transcript: 'assistant: Hello,\nthis is Ann.\nuser: hi' });
    expect(view.attempts[0]?.transcript).toEqual([
      { role: 'assistant', content: 'Hello,\nthis is Ann.' },
      { role: 'user', content: 'hi' },
    ]);
    expect(oddFields(view)).toEqual(['call_attempts[].transcript']);
    expect(withAttempt({ transcript: 'hi there' }).attempts[0]?.transcript).toEqual([
      { role: 'unknown', content: 'hi there' },
    ]);
  });

  test('a turn without words or role is kept', () => {
    const transcript = [{ role: 'user', content: null }, { content: 'x' }, { role: 'tool' }];
    expect(withAttempt({ transcript }).attempts[0]?.transcript).toEqual([
      { role: 'user', content: '' },
      { role: 'unknown', content: 'x' },
      { role: 'tool', content: '' },
    ]);
  });

  test('a structured output that nests a hundred thousand times is left out', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const json = parseJson(
      `{"id":"c1","status":"completed","call_attempts":[{"id":"a","result":"human","structured_output":${deep}}]}`,
    );
    const view = read(json);
    expect(orderOutcome(view)).toBe('human');
    expect(oddFields(view)).toEqual(['call_attempts[].structured_output']);
  });
});

describe('words of the provider', () => {
  test.each([
    ['HUMAN', 'human'],
    ['Voicemail', 'voicemail'],
    ['ivr', 'IVR'],
    ['ios_screening_filter', 'ios-screening-filter'],
  ])('the result %s is %s', (result, outcome) => {
    expect(orderOutcome(withAttempt({ result }))).toBe(outcome);
  });

  test.each([
    ['initializing', 'open'],
    ['queued_for_calling', 'open'],
    ['calling', 'open'],
    ['scheduled', 'open'],
    ['completed', 'over'],
    ['errored', 'over'],
    ['cancelled', 'cancelled'],
    ['COMPLETED', 'over'],
    ['canceled', 'cancelled'],
    ['finished', 'unknown'],
    [undefined, 'open'],
  ])('an order that is %s is %s', (status, stage) => {
    expect(read({ id: 'c1', status }).stage).toBe(stage);
  });

  test('an unknown value is kept, is not final, and is named', () => {
    const view = read({ id: 'c1', status: 'finished' });
    expect(view.status).toBe('finished');
    expect(isTerminal(view)).toBe(false);
    expect(view.odd).toMatchObject([{ field: 'status', is: 'the unknown value “finished”' }]);
    expect(withAttempt({ result: 'call_screener' }).odd).toMatchObject([
      { field: 'call_attempts[].result', is: 'the unknown value “call_screener”' },
    ]);
  });

  test('I9 a number in an unknown value is masked where it is said', () => {
    const [odd] = read({ id: 'c1', status: 'rang +12025550100' }).odd ?? [];
    expect(odd?.is).not.toContain('2025550100');
  });
});

describe('the attempts of an order', () => {
  test.each([
    ['is absent', WITHOUT],
    ['is null', { ...CALL, call_attempts: null }],
    ['is empty', { ...CALL, call_attempts: [] }],
    ['is no list', { ...CALL, call_attempts: 'none' }],
  ])('where the list %s, the last attempt counts', (_name, call) => {
    const view = read({ call });
    expect(view.attempts).toHaveLength(1);
    expect(orderOutcome(view)).toBe('human');
    expect(view.unseen).toBeUndefined();
  });

  test('the last attempt completes the list', () => {
    const listed = { ...ATTEMPT, status: 'ongoing', result: null, ended_at: null };
    const view = read({ ...CALL, call_attempts: [listed] });
    expect(view.attempts).toHaveLength(1);
    expect(view.attempts[0]).toMatchObject({ status: 'completed', result: 'human' });
    const newer = { ...ATTEMPT, id: 'a2' };
    expect(read({ ...CALL, last_call_attempt: newer }).attempts.map(({ id }) => id)).toEqual([
      'a1',
      'a2',
    ]);
  });

  test('those that are counted and not shown are known to be there', () => {
    expect(read({ ...WITHOUT, last_call_attempt: null }).unseen).toBe(1);
    expect(read({ ...CALL, calls_count: '3' }).unseen).toBe(2);
    expect(read({ ...WITHOUT, last_call_attempt: null, call_attempts: ['a1', 'a2'] }).unseen).toBe(
      2,
    );
    expect(read({ ...CALL, calls_count: 1e308 }).unseen).toBeUndefined();
  });
});

describe('which answers are an order', () => {
  test.each([
    ['wrapped', { call: CALL }],
    ['bare', CALL],
    ['in data', { data: { call: CALL } }],
    ['bare in data', { data: CALL }],
  ])('%s', (_name, json) => {
    expect(readOrder(json)?.id).toBe('c1');
  });

  test.each([
    [null],
    ['c1'],
    [[CALL]],
    [{}],
    [{ call: null }],
    [{ call: {} }],
    [{ id: '' }],
    [{ id: {} }],
    [{ id: 1.5 }],
    [{ id: 'a b' }],
    [{ id: '\ud800' }],
    [{ id: 'x'.repeat(300) }],
  ])('%j is none', (json) => {
    expect(readOrder(json)).toBeNull();
  });

  test('whatever JSON comes, reading it does not throw, and its numbers fit the ledger', () => {
    const names = [...Object.keys(CALL), ...Object.keys(ATTEMPT)];
    const odd = fc.oneof(fc.jsonValue(), fc.double(), fc.constant('2099-01-01T00:00:00Z'));
    const some = fc.dictionary(fc.constantFrom(...names), odd);
    fc.assert(
      fc.property(some, some, fc.array(fc.oneof(some, odd)), (order, last, attempts) => {
        const view = readOrder({
          ...order,
          id: 'c1',
          last_call_attempt: last,
          call_attempts: attempts,
        });
        for (const attempt of view?.attempts ?? []) {
          for (const at of [attempt.startedAt, attempt.answeredAt, attempt.endedAt])
            if (at !== null) expect(new Date(at).getTime()).toBe(at);
        }
        expect(JSON.stringify(view)).toContain('c1');
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a list of attempts gives those at the number that have an id', () => {
  const calls = [
    ATTEMPT,
    { ...ATTEMPT, id: 'a2', phone_number: '+12025550101' },
    { phone_number: '+12025550100' },
  ];
  expect(readAttempts({ calls }, '+12025550100')?.attempts.map(({ id }) => id)).toEqual(['a1']);
  expect(readAttempts({ calls: [1] }, '+12025550100')).toBeNull();
  expect(readAttempts({}, '+12025550100')).toBeNull();
});
