import { answersIn } from '../../domain/contact/refusal/in-row.ts';
import { withBreaks } from '../../domain/contact/cells/fitted-cells.ts';
import { readRow, refusalOf, type RowContext } from '../../domain/contact/row/row.ts';
import { dialledIdentity } from '../../domain/phone/number/identity.ts';
import type { ContactSource } from '../../ports/contact-source.ts';

/**
 * Why the rows of a file say not to call somebody, by the line that the number leads to: as reasons that are stored. Any
 * row of a person is enough, be it a duplicate or one that cannot be used.
 */
export async function refusalsIn(
  source: Pick<ContactSource, 'rows'>,
  context: RowContext,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const row of withBreaks(source.rows(), context.columns)) {
    // Most rows refuse nothing, and reading one in full costs much more.
    if (answersIn(row.cells, context.columns).refusal === null) continue;
    const refusal = refusalOf(readRow(row, context));
    if (refusal === null) continue;
    for (const e164 of [refusal.e164, ...refusal.otherNumbers]) {
      const identity = dialledIdentity(e164);
      if (!found.has(identity)) found.set(identity, refusal.reason);
    }
  }
  return found;
}
