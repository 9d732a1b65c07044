import type { ColumnMap } from '../contact/columns/columns.ts';
import { variableName } from '../contact/columns/header-name.ts';
import { isResultColumn } from '../contact/columns/result-columns.ts';
import { resemblance, type Resemblance } from './resemblance.ts';

/** What one column of a contact file is taken for. */
export interface ColumnUse {
  readonly index: number;
  /** As the file has it; empty for a column without a name. */
  readonly header: string;
  /** What the program decides by it, in the words of `columns` in the campaign file: `phone`, `timezone`. */
  readonly roles: readonly string[];
  /** The placeholder that it fills; null: it is not sent as a variable. */
  readonly variable: string | null;
  /** The texts of the assistant that use it. */
  readonly usedIn: readonly string[];
  /** The key under which its cells are stored with the call. */
  readonly metadata: string | null;
  /** Why nothing comes of it; null: something does. */
  readonly notUsed: NotUsed | null;
  /** By its name it could decide something, and it does not. */
  readonly resembles: Resemblance | null;
  /** A country that it names says how a number without a country code is read, and nothing else. */
  readonly completesNumbers: boolean;
  /** Why only the operator can say whether it speaks of who may be called; null: that is known. */
  readonly question: string | null;
}

export type NotUsed = 'ignored' | 'no_name' | 'earlier_result';

const ROLE_COLUMNS = [
  ['phone', 'phone'],
  ['other_phone', 'otherPhones'],
  ['timezone', 'timezone'],
  ['country', 'country'],
  ['state', 'state'],
  ['postal_code', 'postalCode'],
  ['scheduled_at', 'scheduledAt'],
  ['priority', 'priority'],
  ['external_id', 'externalId'],
  ['consent_at', 'consentAt'],
  ['consent_source', 'consentSource'],
  ['audience', 'audience'],
  ['concurrency.key_column', 'concurrencyKey'],
  ['name', 'name'],
] as const satisfies readonly (readonly [string, keyof ColumnMap])[];

const ADDRESS_ROLES = [
  ['country', 'country'],
  ['state', 'state'],
  ['postal_code', 'postalCode'],
] as const;

/** Every column of the file in its order, with what it is taken for. */
export function columnUses(columns: ColumnMap): readonly ColumnUse[] {
  const { headers } = columns;
  const roles = rolesOf(columns);
  const variables = byIndex(columns.variables);
  const metadata = byIndex(columns.metadata);
  const completing = new Set([...columns.countryHints, ...columns.maybeCountries]);
  const taken = new Set([...roles.values()].flat());
  return headers.map((header, index) => {
    const of = roles.get(index) ?? [];
    const variable = variables.get(index) ?? requiredAs(columns, index);
    const stored = metadata.get(index) ?? null;
    const asks = columns.questions.some((one) => one.index === index);
    const isUsed = of.length > 0 || variable !== null || stored !== null || asks;
    return {
      index,
      header,
      roles: of,
      variable,
      usedIn: columns.required.filter((one) => one.index === index).map(({ field }) => field),
      metadata: stored,
      notUsed: isUsed ? null : whyNotUsed(header, columns),
      resembles: of.length > 0 ? null : resemblance(header, taken),
      completesNumbers: completing.has(index),
      question: columns.questions.find((one) => one.index === index)?.why ?? null,
    };
  });
}

function rolesOf(columns: ColumnMap): Map<number, string[]> {
  const roles = new Map<number, string[]>();
  for (const [role, key] of ROLE_COLUMNS) {
    const at = columns[key];
    for (const index of typeof at === 'number' ? [at] : (at ?? [])) add(index, role);
  }
  for (const address of columns.addresses)
    for (const [role, key] of ADDRESS_ROLES) {
      const index = address[key];
      if (index !== null) roles.set(index, [...(roles.get(index) ?? []), role]);
    }
  for (const { index, speaks } of columns.speaking)
    if (index !== columns.consentAt) add(index, speaks);
  return roles;

  function add(index: number, role: string): void {
    roles.set(index, [...(roles.get(index) ?? []), role]);
  }
}

const byIndex = (of: ReadonlyMap<string, number>): ReadonlyMap<number, string> =>
  new Map([...of].map(([name, index]) => [index, name]));

/** A column that only decides something is sent all the same where a text names it. */
const requiredAs = ({ required }: ColumnMap, index: number): string | null =>
  required.find((one) => one.index === index)?.name ?? null;

function whyNotUsed(header: string, { fedBack }: ColumnMap): NotUsed {
  if (fedBack && isResultColumn(header)) return 'earlier_result';
  return variableName(header) === '' ? 'no_name' : 'ignored';
}
