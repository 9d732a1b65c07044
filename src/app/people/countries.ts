import { RowCells } from '../../domain/contact/row/row-cells.ts';
import type { RowContext } from '../../domain/contact/row/row.ts';
import { countriesIn, numberIn } from '../../domain/contact/row/row-place.ts';
import type { ContactSource } from '../../ports/contact-source.ts';

/** The countries of a list's people, in which the national numbers of other lists may be. */
export async function countriesOf(
  source: ContactSource,
  context: RowContext,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const row of source.rows()) {
    const cells = new RowCells(row, context.columns);
    const countries = countriesIn(cells, context.campaign.defaultCountry);
    for (const country of countries.evidence) if (country !== null) found.add(country);
    const region = numberIn(cells, countries, context)?.region ?? null;
    if (region !== null) found.add(region);
  }
  return found;
}
