import { statSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { exportMany } from './results-many.ts';
import { ResultsFolder } from './results-setup.ts';

const folder = new ResultsFolder();
afterAll(() => {
  folder.remove();
});

/** Room for the garbage collector; the rows of one half alone would be 60 MB of text. */
const SLACK_MB = 40;

test.each(['csv', 'xlsx', 'jsonl'])(
  'a hundred thousand rows are exported as %s in memory that does not grow',
  async (extension) => {
    const path = folder.at(`results.${extension}`);
    const { lines, peakMb } = await exportMany(path, 100_000);
    expect(lines).toBe(100_000);
    expect(statSync(path).size).toBeGreaterThan(1_000_000);
    expect(peakMb[1]).toBeLessThan(peakMb[0] + SLACK_MB);
  },
);
