import type { Readable } from 'node:stream';
import { WorkbookFault } from './refusal.ts';
import type { ShowNumber } from './shown-number.ts';
import { RichText } from './strings.ts';
import { readXml, unescaped, type XmlHandler } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** How each style shows a number. */
  readonly shown: readonly ShowNumber[];
}

export interface SheetRow {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly cells: string[];
  readonly hidden: boolean;
  /** Cells with a formula whose result the program that wrote the file has not stored. */
  readonly uncalculated: number;
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** As much as of a CSV file. */
const LONGEST_ROW = 1024 * 1024;

/** What a formula without a stored result reads as: an error like those that spreadsheets write. */
const UNCALCULATED = '#CALC!';

/** The rows of a sheet that say something, in order. A fault of the sheet ends them with an error. */
export async function* readSheetRows(
  bytes: Readable,
  context: SheetContext,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(context);
  for await (const piece of readXml(bytes, reader)) {
    void piece;
    yield* reader.take();
  }
}

class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #rich = new RichText();
  #rows: SheetRow[] = [];
  #row = 0;
  #hidden = false;
  #cells: string[] = [];
  #length = 0;
  #uncalculated = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  #hasValue = false;
  #hasFormula = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'c':
        return this.#beginCell(attributes);
      case 'v':
        this.#inValue = true;
        this.#hasValue = true;
        return;
      case 'f':
        this.#hasFormula = true;
        return;
      case 'row':
        return this.#beginRow(attributes);
      case 'is':
        this.#hasValue = true;
        return this.#rich.begin();
      default:
        return this.#rich.open(name);
    }
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#rich.add(text);
  }

  close(name: string): void {
    if (name === 'c') this.#endCell();
    else if (name === 'v') this.#inValue = false;
    else if (name === 'row') this.#endRow();
    else this.#rich.close(name);
  }

  #beginRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    if (!(row > this.#row && row <= MOST_ROWS))
      throw new WorkbookFault(`row ${row} is out of order`);
    this.#row = row;
    this.#hidden = hidden === '1' || hidden === 'true';
    this.#cells = [];
    this.#column = -1;
    this.#length = 0;
    this.#uncalculated = 0;
  }

  #endRow(): void {
    if (this.#cells.every((cell) => cell.trim() === '')) return;
    this.#rows.push({
      row: this.#row,
      cells: this.#cells,
      hidden: this.#hidden,
      uncalculated: this.#uncalculated,
    });
  }

  #beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (!(column >= 0 && column < MOST_COLUMNS))
      throw new WorkbookFault(`cell ${r ?? ''} is out of bounds`);
    this.#column = column;
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = '';
    this.#hasValue = false;
    this.#hasFormula = false;
    this.#rich.begin();
  }

  #endCell(): void {
    const text = this.#text();
    if (text === '') return;
    this.#length += text.length;
    if (this.#length > LONGEST_ROW)
      throw new WorkbookFault(`row ${this.#row} is longer than 1 MiB`);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #text(): string {
    if (!this.#hasValue) {
      if (!this.#hasFormula) return '';
      this.#uncalculated += 1;
      return UNCALCULATED;
    }
    switch (this.#type) {
      case 's':
        return this.#shared();
      case 'inlineStr':
        return this.#rich.text;
      case 'str':
        return unescaped(this.#value);
      case 'b':
        return this.#value === '1' || this.#value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.#value.replace('T', ' ').replace(/ 00:00(?::00(?:\.0+)?)?Z?$/, '');
      case 'e':
        return this.#value;
      default:
        return this.#number();
    }
  }

  #shared(): string {
    const text = this.#context.strings[Number(this.#value)];
    if (text === undefined)
      throw new WorkbookFault(`the text of a cell in row ${this.#row} is missing`);
    return text;
  }

  #number(): string {
    const value = Number(this.#value);
    if (this.#value.trim() === '' || !Number.isFinite(value)) return this.#value;
    const show = this.#context.shown[this.#style];
    return show === undefined ? this.#value : show(value);
  }
}

/** `AB12` is in column 27, counted from 0; below 0 where there are no letters. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
