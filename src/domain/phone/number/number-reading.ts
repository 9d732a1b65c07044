import type { CellProblem } from './cell.ts';
import type { LineType, NumberTables } from '../place/tables.ts';

export type NumberReading =
  | {
      readonly kind: 'ok';
      readonly e164: string;
      /** ISO country, or null for the codes that belong to none. */
      readonly region: string | null;
      readonly type: LineType;
      /** In a range that a regulator gives to nobody. */
      readonly fictional: boolean;
      /** The country code was not in the cell. */
      readonly completed: boolean;
      /** `possible`: not in libphonenumber's tables, but in ours. */
      readonly validity: 'valid' | 'possible';
    }
  | ({ readonly kind: 'problem' } & CellProblem);

export interface NumberRules {
  readonly defaultCountry: string | null;
  /** Take a single clear number out of a text; two are refused all the same. */
  readonly extract: boolean;
  readonly tables: NumberTables;
}

/** What to do about the number of a service. */
export const OWN = 'Write the person’s own number, or remove the row.';

export function notAPerson(kind: string): NumberReading {
  return problem(`number_${kind}`, `This is a ${kind} number, which costs much to call.`, {
    fix: OWN,
  });
}

export function problem(
  code: string,
  message: string,
  more: { fix: string | null },
): NumberReading {
  return { kind: 'problem', code, message, fix: more.fix };
}

/** Where people write their numbers without the 0 before them as a rule, by libphonenumber's own formats. */
export const OPTIONAL_ZERO: ReadonlySet<string> = new Set([
  'AR',
  'CN',
  'IN',
  'LT',
  'SY',
  'TR',
  'VN',
]);
