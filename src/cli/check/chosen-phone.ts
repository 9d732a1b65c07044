import type { ColumnMap } from '../../domain/contact/columns/column-map.ts';
import type { RowReading } from '../../domain/contact/row/row.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import { shownValue } from './lines/shown-value.ts';

/** The column whose number is called, of a row in a list with several phone columns. */
interface ChosenPhone {
  readonly line: number;
  readonly column: string;
  /** Masked. */
  readonly number: string;
}

/** Null: the list has one phone column, or the row is not called. */
export function chosenPhone(reading: RowReading, columns: ColumnMap): ChosenPhone | null {
  if (reading.kind === 'problem' || columns.otherPhones.length === 0) return null;
  const { e164, phoneColumn } = reading.contact;
  const column = columns.headers[phoneColumn] ?? '';
  return { line: reading.line, column, number: maskNumber(e164) };
}

export const phoneLine = ({ line, column, number }: ChosenPhone): string =>
  `row ${line}: calls ${number}, from ${shownValue(column)}`;
