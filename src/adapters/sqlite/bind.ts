import type { Method } from '../ledger/statement.ts';

type AsAsync<M> = M extends (...args: infer A) => Method<infer T>
  ? (...args: A) => Promise<T>
  : never;
type Bound<Table> = { [Name in keyof Table]: AsAsync<Table[Name]> };
type AnyMethod = (...args: never[]) => Method<unknown>;

/** Turns a table of generators into methods that each run in one transaction. */
export function bind<Table extends Record<string, AnyMethod>>(
  table: Table,
  drive: (method: Method<unknown>) => unknown,
): Bound<Table> {
  const bound = Object.entries(table).map(([name, method]) => [
    name,
    // A promise, because another driver has to wait for its answers; here the work is done when it returns.
    (...args: never[]) => new Promise((resolve) => resolve(drive(method(...args)))),
  ]);
  return Object.fromEntries(bound) as Bound<Table>;
}
