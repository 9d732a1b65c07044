import { posix } from 'node:path';
import { text } from 'node:stream/consumers';
import { ContactFileError } from '../contacts/contact-error.ts';
import { Archive, LIMITS } from './archive.ts';
import { readNumberFormats } from './number-formats.ts';
import { damaged, noWorkbook, WorkbookFault } from './refusal.ts';
import { readSheetRows, type SheetContext, type SheetRow } from './sheet-rows.ts';
import { plainNumber, showerOf } from './shown-number.ts';
import { readStrings } from './strings.ts';
import { eachTag } from './xml.ts';

export interface Sheet {
  readonly name: string;
  readonly part: string;
  /** Not shown to anyone who opens the workbook. */
  readonly hidden: boolean;
}

interface WorkbookParts {
  readonly sheets: readonly Sheet[];
  readonly strings: string | null;
  readonly styles: string | null;
  readonly date1904: boolean;
}

/** A workbook of Excel (ECMA-376), whose sheets can be read one after the other. */
export class Workbook {
  readonly sheets: readonly Sheet[];
  readonly #path: string;
  readonly #archive: Archive;
  readonly #parts: WorkbookParts;
  #context: Promise<SheetContext> | null = null;

  private constructor(path: string, archive: Archive, parts: WorkbookParts) {
    this.#path = path;
    this.#archive = archive;
    this.#parts = parts;
    this.sheets = parts.sheets;
  }

  static async open(path: string): Promise<Workbook> {
    const archive = await Archive.open(path);
    try {
      return new Workbook(path, archive, await readParts(path, archive));
    } catch (error) {
      archive.close();
      throw asDamage(path, error);
    }
  }

  /** The rows of a sheet that say something. */
  async *rows({ part }: Sheet): AsyncGenerator<SheetRow> {
    try {
      const context = await (this.#context ??= this.#readContext());
      yield* readSheetRows(await this.#archive.read(part, LIMITS.sheet), context);
    } catch (error) {
      throw asDamage(this.#path, error);
    }
  }

  /** The first row of a sheet that says something; null in an empty one. */
  async firstRow(sheet: Sheet): Promise<SheetRow | null> {
    for await (const row of this.rows(sheet)) return row;
    return null;
  }

  close(): void {
    this.#archive.close();
  }

  async #readContext(): Promise<SheetContext> {
    const { strings, styles, date1904 } = this.#parts;
    const archive = this.#archive;
    const codes =
      styles === null ? [] : await readNumberFormats(await archive.read(styles, LIMITS.other));
    const texts =
      strings === null ? [] : await readStrings(await archive.read(strings, LIMITS.strings));
    const shown = codes.map((code) => showerOf(code, date1904));
    return { strings: texts, shown: shown.length === 0 ? [plainNumber] : shown };
  }
}

async function readParts(path: string, archive: Archive): Promise<WorkbookParts> {
  const book = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  const foreign = await foreignKind(archive, book?.part ?? null);
  if (book === undefined || foreign !== null) throw noWorkbook(path, foreign ?? 'a ZIP archive');
  const relations = await relationsOf(archive, book.part);
  const found: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  await eachTag(await archive.read(book.part, LIMITS.other), (name, attributes) => {
    if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const hidden = /hidden/i.test(attributes['state'] ?? '');
    found.push({ name: attributes['name'] ?? '', id, hidden });
  });
  const sheets = found.flatMap(({ id, ...sheet }) => {
    // Charts and dialogues are sheets to Excel, but have no cells.
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
    return relation === undefined ? [] : [{ ...sheet, part: relation.part }];
  });
  if (sheets.length === 0) throw new WorkbookFault('it has no sheet');
  const partOf = (type: string): string | null => {
    const part = relations.find((one) => one.type === type)?.part;
    return part !== undefined && archive.has(part) ? part : null;
  };
  return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

/** What the archive is, where it is a document of another kind. `book`: its main part. */
async function foreignKind(archive: Archive, book: string | null): Promise<string | null> {
  if (archive.has('mimetype')) {
    const kind = await text(await archive.read('mimetype', 1024));
    if (kind.includes('opendocument.spreadsheet')) return 'an OpenDocument spreadsheet (.ods)';
    if (kind.includes('opendocument')) return 'an OpenDocument file';
  }
  if (archive.has('Index/Document.iwa') || archive.has('Index.zip')) return 'a Numbers spreadsheet';
  if (book === null) return null;
  if (book.endsWith('.bin')) return 'a binary Excel workbook (.xlsb)';
  if (book.startsWith('word/')) return 'a Word document';
  return book.startsWith('ppt/') ? 'a presentation' : null;
}

interface Relation {
  readonly id: string;
  /** The last word of its address: the editions of the standard differ in what stands before. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to; the part '' is the whole workbook. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(list)) return [];
  const relations: Relation[] = [];
  await eachTag(await archive.read(list, LIMITS.other), (name, attributes) => {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const target = attributes['Target'] ?? '';
    const from = target.startsWith('/') ? '' : folder;
    relations.push({
      id: attributes['Id'] ?? '',
      type: posix.basename(attributes['Type'] ?? ''),
      part: posix.join(from, target).replace(/^\//, ''),
    });
  });
  return relations;
}

/** Faults of the XML and of the ZIP stream come as plain errors, out of the middle of a part. */
const asDamage = (path: string, error: unknown): ContactFileError =>
  error instanceof ContactFileError ? error : damaged(path, error);
