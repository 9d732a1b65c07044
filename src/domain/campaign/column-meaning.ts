import * as z from 'zod';
import { nonBlank } from './fields/fields.ts';

/** A column that speaks of refusal or of consent, and what the campaign says that its cells mean. */
export interface ColumnMeaning {
  readonly column: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

interface Described {
  readonly column: string;
  readonly yes: string;
  readonly no: string;
}

/** YAML reads an unquoted `true` or `1` as no text; here it is a cell like any other. */
const cell = z.union([z.string(), z.number(), z.boolean()]);

const cells = (description: string) => z.array(cell).meta({ description }).optional();

/** A header; or a header with what its cells mean; or several of these. */
export function meaningSchema({ column, yes, no }: Described) {
  const one = z.union([
    nonBlank({ description: column }),
    z.strictObject({
      column: nonBlank({ description: column }),
      yes: cells(yes),
      no: cells(no),
    }),
  ]);
  return z.union([one, z.array(one).min(1)]);
}

type One = string | { column: string; yes?: unknown[] | undefined; no?: unknown[] | undefined };

export function toMeanings(written: One | One[] | undefined): readonly ColumnMeaning[] {
  const all = written === undefined ? [] : Array.isArray(written) ? written : [written];
  return all.map((one) =>
    typeof one === 'string'
      ? { column: one, yes: [], no: [] }
      : { column: one.column, yes: (one.yes ?? []).map(String), no: (one.no ?? []).map(String) },
  );
}
