import { loadDriver, type Driver } from './load-driver.ts';
import { createPrivately } from './private-file.ts';

export type Db = InstanceType<Driver>;

interface OpenOptions {
  /** `full`: an acknowledged commit survives a power cut. `normal`: it survives a crash of this process. */
  readonly synchronous: 'full' | 'normal';
}

/**
 * Every handle and statement of this process. Compiled against newer headers than its own, a driver aborts the
 * process when the garbage collector takes one of them, so none is left to it. There are few: the ledger's
 * methods keep theirs by their text.
 */
const kept: unknown[] = [];

function connect(path: string, options: { timeout: number; fileMustExist?: boolean }): Db {
  const db: Db = new (loadDriver())(path, options);
  kept.push(db);
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    kept.push(statement);
    return statement;
  }) as Db['prepare'];
  db.pragma = (source, { simple = false } = {}) => {
    const statement = db.prepare(`pragma ${source}`);
    if (!statement.reader) statement.run();
    else return simple ? statement.pluck().get() : statement.all();
    return simple ? undefined : [];
  };
  return db;
}

/** The WAL-reset corruption bug is fixed from here on (SQLite 3.51.3, 2026-03-13). */
const SQLITE_FLOOR = [3, 51, 3] as const;

function assertVersion(db: Db): void {
  const version = String(db.prepare('select sqlite_version() as v').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [i, floor] of SQLITE_FLOOR.entries()) {
    const part = parts[i] ?? 0;
    if (part > floor) return;
    if (part < floor) throw new Error(`SQLite ${version} is older than ${SQLITE_FLOOR.join('.')}`);
  }
}

/** Opens a SQLite file in WAL mode and reads back what was set. */
export function openDatabase(path: string, options: OpenOptions): Db {
  createPrivately(path);
  const db = connect(path, { timeout: 5000 });
  try {
    assertVersion(db);
    db.pragma('busy_timeout = 5000');
    db.pragma('foreign_keys = on');
    db.pragma('trusted_schema = off');
    // Picking touches few pages; the 16 MB that this build of SQLite would take are better left to the rest.
    db.pragma('cache_size = -4000');
    const mode = db.pragma('journal_mode = wal', { simple: true });
    if (mode !== 'wal' && path !== ':memory:')
      throw new Error(`journal_mode is ${String(mode)}, not wal`);
    db.pragma(`synchronous = ${options.synchronous}`);
    const level = db.pragma('synchronous', { simple: true });
    if (level !== (options.synchronous === 'full' ? 2 : 1)) {
      throw new Error(`synchronous is ${String(level)}`);
    }
    db.pragma('secure_delete = on');
    db.pragma('journal_size_limit = 67108864');
    // A rehearsal loses nothing by a longer log, and each checkpoint waits for the disk.
    db.pragma(`wal_autocheckpoint = ${options.synchronous === 'full' ? 1000 : 10_000}`);
    if (process.platform === 'darwin') {
      db.pragma('fullfsync = 1');
      db.pragma('checkpoint_fullfsync = 1');
    }
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/**
 * A database that is only looked at. Not opened as read-only: SQLite would leave its two side files behind,
 * and `query_only` refuses every write as well.
 */
export function openToLook(path: string): Db {
  const db = connect(path, { timeout: 5000, fileMustExist: true });
  try {
    assertVersion(db);
    db.pragma('query_only = on');
    db.pragma('trusted_schema = off');
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** A rollback-journal file whose only use is to be locked. */
export function openLockFile(path: string): Db {
  createPrivately(path);
  return connect(path, { timeout: 0 });
}
