import { cellText, isBlank } from './cell-text.ts';
import { isEmptyWord } from './empty-words.ts';
import type { FileRow } from '../problem.ts';

/** The cells of one column that say nothing by a word. */
export interface EmptyCells {
  readonly count: number;
  /** The row and the word of the first. */
  readonly line: number;
  readonly word: string;
}

/** Longer than each of the words, with spaces around it. */
const LONG = 40;

/** Counts them in every column while a file is opened, when nobody knows yet which columns are spoken. */
export class EmptyCellCount {
  readonly #columns = new Map<number, EmptyCells>();
  #header = true;

  /** Takes all rows in order, the header first. */
  add({ line, cells }: FileRow): void {
    if (this.#header) {
      this.#header = false;
      return;
    }
    for (const [index, cell] of cells.entries()) {
      if (cell === '' || cell.length > LONG) continue;
      const word = cellText(cell);
      if (isBlank(word) || !isEmptyWord(word)) continue;
      const before = this.#columns.get(index);
      this.#columns.set(
        index,
        before === undefined ? { count: 1, line, word } : { ...before, count: before.count + 1 },
      );
    }
  }

  /** By the index of the column. */
  get columns(): ReadonlyMap<number, EmptyCells> {
    return this.#columns;
  }
}
