import type { BarredNumber } from '../../ports/do-not-call.ts';
import type { BarredTail } from '../../ports/tails.ts';
import { MIGRATIONS } from '../ledger/migrations.ts';
import { LedgerError, toLedgerError } from './ledger-error.ts';
import { openToLook, type Db } from './open.ts';

/**
 * A live ledger of any age, to be looked at by who must not change it, not even to bring it up to date. Null: its
 * making was cut off, by a full disk or a kill, and nothing is in it.
 */
export function lookAtLive(path: string): { readonly db: Db; readonly version: number } | null {
  const db = openToLook(path);
  try {
    if (isBlank(db)) {
      db.close();
      return null;
    }
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > MIGRATIONS.length) {
      const known = `its version is ${version}; this program knows up to ${MIGRATIONS.length}`;
      throw new LedgerError('newer', known);
    }
    if (version === 0 || db.prepare('select mode from ledger').pluck().get() !== 'live') {
      throw new LedgerError('not_a_ledger', `${path} is no ledger of live runs`);
    }
    return { db, version };
  } catch (cause) {
    db.close();
    throw cause;
  }
}

const isBlank = (db: Db): boolean =>
  db.pragma('user_version', { simple: true }) === 0 &&
  db.prepare('select count(*) from sqlite_schema').pluck().get() === 0;

/** The numbers of the do-not-call list; an older ledger has none. */
export const barredNumbers = (path: string): Generator<BarredNumber> =>
  rowsOf(path, 'do_not_call', 'e164, who, at, reason, source');

/** The last digits on it; an older ledger has none. */
export const barredTailsOf = (path: string): Generator<BarredTail> =>
  rowsOf(path, 'do_not_call_tail', 'tail, value, row, who, at, reason, source');

function* rowsOf<T>(path: string, table: string, columns: string): Generator<T> {
  try {
    const live = lookAtLive(path);
    if (live === null) return;
    const { db } = live;
    try {
      const there = `select 1 from sqlite_schema where type = 'table' and name = ?`;
      if (db.prepare(there).get(table) === undefined) return;
      yield* db.prepare<[], T>(`select ${columns} from ${table} order by at`).iterate();
    } finally {
      db.close();
    }
  } catch (cause) {
    throw toLedgerError(path, cause);
  }
}
