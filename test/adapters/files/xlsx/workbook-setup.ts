import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetText {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface BookText {
  readonly sheets: readonly SheetText[];
  /** What stands in `sst`. */
  readonly strings?: string;
  /** Number formats, of which cells name the number as their style. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
}

const attribute = (text: string): string => text.replace(/[<&"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The parts of a workbook, each as its text. */
export function partsOf({ sheets, strings, formats, date1904 }: BookText): Record<string, string> {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const list = sheets.map(({ name, state }, at) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${attribute(name)}" sheetId="${at + 1}"${hidden} r:id="s${at}"/>`;
  });
  const own = (formats ?? []).map(
    (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${attribute(code)}"/>`,
  );
  const styles = (formats ?? []).map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 === true ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets
      .map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('u', 'styles', '/xl/styles.xml')}</Relationships>`,
    ...(strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(formats === undefined
      ? {}
      : {
          'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
        }),
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
}

/** A cell with its text in it. */
export const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** A row of texts from column A on. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((text, at) => (text === '' ? '' : textCell(`${String.fromCharCode(65 + at)}${row}`, text))).join('')}</row>`;

/** A folder of its own for the workbooks of one test file. */
export class WorkbookFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'workbook-'));
  #count = 0;

  async zip(parts: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    this.#count += 1;
    const path = join(this.path, `book-${this.#count}.xlsx`);
    const zip = new ZipFile();
    for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
    zip.end();
    const out = createWriteStream(path);
    zip.outputStream.pipe(out);
    await finished(out);
    return path;
  }

  write(book: BookText): Promise<string> {
    return this.zip(partsOf(book));
  }

  /** A workbook of one sheet. */
  sheet(rows: string, more: Omit<BookText, 'sheets'> = {}): Promise<string> {
    return this.write({ sheets: [{ name: 'Leads', rows }], ...more });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
