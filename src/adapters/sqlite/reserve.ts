import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** An order that the provider has taken and the ledger could not write down. */
export interface Unwritten {
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
  #end = 0;

  private constructor(fd: number) {
    this.#fd = fd;
  }

  /** Opens the reserve of a ledger; `found` is what an earlier session had to leave there. */
  static open(path: string): { reserve: Reserve; found: readonly Unwritten[] } {
    const found = existsSync(path) ? readUnwritten(path) : [];
    const isNew = !existsSync(path);
    const reserve = new Reserve(openSync(path, isNew ? 'w+' : 'r+', 0o600));
    if (isNew) reserve.#blank();
    // What was found stays where it is until the ledger has it: `clear`.
    reserve.#end = found.reduce((end, one) => end + lineOf(one).length, 0);
    return { reserve, found };
  }

  /** Returns once it is on the disk. */
  write(unwritten: Unwritten): void {
    const line = lineOf(unwritten);
    writeSync(this.#fd, line, 0, line.length, this.#end);
    this.#end += line.length;
    fsyncSync(this.#fd);
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
    writeSync(this.#fd, BLANK, 0, BYTES, 0);
    fsyncSync(this.#fd);
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
