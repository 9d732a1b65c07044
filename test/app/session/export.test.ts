import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportResults, type ExportRequest } from '../../../src/app/views/export.ts';
import {
  openResultsFile,
  resultsTarget,
} from '../../../src/adapters/files/results/results-file.ts';
import type { Cell } from '../../../src/domain/results/cell.ts';
import type { Run } from '../../../src/ports/ledger/runs.ts';
import type { RowRecord } from '../../../src/domain/run/records.ts';
import type { FileRecord } from '../../../src/domain/run/records.ts';
import type { ResultsShape, ResultsWriter } from '../../../src/ports/results.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { ResultsFolder } from '../../adapters/files/results/results-setup.ts';
import { readAll } from '../../adapters/files/contacts/contact-file-setup.ts';
import { campaignOf } from '../../domain/campaign/a-campaign.ts';
import {
  aContact as aResult,
  aFile,
  anAttempt,
  anInvalidRow,
  anOrder,
  aRow,
  RULES,
  unanswered,
} from '../../domain/results/builders.ts';
import { aContact, aFile as aFedFile, aRow as aFedRow, aRun } from '../world/setup.ts';

const aRunRecord = (change: Partial<Run> = {}): Run => ({
  id: 'a-run',
  name: 'a-run',
  label: null,
  mode: 'live',
  createdAt: 0,
  sessionBeganAt: 0,
  finishedAt: null,
  releases: 'test',
  fingerprint: null,
  seed: null,
  host: null,
  ...change,
});

interface Held {
  readonly run?: Partial<Run>;
  readonly files?: readonly FileRecord[];
  readonly rows: readonly RowRecord[];
}

/** A ledger that holds these rows, and counts how often they are read. */
function aLedger({ run, files = [aFile()], rows }: Held) {
  return {
    passes: 0,
    findRun: () => Promise.resolve(aRunRecord(run)),
    files: () => Promise.resolve(files),
    async *rows() {
      this.passes += 1;
      yield* rows;
    },
  };
}

/** Keeps what is written in memory. */
class Memory implements ResultsWriter {
  shape: ResultsShape | null = null;
  readonly lines: (readonly Cell[])[] = [];
  readonly ends: string[] = [];
  readonly open = (shape: ResultsShape): Promise<ResultsWriter> => {
    this.shape = shape;
    return Promise.resolve(this);
  };

  write(line: { cells(): readonly Cell[] }): Promise<void> {
    this.lines.push(line.cells());
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.ends.push('closed');
    return Promise.resolve();
  }

  abandon(): Promise<void> {
    this.ends.push('abandoned');
    return Promise.resolve();
  }
}

const request = (
  ledger: ExportRequest['ledger'],
  open: ExportRequest['open'],
  change: Partial<ExportRequest> = {},
): ExportRequest => ({
  ledger,
  runId: 'a-run',
  campaign: campaignOf(),
  rules: RULES,
  attempts: false,
  format: 'csv',
  open,
  ...change,
});

const ROWS: readonly RowRecord[] = [
  aRow({ line: 2 }),
  anInvalidRow({ line: 3 }),
  aRow({ line: 4, duplicateOf: { file: 'contacts.csv', line: 2 } }),
  aRow({ line: 5, contact: aResult({ state: 'pending', reason: null, orders: [] }) }),
];

describe('an export', () => {
  test('has a line for every row and counts them by their state', async () => {
    const memory = new Memory();
    const exported = await exportResults(request(aLedger({ rows: ROWS }), memory.open));
    expect(exported).toEqual({
      rows: 4,
      lines: 4,
      states: { reached: 1, invalid: 1, duplicate: 1, pending: 1 },
    });
    expect(memory.ends).toEqual(['closed']);
    const at = memory.shape?.headers.indexOf('call_state') ?? -1;
    expect(memory.lines.map((cells) => cells[at])).toEqual([
      'reached',
      'invalid',
      'duplicate',
      'pending',
    ]);
  });

  test('by attempts counts the rows all the same', async () => {
    const memory = new Memory();
    const change = { attempts: true };
    const exported = await exportResults(request(aLedger({ rows: ROWS }), memory.open, change));
    expect(exported).toMatchObject({ rows: 4, lines: 1, states: { reached: 1, pending: 1 } });
    expect(memory.shape?.headers).toContain('call_window');
  });

  test('has a column for a field that only the last row has', async () => {
    const campaign = campaignOf({
      'assistant.structured_output_config': [{ name: 'when', type: 'date', required: false }],
    });
    const attempts = [anAttempt({ structuredOutput: { extra: 7 } })];
    const last = aRow({ line: 9, contact: aResult({ orders: [anOrder({ attempts })] }) });
    const memory = new Memory();
    await exportResults(request(aLedger({ rows: [...ROWS, last] }), memory.open, { campaign }));
    expect(memory.shape?.headers.slice(-4)).toEqual([
      'output.when',
      'output.asked_not_to_be_called',
      'output.extra',
      'call_transcript',
    ]);
    expect(memory.lines.at(-1)?.slice(-3)).toEqual([null, 7, null]);
  });

  test('as a table has no column for what only attempts that are not told have', async () => {
    const attempts = [unanswered({ structuredOutput: { early: 1 } }), anAttempt()];
    const rows = [aRow({ contact: aResult({ orders: [anOrder({ attempts })] }) })];
    const memory = new Memory();
    await exportResults(request(aLedger({ rows }), memory.open));
    expect(memory.shape?.headers).not.toContain('output.early');
  });
});

