import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { storeReason, type Reason } from '../../../src/domain/run/reason.ts';
import { loadZoneRules } from '../../../src/adapters/reference/zones.ts';
import type { Cell } from '../../../src/domain/results/cell.ts';
import type { ResultContext } from '../../../src/domain/results/subject.ts';
import { ResultTable } from '../../../src/domain/results/table.ts';
import type {
  AttemptRecord,
  ContactRecord,
  OrderRecord,
  RowRecord,
} from '../../../src/domain/run/records.ts';
import type { FileRecord } from '../../../src/domain/run/records.ts';

export const RULES = loadZoneRules(new URL('../../../data/reference/zones.json', import.meta.url));
/** A Tuesday, 10:00 in New York. */
export const START = Date.parse('2026-12-01T15:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const CONTEXT: ResultContext = { mode: 'live', rate: null, consent: null, rules: RULES };

export const aFile = (change: Partial<FileRecord> = {}): FileRecord => ({
  id: 1,
  name: 'contacts.csv',
  path: 'contacts.csv',
  delimiter: ',',
  headers: ['phone', 'name'],
  rows: 1,
  complete: true,
  ...change,
});

/** A call of 90 seconds that a person answered. */
export const anAttempt = (change: Partial<AttemptRecord> = {}): AttemptRecord => ({
  id: 'attempt-1',
  startedAt: START + MINUTE,
  answeredAt: START + MINUTE + 5_000,
  endedAt: START + MINUTE + 95_000,
  outcome: 'human',
  late: false,
  dialError: null,
  endedBy: 'assistant',
  endReason: 'said goodbye',
  recordingUrl: 'https://voice.example/recordings/1',
  structuredOutput: null,
  transcript: null,
  ...change,
});

export const unanswered = (change: Partial<AttemptRecord> = {}): AttemptRecord =>
  anAttempt({
    answeredAt: null,
    endedAt: START + MINUTE + 30_000,
    outcome: 'no_answer',
    dialError: 'no_answer',
    endedBy: null,
    endReason: null,
    recordingUrl: null,
    ...change,
  });

export const anOrder = (change: Partial<OrderRecord> = {}): OrderRecord => {
  const nth = change.nth ?? 1;
  return {
    key: `c0001-${nth}`,
    nth,
    state: 'settled',
    orderedAt: START,
    ringsUntil: START + 3 * HOUR,
    permit: 'Tue 09:00-18:00 America/New_York',
    providerId: `call-${nth}`,
    attempts: [anAttempt()],
    ...change,
  };
};

export const aContact = (change: Partial<ContactRecord> = {}): ContactRecord => ({
  id: 'c0001',
  e164: '+12125550101',
  region: 'US',
  state: 'reached',
  reason: storeReason({ code: 'human_reached' }),
  outcome: 'human',
  success: null,
  zones: ['America/New_York'],
  zoneSource: 'number',
  placeNote: null,
  consent: { text: null, at: null, source: null },
  heldFor: null,
  changedAt: START,
  orders: [anOrder()],
  ...change,
});

export const aRow = (change: Partial<RowRecord> = {}): RowRecord => ({
  fileId: 1,
  line: 2,
  cells: ['+12125550101', 'Person 1'],
  problems: [],
  duplicateOf: null,
  contact: aContact(),
  ...change,
});

export const anInvalidRow = (change: Partial<RowRecord> = {}): RowRecord =>
  aRow({
    cells: ['12', 'Person 1'],
    contact: null,
    problems: [
      {
        line: 2,
        column: 'phone',
        value: '12',
        code: 'too_short',
        message: '"12" is too short for a number',
        fix: 'Write the whole number.',
      },
    ],
    ...change,
  });

export interface Given {
  readonly files?: readonly FileRecord[];
  readonly outputs?: readonly string[];
  readonly attempts?: boolean;
  readonly context?: Partial<ResultContext>;
}

export const aTable = (given: Given = {}): ResultTable =>
  new ResultTable({
    files: given.files ?? [aFile()],
    declaredOutputs: given.outputs ?? [],
    attempts: given.attempts ?? false,
    context: { ...CONTEXT, ...given.context },
  });

/** The table's lines as header → cell, after it has seen the rows. */
export function linesOf(
  rows: readonly RowRecord[],
  given: Given = {},
): readonly Readonly<Record<string, Cell>>[] {
  const table = aTable(given);
  for (const row of rows) table.see(row);
  const { headers } = table;
  return rows.flatMap((row) =>
    table.lines(row, table.subject(row)).map((line) => {
      const cells = line.cells();
      if (cells.length !== headers.length)
        throw new Error(`${cells.length} cells under ${headers.length} headers`);
      return Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? null]));
    }),
  );
}

export function lineOf(row: RowRecord, given: Given = {}): Readonly<Record<string, Cell>> {
  const [line] = linesOf([row], given);
  if (line === undefined) throw new Error('the row gives no line');
  return line;
}

/** What the line says, without its blank cells. */
export const said = (line: Readonly<Record<string, Cell>>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(line).filter(([, cell]) => cell !== null && cell !== ''));

/** A state, a reason as it is stored, and its sentence. */
export const coded = <S extends string>(state: S, reason: Reason) =>
  [state, storeReason(reason), textOf(reason)] as const;
