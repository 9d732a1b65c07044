import { plainText } from '../phone/cell.ts';
import { readListed, type Listed, type ListReading } from '../phone/listed-number.ts';
import { countriesMeant } from './country-name.ts';
import type { ListColumns } from './list-columns.ts';
import type { FileRow } from './problem.ts';

/** Whom one row of a list of people not to be called means. */
export interface ListRow {
  readonly line: number;
  readonly numbers: readonly string[];
  readonly tails: readonly { readonly tail: string; readonly value: string }[];
  /** What nobody can read: somebody is meant by it. */
  readonly unreadable: { readonly value: string; readonly message: string } | null;
}

const NOBODY = 'There is no number in it.';

/** Null: the row is blank. */
export function readListRow(
  { line, cells }: FileRow,
  columns: ListColumns,
  on: ListReading,
): ListRow | null {
  if (cells.every((cell) => plainText(cell) === '')) return null;
  const own = columns.country === null ? [] : countriesMeant(cells[columns.country] ?? '');
  const reading = { ...on, countries: [...new Set([...own, ...on.countries])] };
  const phones = columns.header ? columns.phones : [...columns.phones, ...abroad(cells, columns)];
  const found = phones.map((index) => ({
    value: cells[index] ?? '',
    listed: readListed(cells[index] ?? '', reading),
  }));
  const numbers = found.flatMap(({ listed }) => (listed.kind === 'numbers' ? listed.numbers : []));
  const tails = found.flatMap(({ value, listed }) =>
    listed.kind === 'tails' || listed.kind === 'numbers'
      ? listed.tails.map((tail) => ({ tail, value }))
      : [],
  );
  const somebody = numbers.length + tails.length > 0;
  return { line, numbers, tails, unreadable: unreadableOf(found, somebody) };
}

/** Words such as `n/a` in the place of a second number are no number; digits that cannot be read are one. */
function unreadableOf(
  found: readonly { readonly value: string; readonly listed: Listed }[],
  somebody: boolean,
): ListRow['unreadable'] {
  for (const { value, listed } of found) {
    if (listed.kind !== 'unreadable' || (somebody && !listed.digits)) continue;
    return { value, message: listed.message };
  }
  return somebody ? null : { value: found[0]?.value ?? '', message: NOBODY };
}

/** Without a header, other cells of a row that are numbers beyond doubt count too. */
const abroad = (cells: readonly string[], { phones }: ListColumns): number[] =>
  cells.flatMap((cell, index) =>
    !phones.includes(index) && plainText(cell).startsWith('+') ? [index] : [],
  );
