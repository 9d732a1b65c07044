import type { Method, Statement } from '../ledger/statement.ts';
import { storageError, type LedgerError } from './ledger-error.ts';
import type { Db } from './open.ts';

interface Prepared {
  readonly reader: boolean;
  all(params: Statement['params']): unknown[];
  run(params: Statement['params']): { readonly changes: number };
}

/** Runs a ledger method to its end, synchronously, inside one transaction: no other write can slip in. */
export class SqliteDriver {
  readonly #db: Db;
  readonly #path: string;
  /**
   * After a failed sync later writes seem to succeed and may be lost, and on a full disk a small one may fit
   * by chance: what failed once is not written to again. The next session looks up what was under way.
   */
  #broken: LedgerError | null = null;
  readonly #prepared = new Map<string, Prepared>();

  constructor(db: Db, path = '') {
    this.#db = db;
    this.#path = path;
  }

  /** Why nothing can be written any more; null: it can. */
  get broken(): string | null {
    return this.#broken?.message ?? null;
  }

  write<T>(method: Method<T>): T {
    if (this.#broken !== null) throw this.#broken;
    try {
      return this.#db.transaction(() => this.#drive(method)).immediate();
    } catch (cause) {
      this.#broken = storageError(this.#path, cause);
      throw this.#broken ?? cause;
    }
  }

  /** Statements of one moment: no other process can write between them. */
  snapshot<T>(method: Method<T>): T {
    return this.#db.transaction(() => this.#drive(method)).deferred();
  }

  /** For methods whose answer may be outdated when it is used: they need no transaction. */
  read<T>(method: Method<T>): T {
    return this.#drive(method);
  }

  #drive<T>(method: Method<T>): T {
    let step = method.next([]);
    while (step.done !== true) step = method.next(this.#execute(step.value));
    return step.value;
  }

  #execute({ sql, params }: Statement): readonly unknown[] {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    if (statement.reader) return statement.all(params);
    return [{ changes: statement.run(params).changes }];
  }
}
