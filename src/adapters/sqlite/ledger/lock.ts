import { existsSync } from 'node:fs';
import type { RunMemory, RunMemoryKeeper } from '../../../ports/ledger/restored.ts';
import { storageError, toLedgerError } from '../ledger-error.ts';
import { openLockFile, type Db } from '../open.ts';

const isBusy = (cause: unknown): boolean =>
  (cause as { code?: string }).code?.startsWith('SQLITE_BUSY') === true;

/** Whether another process holds the lock; looked at without taking it, and without making the file. */
export function isLocked(path: string): boolean {
  if (!existsSync(path)) return false;
  const db = openLockFile(path);
  try {
    db.pragma('user_version');
    return false;
  } catch (cause) {
    if (isBusy(cause)) return true;
    throw toLedgerError(path, cause);
  } finally {
    db.close();
  }
}

/** One row of one page, so that remembering an order is one write and one sync. */
const NEWEST_ORDER = `create table if not exists newest_order
  (id integer primary key check (id = 1), key text not null) strict`;

/**
 * One live session per run: a side file held by an exclusive transaction for as long as the process lives.
 * The system lets go of it when the process dies, however it dies; no pid has to be guessed.
 * Nothing else may open this file in the holder's process: closing any handle would drop the lock.
 */
export class RunLock implements RunMemoryKeeper {
  readonly #db: Db;
  readonly #path: string;
  readonly #setOrder: ReturnType<Db['prepare']>;

  private constructor(db: Db, path: string) {
    this.#db = db;
    this.#path = path;
    this.#setOrder = db.prepare(
      `insert into newest_order (id, key) values (1, @key)
       on conflict (id) do update set key = excluded.key`,
    );
  }

  /** Null when another process holds it. */
  static take(path: string): RunLock | null {
    let db: Db | null = null;
    try {
      db = openLockFile(path);
      // Without this mode a commit in the lock file would let go of it.
      db.pragma('locking_mode = exclusive');
      db.exec(`begin exclusive; ${NEWEST_ORDER}; commit`);
      db.pragma('synchronous = full');
      // An order changes one page: it needs no journal on the disk, which would cost more syncs.
      db.pragma('journal_mode = memory');
      db.exec('begin exclusive');
      return new RunLock(db, path);
    } catch (cause) {
      db?.close();
      if (isBusy(cause)) return null;
      throw toLedgerError(path, cause);
    }
  }

  /** What a ledger must know to be the newest. */
  get memory(): RunMemory {
    const key = this.#db.prepare<[], string>('select key from newest_order').pluck().get();
    const epoch = this.#db.pragma('user_version', { simple: true }) as number;
    return { epoch, lastOrder: key ?? null };
  }

  rememberSession(epoch: number): void {
    this.#write(() => {
      this.#db.exec(`delete from newest_order; pragma user_version = ${epoch}`);
    });
  }

  rememberOrder(key: string): void {
    this.#write(() => this.#setOrder.run({ key }));
  }

  release(): void {
    this.#db.close();
  }

  /** The mode keeps the lock while what is remembered is committed. */
  #write(change: () => unknown): void {
    try {
      change();
      this.#db.exec('commit; begin exclusive');
    } catch (cause) {
      throw storageError(this.#path, cause) ?? cause;
    }
  }
}
