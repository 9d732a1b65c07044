import type { ResultLine } from '../../../domain/results/table.ts';
import type { ResultsShape, ResultsWriter } from '../../../ports/results.ts';
import { ResultsFileError } from './results-error.ts';
import type { Out } from './results-out.ts';
import {
  contentTypes,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  PACKAGE_RELATIONS,
  SHEET_HEAD,
  SHEET_TAIL,
  sheetPath,
  SheetRows,
  STYLES,
  workbook,
  workbookRelations,
} from './results-sheet.ts';
import { ZipOut } from './results-zip.ts';

const BATCH = 64 * 1024;

interface SheetLimits {
  readonly rows: number;
  /** Of the sheet's XML. From 4 GiB on the archive would need ZIP64, which not every reader of workbooks knows. */
  readonly bytes: number;
}

const LIMITS: SheetLimits = { rows: MAX_SHEET_ROWS, bytes: 4_000_000_000 };

/** Refuses before anything is created. */
export function refuseWideSheet(path: string, columns: number): void {
  if (columns <= MAX_SHEET_COLUMNS) return;
  throw new ResultsFileError('format', {
    message: `"${path}" would need ${columns} columns; a sheet has ${MAX_SHEET_COLUMNS}.`,
    hint: 'Write .csv or .jsonl instead.',
  });
}

/** Streams a workbook. What does not fit on one sheet goes on on the next, under the same header. */
export class XlsxWriter implements ResultsWriter {
  readonly #out: Out;
  readonly #shape: ResultsShape;
  readonly #limits: SheetLimits;
  readonly #zip: ZipOut;
  readonly #rows: SheetRows;
  #sheets = 0;
  #row = 0;
  #bytes = 0;
  #batch = '';

  constructor(out: Out, shape: ResultsShape, limits = LIMITS) {
    this.#out = out;
    this.#shape = shape;
    this.#limits = limits;
    this.#zip = new ZipOut(out);
    this.#rows = new SheetRows(shape.headers.length);
    // Programs that tell a file's kind by its first bytes look for this name.
    this.#zip.add('_rels/.rels', PACKAGE_RELATIONS);
    this.#zip.add('xl/styles.xml', STYLES);
    this.#beginSheet();
  }

  #beginSheet(): void {
    this.#sheets += 1;
    this.#zip.begin(sheetPath(this.#sheets));
    this.#batch = SHEET_HEAD + this.#rows.header(this.#shape.headers);
    this.#row = 1;
    this.#bytes = 0;
  }

  async #endSheet(): Promise<void> {
    this.#batch += SHEET_TAIL;
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const text = this.#batch;
    this.#batch = '';
    this.#bytes += Buffer.byteLength(text);
    await this.#zip.write(text);
  }

  async write(line: ResultLine): Promise<void> {
    if (this.#row >= this.#limits.rows || this.#bytes >= this.#limits.bytes) {
      await this.#endSheet();
      this.#beginSheet();
    }
    this.#row += 1;
    this.#batch += this.#rows.row(this.#row, line.cells());
    if (this.#batch.length >= BATCH) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#endSheet();
    this.#zip.endEntries();
    this.#zip.add('xl/workbook.xml', workbook(this.#shape.sheetName, this.#sheets));
    this.#zip.add('xl/_rels/workbook.xml.rels', workbookRelations(this.#sheets));
    this.#zip.add('[Content_Types].xml', contentTypes(this.#sheets));
    await this.#zip.end();
    await this.#out.commit();
  }

  async abandon(): Promise<void> {
    await this.#zip.abandon();
    await this.#out.abandon();
  }
}
