import { exportResults } from '../../../../src/app/views/export.ts';
import { resultsTarget } from '../../../../src/adapters/files/results/results-file.ts';
import type { Run } from '../../../../src/ports/ledger/runs.ts';
import type { RowRecord } from '../../../../src/domain/run/records.ts';
import { campaignOf } from '../../../domain/campaign/a-campaign.ts';
import {
  aContact,
  aFile,
  anAttempt,
  anOrder,
  aRow,
  RULES,
} from '../../../domain/results/builders.ts';

const RUN = { id: 'a-run', mode: 'live' } as Run;

/** Rows that are made as they are read, each with a call, an output and a transcript. */
function manyRows(count: number, onRow: (nth: number) => void) {
  const transcript = Array.from({ length: 8 }, (_, turn) => ({
    role: turn % 2 === 0 ? 'assistant' : 'user',
    content: `This is turn ${turn} of a talk that was had on the telephone.`,
  }));
  return async function* rows(): AsyncGenerator<RowRecord> {
    for (let nth = 0; nth < count; nth += 1) {
      onRow(nth);
      const structuredOutput = { confirmed: nth % 3 === 0, when: `2026-12-${10 + (nth % 20)}` };
      const attempts = [anAttempt({ structuredOutput, transcript })];
      const contact = aContact({ id: `c${nth}`, orders: [anOrder({ attempts })] });
      yield aRow({ line: nth + 2, cells: ['+12125550101', `Person ${nth}`], contact });
    }
  };
}

export interface Measured {
  readonly lines: number;
  /** The most memory that the process had in the first and in the second half of the writing. */
  readonly peakMb: readonly [number, number];
}

/** Exports `count` rows to `path` and watches the memory meanwhile. */
export async function exportMany(path: string, count: number): Promise<Measured> {
  const peakMb: [number, number] = [0, 0];
  const rows = manyRows(count, (nth) => {
    // A table reads all rows once before it writes the first.
    if (nth === 0) peakMb.fill(0);
    if (nth % 1_000 !== 0) return;
    const half = nth < count / 2 ? 0 : 1;
    peakMb[half] = Math.max(peakMb[half], process.memoryUsage.rss() / 2 ** 20);
  });
  const { format, open } = await resultsTarget(path, { force: false });
  const { lines } = await exportResults({
    ledger: {
      findRun: () => Promise.resolve(RUN),
      files: () => Promise.resolve([aFile()]),
      rows,
    },
    runId: RUN.id,
    campaign: campaignOf({ rate: 0.1 }),
    rules: RULES,
    attempts: false,
    format,
    open,
  });
  return { lines, peakMb };
}
