import { cutText, type Cell } from '../../../domain/results/cell.ts';
import { columnLetters } from '../contacts/contact-refusal.ts';

/** The parts of an XLSX workbook (ECMA-376) as text. */

/** What Excel can hold. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;
const MAX_CELL_LENGTH = 32_767;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indexes into `cellXfs` of `STYLES`. Text keeps the format Text, so that editing a number keeps its zeros. */
const STYLE = { text: 1, header: 2 } as const;

export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** The header stays in sight. */
export const SHEET_HEAD = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
export const SHEET_TAIL = '</sheetData></worksheet>';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

export const sheetPath = (nth: number): string => `xl/worksheets/sheet${nth}.xml`;

export function contentTypes(sheets: number): string {
  const parts = numbers(sheets).map(
    (nth) => `<Override PartName="/${sheetPath(nth)}" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${parts.join('')}</Types>`;
}

export function workbook(name: string, sheets: number): string {
  const entries = numbers(sheets).map((nth) => {
    const title = escapeXml(nth === 1 ? name : `${name} ${nth}`);
    return `<sheet name="${title}" sheetId="${nth}" r:id="rId${nth}"/>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries.join('')}</sheets></workbook>`;
}

export function workbookRelations(sheets: number): string {
  const entries = numbers(sheets).map(
    (nth) =>
      `<Relationship Id="rId${nth}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${nth}.xml"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

/** Gives the rows of a sheet, for a known number of columns. */
export class SheetRows {
  readonly #letters: readonly string[];

  constructor(columns: number) {
    this.#letters = numbers(columns).map((nth) => columnLetters(nth - 1));
  }

  header(headers: readonly string[]): string {
    return this.#row(1, (at, letters) => {
      const header = headers[at] ?? '';
      return header === '' ? '' : textCell(`${letters}1`, header, STYLE.header);
    });
  }

  row(nth: number, cells: readonly Cell[]): string {
    return this.#row(nth, (at, letters) => cellXml(`${letters}${nth}`, cells[at] ?? null));
  }

  #row(nth: number, cell: (at: number, letters: string) => string): string {
    let xml = `<row r="${nth}">`;
    for (const [at, letters] of this.#letters.entries()) xml += cell(at, letters);
    return `${xml}</row>`;
  }
}

function cellXml(place: string, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return textCell(place, cell, STYLE.text);
  const text = String(cell);
  return staysAsItIs(text)
    ? `<c r="${place}"><v>${text}</v></c>`
    : textCell(place, text, STYLE.text);
}

/** Excel shows 12 digits as 1.23E+11 and forgets the 16th. */
const staysAsItIs = (number: string): boolean =>
  /^-?\d{1,11}(?:\.\d+)?$/.test(number) && number.replace(/\D/g, '').length <= 15;

/** A string in the cell itself is never a formula, so nothing has to be put in front of it. */
function textCell(place: string, text: string, style: number): string {
  const shown = cutText(text.replace(/\r\n?/g, '\n'), MAX_CELL_LENGTH);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(shown)}</t></is></c>`;
}

// Characters that XML cannot hold, and texts that look like the escape for them.
const UNHELD = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** ECMA-376 22.9.2.19: `_x0007_` is the character 7. */
function escapeText(text: string): string {
  if (!/[^ -%'-;=?-^`-~]/.test(text)) return text;
  const held = text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(UNHELD, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/\p{Surrogate}/gu, '\uFFFD');
  return escapeXml(held);
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
