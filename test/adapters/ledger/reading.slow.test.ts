import { expect, test } from 'vitest';
import { aFile, aRow, aRun, memoryLedger, START } from '../../app/world/setup.ts';

/** Processor milliseconds to read every row of a run once; rows without a contact, which cost least each. */
async function costOf(count: number): Promise<number> {
  const ledger = memoryLedger();
  const session = await aRun(ledger, []);
  const { fileId } = await ledger.beginFile(session, { ...aFile, hash: 'many' }, START);
  const rows = Array.from({ length: count }, (_, i) => aRow(i + 2, null));
  await ledger.feedRows(session, fileId, { rows, now: START });
  await ledger.endFile(session, fileId, START);
  const before = process.cpuUsage();
  let read = 0;
  for await (const row of ledger.rows('a-run')) read += row.problems.length;
  const { user, system } = process.cpuUsage(before);
  expect(read).toBe(count);
  ledger.close();
  return (user + system) / 1000;
}

test('four times the rows take about four times the time to read', async ({ annotate }) => {
  await costOf(10_000);
  const few = await costOf(10_000);
  const many = await costOf(40_000);
  await annotate(`10,000 rows ${few.toFixed(0)} ms, 40,000 rows ${many.toFixed(0)} ms`);
  expect(many / few).toBeLessThan(8);
});
