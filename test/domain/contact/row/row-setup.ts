import { loadReference } from '../../../../src/adapters/reference/load.ts';
import {
  readRow,
  type NewContact,
  type RowContext,
  type RowReading,
} from '../../../../src/domain/contact/row/row.ts';
import { columnsOf, type Wish } from '../setup.ts';

export const reference = loadReference();
export const NOW = Date.parse('2026-11-22T12:00:00Z');

export interface Given {
  readonly wish?: Wish;
  readonly campaign?: Partial<RowContext['campaign']>;
}

/** Reads one row, given as header → cell. */
export function read(cells: Readonly<Record<string, string>>, given: Given = {}): RowReading {
  const columns = columnsOf(Object.keys(cells), given.wish);
  const campaign = { defaultCountry: null, extract: false, scheduledAt: null, ...given.campaign };
  return readRow(
    { line: 7, cells: Object.values(cells) },
    { columns, campaign, reference, now: NOW },
  );
}

export function contactOf(cells: Readonly<Record<string, string>>, given: Given = {}): NewContact {
  const reading = read(cells, given);
  if (reading.kind !== 'contact') throw new Error(JSON.stringify(reading.problems));
  return reading.contact;
}

export const problemsOf = (cells: Readonly<Record<string, string>>, given: Given = {}) => {
  const reading = read(cells, given);
  if (reading.kind !== 'problem') throw new Error('the row has no problem');
  return reading;
};

export const GOOD = { phone: '+14155550123' };
