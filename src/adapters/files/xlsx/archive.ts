import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { damaged, tooLarge, WorkbookFault } from './refusal.ts';

const MIB = 1024 * 1024;

/** The most that is unpacked of each part. A sheet is read row by row; the other parts are held in memory. */
export const LIMITS = { sheet: 1024 * MIB, strings: 256 * MIB, other: 16 * MIB } as const;

/** A workbook has a few dozen parts, a hostile archive may have millions. */
const MOST_PARTS = 10_000;

/** The parts of a workbook, which is a ZIP archive, by their names. None is unpacked beyond its limit. */
export class Archive {
  readonly #path: string;
  readonly #zip: ZipFile;
  readonly #parts: ReadonlyMap<string, Entry>;

  private constructor(path: string, zip: ZipFile, parts: ReadonlyMap<string, Entry>) {
    this.#path = path;
    this.#zip = zip;
    this.#parts = parts;
  }

  static async open(path: string): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
        if (error === null) resolve(opened);
        else reject(damaged(path, error));
      });
    });
    try {
      return new Archive(path, zip, await partsOf(zip));
    } catch (error) {
      zip.close();
      throw damaged(path, error);
    }
  }

  /** Names of parts do not depend on case (ECMA-376 part 2). */
  has(part: string): boolean {
    return this.#parts.has(part.toLowerCase());
  }

  /** The bytes of a part. They end with an error where they are more than the archive says of it. */
  async read(part: string, limit: number): Promise<Readable> {
    const entry = this.#parts.get(part.toLowerCase());
    if (entry === undefined) throw new WorkbookFault('a part of it is missing');
    if (entry.isEncrypted()) throw new WorkbookFault('it is protected with a password');
    if (entry.uncompressedSize > limit) throw tooLarge(this.#path, entry.uncompressedSize, limit);
    return await new Promise<Readable>((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => {
        if (error === null) resolve(stream);
        else reject(error);
      });
    });
  }

  close(): void {
    this.#zip.close();
  }
}

function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    if (zip.entryCount > MOST_PARTS) {
      reject(new WorkbookFault(`it has ${zip.entryCount} parts`));
      return;
    }
    zip.on('entry', (entry: Entry) => {
      parts.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(parts));
    zip.once('error', reject);
    zip.readEntry();
  });
}