describe('the form of an export', () => {
  test('as JSONL reads the rows once, for it has no header', async () => {
    const ledger = aLedger({ rows: ROWS });
    const memory = new Memory();
    await exportResults(request(ledger, memory.open, { format: 'jsonl' }));
    expect([ledger.passes, memory.shape?.headers]).toEqual([1, []]);
  });

  test('has the delimiter of the first file, and the sheet name of a rehearsal', async () => {
    const files = [aFile({ delimiter: ';' }), aFile({ id: 2, delimiter: ',' })];
    const memory = new Memory();
    const ledger = aLedger({ rows: [], files, run: { mode: 'rehearsal' } });
    await exportResults(request(ledger, memory.open));
    expect(memory.shape).toMatchObject({ delimiter: ';', sheetName: 'REHEARSAL' });
    const live = new Memory();
    await exportResults(request(aLedger({ rows: [], files: [] }), live.open));
    expect(live.shape).toMatchObject({ delimiter: ',', sheetName: 'results' });
  });

  test('has costs estimated by the campaign’s rate', async () => {
    const memory = new Memory();
    const campaign = campaignOf({ rate: { amount: 0.2, currency: 'USD' } });
    await exportResults(request(aLedger({ rows: ROWS }), memory.open, { campaign }));
    const at = memory.shape?.headers.indexOf('call_cost_estimate') ?? -1;
    expect(memory.lines.map((cells) => cells[at])).toEqual([0.3, null, null, null]);
  });

  test('is not asked for when the ledger does not have the run: that is a bug', async () => {
    const ledger = { ...aLedger({ rows: [] }), findRun: () => Promise.resolve(null) };
    await expect(exportResults(request(ledger, new Memory().open))).rejects.toThrow('a-run');
  });
});

describe('an export that fails', () => {
  let folder: ResultsFolder;
  beforeEach(() => {
    folder = new ResultsFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  test.each(['csv', 'jsonl', 'xlsx'] as const)('leaves no file behind (%s)', async (format) => {
    const ledger = aLedger({ rows: ROWS });
    let passes = 0;
    const failing = {
      ...ledger,
      async *rows() {
        passes += 1;
        yield* ROWS;
        if (format === 'jsonl' || passes === 2) throw new Error('the ledger is gone');
      },
    };
    const target = await resultsTarget(folder.at(`results.${format}`), { force: false });
    await expect(exportResults(request(failing, target.open, { format }))).rejects.toThrow(
      'the ledger is gone',
    );
    expect(folder.names).toEqual([]);
  });

  test('at the very end leaves no file behind either', async () => {
    const path = folder.at('results.csv');
    const open = async (shape: ResultsShape): Promise<ResultsWriter> => {
      const writer = await openResultsFile(path, { ...shape, format: 'csv', force: false });
      return { ...writer, close: () => Promise.reject(new Error('no space')) };
    };
    await expect(exportResults(request(aLedger({ rows: ROWS }), open))).rejects.toThrow('no space');
    expect(folder.names).toEqual([]);
  });
});

test('an export of a real ledger can be read as a contact file', async () => {
  const folder = new ResultsFolder();
  const ledger = openLedger(':memory:', 'live');
  try {
    const session = await aRun(ledger, [aContact(1), aContact(2)]);
    const second = { ...aFedFile, path: 'b.csv', name: 'b.csv', hash: 'two', headers: ['phone'] };
    const { fileId } = await ledger.beginFile(session, second, 1);
    const rows = [aFedRow(2, aContact(2)), aFedRow(3, null)];
    await ledger.feedRows(session, fileId, { rows, now: 1 });
    await ledger.endFile(session, fileId, 1);
    const path = folder.at('results.csv');
    const { format, open } = await resultsTarget(path, { force: false });
    const exported = await exportResults(request(ledger, open, { format }));
    expect(exported).toMatchObject({ states: { pending: 2, duplicate: 1, invalid: 1 } });
    const { headers, all } = await readAll(path);
    expect(headers.slice(0, 5)).toEqual([
      'phone',
      'call_file',
      'call_mode',
      'call_contact',
      'call_state',
    ]);
    expect(all.map(({ cells }) => [cells[0], cells[1], cells[4], cells.at(-4)])).toEqual([
      ['+12125550101', 'a.csv', 'pending', 'not called yet'],
      ['+12125550102', 'a.csv', 'pending', 'not called yet'],
      ['+12125550102', 'b.csv', 'duplicate', 'see row 3 of a.csv'],
      ['nonsense', 'b.csv', 'invalid', 'row 3: phone: not a number.'],
    ]);
  } finally {
    ledger.close();
    folder.remove();
  }
});
