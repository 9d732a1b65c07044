import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { storageError } from '../ledger-error.ts';

/** An order that the provider has taken and the ledger could not write down. */
interface Unwritten {
  readonly key: string;
  readonly providerId: string;
  readonly at: number;
}

const BYTES = 64 * 1024;
/** Where the file does not fit the ledger's disk there is no room for a session either. */
const BLANK = new Uint8Array(BYTES).fill(0x20);

/**
 * A file of blanks beside the ledger, made while there is room. When the disk is full, what the provider has
 * just said is written into it in place, where it needs no new room, and is on the disk before anything else
 * happens. The next session reads it.
 */
export class Reserve {
  readonly #fd: number;
  readonly #path: string;
  #end = 0;

  private constructor(fd: number, path: string) {
    this.#fd = fd;
    this.#path = path;
  }

  /** Opens the reserve of a ledger; `found` is what an earlier session had to leave there. */
  static open(path: string): { reserve: Reserve; found: readonly Unwritten[] } {
    const found = existsSync(path) ? readUnwritten(path) : [];
    const isNew = !existsSync(path);
    const reserve = new Reserve(openSync(path, isNew ? 'w+' : 'r+', 0o600), path);
    if (isNew) reserve.#blank();
    // What was found stays where it is until the ledger has it: `clear`.
    reserve.#end = found.reduce((end, one) => end + lineOf(one).length, 0);
    return { reserve, found };
  }

  /** Returns once it is on the disk. */
  write(unwritten: Unwritten): void {
    const line = lineOf(unwritten);
    this.#toDisk(line, this.#end);
    this.#end += line.length;
  }

  /** The ledger has everything. */
  clear(): void {
    if (this.#end > 0) this.#blank();
    this.#end = 0;
  }

  close(): void {
    closeSync(this.#fd);
  }

  #blank(): void {
    this.#toDisk(BLANK, 0);
  }

  #toDisk(bytes: Uint8Array, at: number): void {
    try {
      writeSync(this.#fd, bytes, 0, bytes.length, at);
      fsyncSync(this.#fd);
    } catch (cause) {
      throw storageError(this.#path, cause) ?? cause;
    }
  }
}

const lineOf = ({ key, providerId, at }: Unwritten): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ key, providerId, at })}\n`);

function readUnwritten(path: string): readonly Unwritten[] {
  const found: Unwritten[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const one = parse(line);
    // The first that does not parse was cut off, or is the blank rest.
    if (one === null) break;
    found.push(one);
  }
  return found;
}

function parse(line: string): Unwritten | null {
  try {
    const json = JSON.parse(line) as Partial<Unwritten> | null;
    if (typeof json?.key !== 'string' || typeof json.providerId !== 'string') return null;
    return { key: json.key, providerId: json.providerId, at: Number(json.at) };
  } catch {
    return null;
  }
}
