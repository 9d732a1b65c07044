import type { FileRow, RowProblem } from '../../../domain/contact/problem.ts';
import { maskCell, plainText } from '../../../domain/text/privacy.ts';

/** How the text of a file came about. `assumed`: it is not UTF-8, and nobody said what it is. */
export type HowRead = 'sure' | 'assumed' | 'named';

const SAMPLES = 2;
const ROWS_KEPT = 5;
const LONGEST_SAMPLE = 40;
const FOREIGN = /[^\p{ASCII}]/u;
const UNREADABLE = '\uFFFD';

interface Sample {
  readonly line: number;
  readonly index: number;
  readonly cell: string;
}

/** Gathers, row by row, what shows whether a text was read by the right encoding. */
export class TextDoubts {
  readonly #how: HowRead;
  readonly #foreign: Sample[] = [];
  readonly #stray: Sample[] = [];
  readonly #unreadable: Sample[] = [];
  #strayRows = 0;

  constructor(how: HowRead) {
    this.#how = how;
  }

  add(row: FileRow): void {
    if (row.stray !== undefined) {
      this.#strayRows += 1;
      if (this.#stray.length < ROWS_KEPT) this.#stray.push(sampleOf(row, row.stray));
    }
    if (this.#how === 'sure') return;
    const wanted = this.#how === 'assumed' ? this.#foreign : this.#unreadable;
    if (wanted.length >= SAMPLES) return;
    const isWanted = (cell: string): boolean =>
      this.#how === 'assumed' ? FOREIGN.test(cell) : cell.includes(UNREADABLE);
    const index = row.cells.findIndex(isWanted);
    if (index !== -1) wanted.push(sampleOf(row, index));
  }

  found(headers: readonly string[]): readonly RowProblem[] {
    const said = (code: string, samples: readonly Sample[], text: Said): RowProblem[] => {
      const [first] = samples;
      if (first === undefined) return [];
      return [
        { line: first.line, column: headers[first.index] ?? '', value: first.cell, code, ...text },
      ];
    };
    return [
      ...said('encoding_assumed', this.#foreign, {
        message: `The file is not UTF-8 and does not say what it is. It is read as Windows-1252: ${shown(this.#foreign)}.`,
        fix: `If that is not what is meant, ${NAME_IT}`,
      }),
      ...said('encoding_unfit', this.#unreadable, {
        message: `The file does not fit the encoding that is named: ${shown(this.#unreadable)}.`,
        fix: `Correct encoding: in the campaign file, or --encoding; or ${SAVE}`,
      }),
      ...said('stray_bytes', this.#stray, {
        message: `The file is UTF-8, except in ${rows(this.#stray, this.#strayRows)}: bytes there are read as Windows-1252: ${shown(this.#stray.slice(0, SAMPLES))}.`,
        fix: `Correct these cells if they are wrong, or ${SAVE}`,
      }),
    ];
  }
}

type Said = Pick<RowProblem, 'message' | 'fix'>;

const SAVE = 'save the list as "CSV UTF-8".';
const NAME_IT = `name the encoding, as encoding: shift_jis in the campaign file or --encoding (gbk, big5, euc-kr, windows-1250, windows-1251, macintosh and others); or ${SAVE}`;

const sampleOf = ({ line, cells }: FileRow, index: number): Sample => ({
  line,
  index,
  cell: cells[index] ?? '',
});

const shown = (samples: readonly Sample[]): string =>
  samples
    .map(({ line, cell }) => {
      const text = [...plainText(maskCell(cell))].slice(0, LONGEST_SAMPLE).join('');
      return `row ${line} says "${text}"`;
    })
    .join(', ');

function rows(samples: readonly Sample[], count: number): string {
  const lines = samples.map(({ line }) => line).join(', ');
  const more = count - samples.length;
  return `${count === 1 ? 'row' : 'rows'} ${lines}${more > 0 ? ` and ${more} more` : ''}`;
}
