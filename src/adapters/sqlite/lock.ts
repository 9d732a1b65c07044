import { toLedgerError } from './ledger-error.ts';
import { createPrivately } from './private-file.ts';
import { openLockFile, type Db } from './open.ts';

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
      createPrivately(path);
      db = openLockFile(path);
      // Without this mode a commit in the lock file would let go of it.
      db.pragma('locking_mode = exclusive');
      db.exec('begin exclusive');
      db.exec('create table if not exists held (epoch integer not null) strict');
      db.exec('commit');
      db.exec('begin exclusive');
      return new RunLock(db);
    } catch (cause) {
      db?.close();
      if ((cause as { code?: string }).code?.startsWith('SQLITE_BUSY') === true) return null;
      throw toLedgerError(path, cause);
    }
  }

  /** The last epoch seen by this run's sessions, to notice a ledger that was restored from a copy. */
  lastEpoch(): number {
    const row = this.#db.prepare('select max(epoch) as epoch from held').get() as {
      epoch: number | null;
    };
    return row.epoch ?? 0;
  }

  remember(epoch: number): void {
    this.#db.exec('delete from held');
    this.#db.prepare('insert into held (epoch) values (?)').run(epoch);
    this.#db.exec('commit');
    this.#db.exec('begin exclusive');
  }

  release(): void {
    this.#db.close();
  }
}
