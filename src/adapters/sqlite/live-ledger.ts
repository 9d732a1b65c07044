import { MIGRATIONS } from '../ledger/migrations.ts';
import { LedgerError, toLedgerError } from './ledger-error.ts';
import { openToLook, type Db } from './open.ts';

/** A live ledger of any age, to be looked at by who must not change it, not even to bring it up to date. */
export function lookAtLive(path: string): { readonly db: Db; readonly version: number } {
  const db = openToLook(path);
  try {
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

const HAS_LIST = `select 1 from sqlite_schema where type = 'table' and name = 'do_not_call'`;

/** The numbers of the do-not-call list; an older ledger has none. */
export function* barredNumbers(path: string): Generator<string> {
  try {
    const { db } = lookAtLive(path);
    try {
      if (db.prepare(HAS_LIST).get() === undefined) return;
      yield* db.prepare<[], string>('select e164 from do_not_call').pluck().iterate();
    } finally {
      db.close();
    }
  } catch (cause) {
    throw toLedgerError(path, cause);
  }
}
