/** One SQL statement with named parameters, yielded by a ledger method to whichever driver runs it. */
export interface Statement {
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

type Params = Statement['params'];

/**
 * A ledger method: it yields statements and is sent their rows. For a statement without rows, it is sent one row with
 * the number of rows changed. It holds one transaction from start to end.
 */
export type Method<T> = Generator<Statement, T, readonly unknown[]>;

export function* all<Row>(sql: string, params: Params = {}): Method<readonly Row[]> {
  return (yield { sql, params }) as readonly Row[];
}

export function* one<Row>(sql: string, params: Params = {}): Method<Row | null> {
  const rows = (yield { sql, params }) as readonly Row[];
  return rows[0] ?? null;
}

/** A statement that answers with no rows; returns how many it has changed. */
export function* change(sql: string, params: Params = {}): Method<number> {
  const [changed] = (yield { sql, params }) as readonly [{ readonly changes: number }];
  return changed.changes;
}

export function* run(sql: string, params: Params = {}): Method<void> {
  yield { sql, params };
}
