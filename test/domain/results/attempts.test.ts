import { describe, expect, test } from 'vitest';
import type { RowRecord } from '../../../src/domain/run/records.ts';
import {
  aContact,
  aFile,
  anAttempt,
  anInvalidRow,
  anOrder,
  aRow,
  aTable,
  HOUR,
  linesOf,
  said,
  START,
  unanswered,
  type Given,
} from './builders.ts';

const transcript = [{ role: 'user', content: 'Hello\u0000' }];
const twoOrders = aRow({
  contact: aContact({
    orders: [
      anOrder({ attempts: [unanswered({ structuredOutput: { early: 1 } })] }),
      anOrder({
        nth: 2,
        orderedAt: START + HOUR,
        attempts: [
          unanswered({ id: 'attempt-2' }),
          anAttempt({ structuredOutput: { confirmed: true }, transcript }),
        ],
      }),
    ],
  }),
});

describe('one line for each attempt', () => {
  test('has all that is known of that attempt', () => {
    const lines = linesOf([twoOrders], { attempts: true });
    expect(lines.map((line) => [line['call_nth'], line['call_attempt']])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
    expect(said(lines[2] ?? {})).toEqual({
      phone: '+12125550101',
      name: 'Person 1',
      call_mode: 'live',
      call_contact: 'c0001',
      call_state: 'reached',
      call_order: 'c0001-2',
      call_nth: 2,
      call_attempt: 2,
      call_ordered_at: '2026-12-01T16:00:00Z',
      call_started_at: '2026-12-01T15:01:00Z',
      call_answered_at: '2026-12-01T15:01:05Z',
      call_ended_at: '2026-12-01T15:02:35Z',
      call_outcome: 'human',
      call_late: false,
      call_started_at_local: '2026-12-01T10:01:00-05:00',
      call_time_zone: 'America/New_York',
      call_located_by: 'number',
      call_window: 'Tue 09:00-18:00 America/New_York',
      call_rings_until: '2026-12-01T18:00:00Z',
      call_talk_seconds: 90,
      call_ended_by: 'assistant',
      call_end_reason: 'said goodbye',
      call_recording_url: 'https://voice.example/recordings/1',
      call_ai_disclosed: 'unknown',
      call_provider_id: 'call-2',
      'output.confirmed': true,
      call_transcript: 'user: Hello',
    });
    expect(lines[0]).toMatchObject({ 'output.early': 1, call_dial_error: 'no_answer' });
  });

  test('is only for rows that were called and have the result', () => {
    const uncalled = aRow({ contact: aContact({ state: 'pending', orders: [] }) });
    const double = aRow({ duplicateOf: { file: 'contacts.csv', line: 2 } });
    const rows: RowRecord[] = [uncalled, double, anInvalidRow(), aRow()];
    expect(linesOf(rows, { attempts: true })).toHaveLength(1);
  });
});

const objectOf = (row: RowRecord, given: Given = {}): unknown => {
  const table = aTable(given);
  const [line] = table.lines(row, table.subject(row));
  return JSON.parse(JSON.stringify(line?.object()));
};

describe('as JSON', () => {
  test('a row has typed values, outputs and attempts', () => {
    const object = objectOf(twoOrders, { context: { rate: 0.1 } });
    expect(object).toMatchObject({
      schema_version: 1,
      file: 'contacts.csv',
      line: 2,
      row: { phone: '+12125550101', name: 'Person 1' },
      call_mode: 'live',
      call_contact: 'c0001',
      call_state: 'reached',
      call_success: null,
      call_attempts: 3,
      call_cost_estimate: 0.15,
      problems: [],
      outputs: { confirmed: true },
      orders: [
        { order: 'c0001-1', nth: 1, provider_id: 'call-1' },
        { order: 'c0001-2', nth: 2, ordered_at: '2026-12-01T16:00:00Z' },
      ],
      attempts: [
        { order: 'c0001-1', nth: 1, attempt: 1, outputs: { early: 1 }, transcript: null },
        { order: 'c0001-2', nth: 2, attempt: 1, outcome: 'no_answer', answered_at: null },
        { order: 'c0001-2', nth: 2, attempt: 2, talk_seconds: 90, transcript },
      ],
    });
    const { attempts } = object as { attempts: Record<string, unknown>[] };
    expect(Object.keys(attempts[0] ?? {}).filter((name) => name.startsWith('call_'))).toEqual([]);
  });
});

describe('as JSON, what is unusual', () => {
  test('an invalid row tells its problems by their parts', () => {
    expect(objectOf(anInvalidRow())).toMatchObject({
      row: { phone: '12', name: 'Person 1' },
      call_state: 'invalid',
      call_attempts: null,
      problems: [
        {
          column: 'phone',
          value: '12',
          code: 'too_short',
          message: '"12" is too short for a number',
          fix: 'Write the whole number.',
        },
      ],
      orders: [],
      attempts: [],
    });
  });

  test('a row that does not fit its header keeps its cells apart', () => {
    expect(objectOf(anInvalidRow({ cells: ['a', 'b', 'c'] }))).toMatchObject({
      row: {},
      cells: ['a', 'b', 'c'],
    });
  });

  test('a header that is a word of JavaScript is a column like any other', () => {
    const files = [aFile({ headers: ['__proto__', 'constructor'] })];
    const object = objectOf(aRow({ cells: ['a', 'b'] }), { files }) as { row: object };
    expect(Object.entries(object.row)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });

  test('one attempt has its row with it', () => {
    expect(objectOf(aRow(), { attempts: true })).toMatchObject({
      schema_version: 1,
      row: { phone: '+12125550101' },
      call_contact: 'c0001',
      call_order: 'c0001-1',
      call_window: 'Tue 09:00-18:00 America/New_York',
      outputs: null,
      transcript: null,
    });
  });
});
