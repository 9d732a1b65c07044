import type { ColumnMap } from '../columns/column-map.ts';
import { cellText } from '../cells/cell-text.ts';
import type { RowProblem } from '../problem.ts';

/** What is wrong with a cell, or odd about it, and what to do about it. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
}

/** The cells of one row, and what has been found about them. */
export class RowCells {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowProblem[] = [];
  readonly line: number;
  readonly cells: readonly string[];
  readonly columns: ColumnMap;

  constructor(row: { line: number; cells: readonly string[] }, columns: ColumnMap) {
    this.line = row.line;
    this.cells = row.cells;
    this.columns = columns;
  }

  raw(index: number): string {
    return this.cells[index] ?? '';
  }

  /** Null: the cell is blank, or there is no such column. */
  text(index: number | null): string | null {
    const text = index === null ? '' : cellText(this.raw(index));
    return text === '' ? null : text;
  }

  problem(index: number, found: Finding): void {
    this.problems.push(this.#said(index, found));
  }

  warn(index: number, found: Finding): void {
    this.warnings.push(this.#said(index, found));
  }

  /** Of the whole row, not of one of its cells. */
  warnRow(value: string, found: Finding): void {
    this.warnings.push({ line: this.line, column: '', value, ...found });
  }

  #said(index: number, { code, message, fix }: Finding): RowProblem {
    const column = this.columns.headers[index] ?? '';
    return { line: this.line, column, value: this.raw(index), code, message, fix };
  }
}
