import type { ColumnMap } from '../../domain/contact/columns/columns.ts';
import { digitsAgree } from '../../domain/contact/row/digits-agree.ts';
import { SeenNumbers } from '../../domain/contact/row/duplicates.ts';
import { withBreaks } from '../../domain/contact/cells/fitted-cells.ts';
import { phoneAt } from '../../domain/contact/columns/phone-columns.ts';
import { readRow, type RowContext, type RowReading } from '../../domain/contact/row/row.ts';
import type { ContactSource } from '../../ports/contact-source.ts';

/** The number of a contact by the id that an export gave it; null when the ledger does not know it. */
export type NumberOf = (contactId: string) => Promise<string | null>;

/** Reads each row of a file once, in order: a contact, or its problems. The first row of a number wins. */
export async function* readRows(
  source: ContactSource,
  context: RowContext,
  numberOf: NumberOf | null,
): AsyncGenerator<RowReading> {
  const seen = new SeenNumbers(context.columns);
  for await (const row of withBreaks(source.rows(), context.columns)) {
    let reading = readRow(row, context);
    if (reading.kind === 'problem' && numberOf !== null) {
      const cells = await restored(row.cells, { columns: context.columns, reading, numberOf });
      if (cells !== null) reading = readRow({ ...row, cells }, context);
    }
    yield seen.check(reading);
  }
}

/** A phone cell of our own export that a spreadsheet mangled is restored, when its digits agree. */
async function restored(
  cells: readonly string[],
  from: { columns: ColumnMap; reading: RowReading & { kind: 'problem' }; numberOf: NumberOf },
): Promise<string[] | null> {
  const { columns, reading, numberOf } = from;
  if (reading.fedBack === null) return null;
  const number = await numberOf(reading.fedBack.contact);
  const phone = phoneAt(cells, columns);
  if (number === null || !digitsAgree(cells[phone] ?? '', number)) return null;
  return cells.map((cell, at) => (at === phone ? number : cell));
}
