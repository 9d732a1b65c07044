import { statSync } from 'node:fs';
import type { Mode } from '../../../ports/ledger/runs.ts';
import { LedgerError, toLedgerError } from '../ledger-error.ts';
import { openDatabase, openToLook, type Db } from '../open.ts';

/** What the copy holds, as it was read back from it. */
interface CopyFacts {
  readonly mode: Mode;
  readonly bytes: number;
  readonly runs: number;
  readonly people: number;
  readonly orders: number;
}

/**
 * Copies a ledger into an empty file that is there already, and reads the copy back. SQLite takes it from one
 * snapshot, so a session may go on writing; its own page-by-page backup would begin anew with each commit of
 * another process. The file itself is not copied: what is still in the log would be missing.
 */
export function copyLedger(path: string, to: string, at: { mode: Mode; now: number }): CopyFacts {
  const { mode, now } = at;
  try {
    const db = openToLook(path);
    try {
      expectMode(db, path, mode);
      // Writing to the other file would be refused as well.
      db.pragma('query_only = off');
      db.prepare('vacuum into ?').run(to);
    } finally {
      db.close();
    }
  } catch (cause) {
    throw toLedgerError(path, cause);
  }
  markCopy(to, now);
  return readBack(to, mode);
}

/** The copy says of itself that it is one: anyone who is called from now on is not in it. */
function markCopy(path: string, now: number): void {
  const db = openDatabase(path, { synchronous: 'full' });
  try {
    db.prepare('update ledger set copied_at = ?').run(now);
    // Into the file itself: it gets another name before anybody opens it.
    db.pragma('journal_mode = delete');
  } catch (cause) {
    throw toLedgerError(path, cause);
  } finally {
    db.close();
  }
}

function readBack(to: string, mode: Mode): CopyFacts {
  const copy = openToLook(to);
  try {
    expectMode(copy, to, mode);
    const said = copy.pragma('quick_check(1)', { simple: true });
    if (said !== 'ok') throw new Error(`the copy is damaged: ${String(said)}`);
    const dangling = (copy.pragma('foreign_key_check') as unknown[]).length;
    if (dangling > 0) throw new Error(`the copy has ${dangling} rows that name what is not there`);
    const count = (table: string): number =>
      copy.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;
    return {
      mode,
      bytes: statSync(to).size,
      runs: count('run'),
      people: count('contact'),
      orders: count('call_order'),
    };
  } catch (cause) {
    throw toLedgerError(to, cause);
  } finally {
    copy.close();
  }
}

function expectMode(db: Db, path: string, mode: Mode): void {
  const tables = db.prepare(`select count(*) from sqlite_schema where name = 'ledger'`).pluck();
  if (tables.get() !== 1) throw new LedgerError('not_a_ledger', `${path} is not a ledger`);
  const stored = db.prepare('select mode from ledger').pluck().get();
  if (stored !== mode) {
    throw new LedgerError('other_mode', `${path} is the ledger of a ${String(stored)} run`);
  }
}
