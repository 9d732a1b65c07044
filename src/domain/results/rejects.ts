import type { RowReading } from '../contact/row/row.ts';
import { CALL_CONTACT, CALL_STATE } from '../contact/columns/result-columns.ts';
import { resultText } from './cell.ts';
import type { RowRecord } from '../run/records.ts';
import type { ResultFile } from './own-columns.ts';
import { markHeader, OwnColumns } from './own-columns.ts';
import { subjectOf, type ResultContext } from './subject.ts';
import type { ResultLine } from './table.ts';

/**
 * The rows of a list that cannot be called as they are, to be corrected and given back. Beside the owner's columns they
 * have those by which an export is recognised, so that the reasons are dropped when the file comes back.
 */
export class RejectsTable {
  readonly headers: readonly string[];
  readonly #own: OwnColumns;
  readonly #file: ResultFile;
  readonly #context: ResultContext;

  constructor(file: ResultFile, context: ResultContext) {
    this.#file = file;
    this.#context = context;
    this.#own = new OwnColumns([file]);
    this.headers = [
      ...this.#own.headers.map(markHeader),
      ...[CALL_CONTACT, CALL_STATE, 'call_reason_code', 'call_reason'],
    ];
  }

  line(reading: Extract<RowReading, { kind: 'problem' }>): ResultLine {
    const { line, cells, problems, fedBack } = reading;
    const contactId = fedBack === null || fedBack.contact === '' ? null : fedBack.contact;
    const row: RowRecord = {
      ...{ fileId: this.#file.id, line, cells, problems },
      ...{ duplicateOf: null, contact: null },
    };
    const { state, reasonCode, reason } = subjectOf(row, this.#own.fits(row), this.#context);
    return {
      cells: () => [
        ...(this.#own.cells(row) ?? this.#own.headers.map(() => '')),
        ...[contactId, state, reasonCode, resultText(reason)],
      ],
      object: () => ({
        schema_version: 1,
        file: this.#file.name,
        line,
        row: Object.fromEntries(this.#own.entries(row) ?? []),
        ...(this.#own.fits(row) ? {} : { cells }),
        call_contact: contactId,
        call_state: state,
        call_reason_code: reasonCode,
        call_reason: reason,
        problems: problems.map(({ column, value, code, message, fix }) => ({
          ...{ column, value, code, message, fix },
        })),
      }),
    };
  }
}
