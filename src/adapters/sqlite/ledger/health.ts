import { existsSync, statSync } from 'node:fs';
import { audit, type RunAudit } from '../../ledger/view/auditing.ts';
import { MIGRATIONS } from '../../ledger/migrations/migrations.ts';
import { SqliteDriver } from '../driver.ts';
import { toLedgerError, type LedgerError } from '../ledger-error.ts';
import { isLocked } from './lock.ts';
import { openDatabase, openToLook, type Db } from '../open.ts';

/** What a look at a ledger found. Nothing is changed by it. */
export interface LedgerHealth {
  readonly path: string;
  readonly mode: string;
  readonly version: number;
  /** The version that this program writes; an older ledger is brought up to it by the next command. */
  readonly newest: number;
  readonly sqlite: string;
  /** As they were set and read back on a connection of this program. */
  readonly pragmas: Readonly<Record<string, string>>;
  /** What `quick_check` says; empty when all is well. */
  readonly damage: readonly string[];
  /** Rows that name a row which is not there. */
  readonly dangling: number;
  readonly bytes: number;
  readonly logBytes: number;
  /** Null: of another version, so that its tables may be others. */
  readonly runs: readonly (RunAudit & { readonly locked: boolean })[] | null;
}

/** At most so many lines of damage are kept: the first says all that a person needs. */
const DAMAGE_SHOWN = 10;

/** `lockOf`: the side file that a session of that run holds. */
export function examineLedger(
  path: string,
  lockOf: (runId: string, mode: string) => string,
): LedgerHealth | LedgerError {
  try {
    const pragmas = readBack(path);
    const db = openToLook(path);
    try {
      return examine(db, { path, pragmas, lockOf });
    } finally {
      db.close();
    }
  } catch (cause) {
    return toLedgerError(path, cause);
  }
}

/** `openDatabase` sets them and throws when one does not take; here they are read for the record. */
function readBack(path: string): LedgerHealth['pragmas'] {
  const look = openToLook(path);
  const mode = modeOf(look);
  look.close();
  const db = openDatabase(path, { synchronous: mode === 'rehearsal' ? 'normal' : 'full' });
  try {
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'];
    return Object.fromEntries(
      names.map((name) => [name, String(db.pragma(name, { simple: true }))]),
    );
  } finally {
    db.close();
  }
}

function modeOf(db: Db): string {
  const found = db
    .prepare(
      `select count(*) from sqlite_schema where type = 'table' and name in ('ledger', 'run')`,
    )
    .pluck()
    .get();
  if (found !== 2) throw Object.assign(new Error('no ledger'), { code: 'SQLITE_NOTADB' });
  return String(db.prepare('select mode from ledger').pluck().get());
}

function examine(
  db: Db,
  at: {
    path: string;
    pragmas: LedgerHealth['pragmas'];
    lockOf: (runId: string, mode: string) => string;
  },
): LedgerHealth {
  const { path, pragmas, lockOf } = at;
  const mode = modeOf(db);
  const version = db.pragma('user_version', { simple: true }) as number;
  const newest = MIGRATIONS.length;
  const check = db.pragma(`quick_check(${DAMAGE_SHOWN})`) as { quick_check: string }[];
  const damage = check.map((line) => line.quick_check).filter((line) => line !== 'ok');
  const readable = version === newest && damage.length === 0;
  const audits = readable ? new SqliteDriver(db).snapshot(audit()) : null;
  return {
    path,
    mode,
    version,
    newest,
    sqlite: String(db.prepare('select sqlite_version()').pluck().get()),
    pragmas,
    damage,
    dangling: damage.length > 0 ? 0 : (db.pragma('foreign_key_check') as unknown[]).length,
    bytes: statSync(path).size,
    logBytes: existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0,
    runs: audits?.map((one) => ({ ...one, locked: isLocked(lockOf(one.run, mode)) })) ?? null,
  };
}
