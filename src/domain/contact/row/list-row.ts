import { joinedNumbers, plainText } from '../../phone/number/cell.ts';
import { readListed, type Listed, type ListReading } from '../../phone/number/listed-number.ts';
import { countriesMeant } from '../address/countries-meant.ts';
import type { ListColumns } from '../columns/list-columns.ts';
import { numbersInCell, type FoundInCell } from './list-other-cells.ts';
import type { FileRow } from '../problem.ts';

/** Whom one row of a list of people not to be called means. */
export interface ListRow {
  readonly line: number;
  readonly numbers: readonly string[];
  readonly tails: readonly { readonly tail: string; readonly value: string }[];
  /** What nobody can read: somebody is meant by it. */
  readonly unreadable: { readonly value: string; readonly message: string } | null;
}

type Found = FoundInCell & { readonly value: string };

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
  const written = columns.phones.flatMap((index) => joinedNumbers(cells[index] ?? ''));
  const found = written.map((value) => ({ value, listed: readListed(value, reading) }));
  const known = found.flatMap(({ value, listed }): Found[] => {
    if (listed.kind === 'numbers') return [{ value, numbers: listed.numbers, tails: listed.tails }];
    return listed.kind === 'tails' ? [{ value, numbers: [], tails: listed.tails }] : [];
  });
  const all = [...known, ...elsewhere(cells, columns, { reading, isKnown: known.length > 0 })];
  const numbers = [...new Set(all.flatMap((one) => one.numbers))];
  const tails = all.flatMap(({ value, tails: some }) => some.map((tail) => ({ tail, value })));
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

/**
 * The other cells of the row: `Direct line`, `Fax`, `Notes`. Without a header nobody can say which of them are ids, so
 * last digits count only where the row has no other number.
 */
function elsewhere(
  cells: readonly string[],
  { header, phones, noNumbers }: ListColumns,
  { reading, isKnown }: { readonly reading: ListReading; readonly isKnown: boolean },
): Found[] {
  return cells.flatMap((value, index) => {
    if (phones.includes(index)) return [];
    const { numbers, tails } = numbersInCell(value, noNumbers.includes(index), reading);
    return [{ value, numbers, tails: header || !isKnown ? tails : [] }];
  });
}
