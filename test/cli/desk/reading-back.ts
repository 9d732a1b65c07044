import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { loadDriver } from '../../../src/adapters/sqlite/load-driver.ts';

/** One line of a CSV file, by header. */
export type Line = Readonly<Record<string, string>>;

export function lines(csv: string, delimiter = ','): Line[] {
  return parse<Line>(csv, { bom: true, columns: true, delimiter });
}

export const linesOf = (path: string): Line[] => lines(readFileSync(path, 'utf8'));

export const cell = (line: Line | undefined, name: string): string => {
  const value = line?.[name];
  if (value === undefined) throw new Error(`there is no cell ${name}`);
  return value;
};

/** What occurs more than once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

export function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** One order as the sandbox itself has it: what would have been a phone that rings. */
export interface SandboxOrder {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly status: string;
  readonly isOver: number;
  /** How often a phone began to ring. */
  readonly rings: number;
}

export function sandboxOrders(path: string): SandboxOrder[] {
  const db = new (loadDriver())(path, { readonly: true });
  try {
    return db
      .prepare<[], SandboxOrder>(
        `select o.id, o.number, o.status, o.is_over as isOver, m.value as key,
           (select count(*) from json_each(o.state, '$.attempts') a
            where json_extract(a.value, '$.startedAt') is not null) as rings
         from orders o join metadata m on m.order_id = o.id and m.name = 'campaign_order_key'
         order by o.created_at, o.id`,
      )
      .all();
  } finally {
    db.close();
  }
}
