import type { BarredNumber } from '../../../ports/ledger/do-not-call.ts';
import type { BarredTail } from '../../../ports/ledger/tails.ts';
import { MIGRATIONS } from '../../ledger/migrations/migrations.ts';
import { LedgerError, toLedgerError } from '../ledger-error.ts';
import { openToLook, type Db } from '../open.ts';

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

/** Somebody whom a run has reached. */
interface ReachedNumber {
  readonly e164: string;
  readonly run: string;
  readonly at: number;
}

/** From this version on a run knows whether people whom another one has reached are called again. */
const KNOWS_AGAIN = 18;

/** Whom runs but this one have reached since then, the last ones last; nobody, where the run may call them again. */
export function* reachedNumbers(
  path: string,
  of: { readonly run: string; readonly since: number },
): Generator<ReachedNumber> {
  yield* looking(path, function* ({ db, version }) {
    const again = 'select 1 from run where id = ? and again_reached_at is not null';
    if (version >= KNOWS_AGAIN && db.prepare(again).get(of.run) !== undefined) return;
    yield* db
      .prepare<[string, number], ReachedNumber>(
        `select o.e164, o.run_id as run, o.settled_at as at
         from call_order o join contact c on c.seq = o.contact_seq
         where o.run_id <> ? and o.settled_at > ? and c.state = 'reached' order by o.settled_at`,
      )
      .iterate(of.run, of.since);
  });
}

function* rowsOf<T>(path: string, table: string, columns: string): Generator<T> {
  yield* looking(path, function* ({ db }) {
    const there = `select 1 from sqlite_schema where type = 'table' and name = ?`;
    if (db.prepare(there).get(table) === undefined) return;
    yield* db.prepare<[], T>(`select ${columns} from ${table} order by at`).iterate();
  });
}

function* looking<T>(
  path: string,
  read: (live: { readonly db: Db; readonly version: number }) => Generator<T>,
): Generator<T> {
  try {
    const live = lookAtLive(path);
    if (live === null) return;
    try {
      yield* read(live);
    } finally {
      live.db.close();
    }
  } catch (cause) {
    throw toLedgerError(path, cause);
  }
}
