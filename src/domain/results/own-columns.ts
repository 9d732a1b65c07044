import { unprotectCell } from '../contact/cells/cell-safety.ts';
import { isFedBack, isResultColumn, looksLikeResult } from '../contact/columns/result-columns.ts';
import type { FileRecord } from '../run/records.ts';
import type { RowRecord } from '../run/records.ts';

/** What the results need of a file. */
export type ResultFile = Pick<FileRecord, 'id' | 'name' | 'delimiter' | 'headers'>;

/** The cells of a row under the owner's headers. Null: the row does not fit its header. */
type OwnCells = readonly string[] | null;

interface Place {
  /** Where the cell is in the file, and where it goes in the results. */
  readonly from: number;
  readonly to: number;
}

/**
 * The columns of the run's files: those of the first file in their order, then what the others have besides.
 * Result columns of an earlier export are no longer the owner's and are made anew.
 */
export class OwnColumns {
  readonly headers: readonly string[];
  readonly #width = new Map<number, number>();
  readonly #places = new Map<number, readonly Place[]>();

  constructor(files: readonly ResultFile[]) {
    const headers: string[] = [];
    const index = new Map<string, number>();
    for (const file of files) {
      const places: Place[] = [];
      for (const { key, header, from } of ownColumnsOf(file)) {
        const to = index.get(key) ?? headers.push(header) - 1;
        index.set(key, to);
        places.push({ from, to });
      }
      this.#places.set(file.id, places);
      this.#width.set(file.id, file.headers.length);
    }
    this.headers = headers;
  }

  /** Whether every cell of the row stands under a header. */
  fits(row: RowRecord): boolean {
    return row.cells.length === this.#width.get(row.fileId);
  }

  cells(row: RowRecord): OwnCells {
    const places = this.#placesOf(row);
    if (places === null) return null;
    const cells = new Array<string>(this.headers.length).fill('');
    for (const { from, to } of places) cells[to] = row.cells[from] ?? '';
    return cells;
  }

  /** Header and cell of each column that the row's own file has. */
  entries(row: RowRecord): readonly (readonly [string, string])[] | null {
    const places = this.#placesOf(row);
    if (places === null) return null;
    return places.flatMap(({ from, to }) => {
      const header = this.headers[to] ?? '';
      const cell = row.cells[from] ?? '';
      if (header !== '') return [[header, cell] as const];
      return cell === '' ? [] : [[this.#nameFor(to), cell] as const];
    });
  }

  #nameFor(index: number): string {
    let name = `column ${index + 1}`;
    while (this.headers.includes(name)) name = `(${name})`;
    return name;
  }

  #placesOf(row: RowRecord): readonly Place[] | null {
    return this.fits(row) ? (this.#places.get(row.fileId) ?? null) : null;
  }
}

function ownColumnsOf(file: ResultFile): { key: string; header: string; from: number }[] {
  const fedBack = isFedBack(file.headers);
  const seen = new Map<string, number>();
  return file.headers.flatMap((raw, from) => {
    if (fedBack && isResultColumn(raw)) return [];
    const header = fedBack ? unmarkHeader(tidy(unprotectCell(raw))) : tidy(raw);
    // Nameless columns may repeat in one file: the first of one file goes with the first of another.
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    return [{ key: `${nth} ${header}`, header, from }];
  });
}

const tidy = (header: string): string => header.replaceAll('\uFEFF', '').trim();

const unquoted = (header: string): string => header.replace(/^'+/, '');

/**
 * An owner's own `call_notes` gets an apostrophe in the results. Without it two columns might have one name,
 * and fed back in it would be dropped with ours. As a prompt variable it has the same name either way.
 */
export function markHeader(header: string): string {
  return looksLikeResult(unquoted(header)) ? `'${header}` : header;
}

/** The inverse of `markHeader`, for files that we wrote. */
export function unmarkHeader(header: string): string {
  return header.startsWith("'") && looksLikeResult(unquoted(header)) ? header.slice(1) : header;
}
