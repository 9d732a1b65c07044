import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Opened } from './conformance.ts';

/** In a file, so that what is left of it can be opened again. */
export function openSqlite(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-model-'));
  const path = join(folder, 'ledger.db');
  // A rehearsal's ledger does not wait for the disk at each commit; its commands are the same.
  let ledger = openLedger(path, 'rehearsal');
  return Promise.resolve({
    ledger,
    reopen: () => {
      // Not closed properly: a killed process closes nothing.
      const left = ledger;
      ledger = openLedger(path, 'rehearsal');
      left.close();
      return Promise.resolve(ledger);
    },
    close: () => {
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}
