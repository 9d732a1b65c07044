import { readListed } from '../../phone/number/listed-number.ts';
import { readNumber } from '../../phone/number/number.ts';
import { phoneColumns } from '../columns/phone-columns.ts';
import type { RowCells } from '../row/row-cells.ts';
import type { RowContext } from '../row/row-context.ts';
import { numberRules, type RowCountries } from '../row/row-place.ts';

/** Between two numbers in one cell. */
const BETWEEN = /[/;,|\n]|\s(?:or|und|oder|et|ou|y|o|e|of)\s/i;
/** As the remedy of a problem writes the number that it takes the cell for. */
const WRITTEN = /\+\d{7,15}/g;
/** A 0 that is kept behind a country code. */
const TRUNK_ZERO = /^(\+\d{1,3}[\s.-]*)0/;

/**
 * I14: the numbers that a row may mean that refuses and has none that can be called as it stands. A cell that must be
 * corrected before anybody is called by it bars all the same.
 */
export function meantNumbers(
  row: RowCells,
  named: RowCountries,
  context: RowContext,
): readonly string[] {
  const rules = numberRules(named, context);
  const { tables, defaultCountry } = rules;
  const countries = defaultCountry === null ? [] : [defaultCountry];
  const columns = phoneColumns(row.columns);
  const headers = columns.map((index) => row.columns.headers[index]);
  const remedies = row.problems
    .filter(({ column }) => headers.includes(column))
    .flatMap(({ fix }) => fix?.match(WRITTEN) ?? []);
  const read = columns
    .flatMap((index) => (row.cells[index] ?? '').split(BETWEEN))
    .flatMap((text) => [text, text.replace(TRUNK_ZERO, '$1')])
    .flatMap((text) => {
      const listed = readListed(text, { countries, tables });
      if (listed.kind === 'numbers') return listed.numbers;
      const inText = readNumber(text, { ...rules, extract: true });
      return inText.kind === 'ok' ? [inText.e164] : [];
    });
  return [...new Set([...remedies, ...read])];
}
