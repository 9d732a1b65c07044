import { existsSync } from 'node:fs';
import { toLedgerError } from './ledger-error.ts';
import { openLockFile, type Db } from './open.ts';

/** Whether another process holds the lock; looked at without taking it, and without making the file. */
export function isLocked(path: string): boolean {
  if (!existsSync(path)) return false;
  const db = openLockFile(path);
  try {
    db.pragma('user_version');
    return false;
  } catch (cause) {
    if ((cause as { code?: string }).code?.startsWith('SQLITE_BUSY') === true) return true;
    throw toLedgerError(path, cause);
  } finally {
    db.close();
  }
}

/**
 * One live session per run: a side file held by an exclusive transaction for as long as the process lives.
 * The system lets go of it when the process dies, however it dies; no pid has to be guessed.
 * Nothing else may open this file in the holder's process: closing any handle would drop the lock.
 */
export class RunLock {
  readonly #db: Db;

  private constructor(db: Db) {
    this.#db = db;
  }

  /** Null when another process holds it. */
  static take(path: string): RunLock | null {
    let db: Db | null = null;
    try {
      db = openLockFile(path);
      // Without this mode a commit in the lock file would let go of it.
      db.pragma('locking_mode = exclusive');
      db.exec('begin exclusive');
      return new RunLock(db);
    } catch (cause) {
      db?.close();
      if ((cause as { code?: string }).code?.startsWith('SQLITE_BUSY') === true) return null;
      throw toLedgerError(path, cause);
    }
  }

  /** The latest session that this lock has seen; a ledger that knows only earlier ones is an older copy. */
  get epoch(): number {
    return this.#db.pragma('user_version', { simple: true }) as number;
  }

  /** The mode keeps the lock while what is remembered is committed. */
  remember(epoch: number): void {
    this.#db.pragma(`user_version = ${epoch}`);
    this.#db.exec('commit; begin exclusive');
  }

  release(): void {
    this.#db.close();
  }
}
