import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Out } from './results-out.ts';

/** The same results give the same bytes, whenever and wherever they are written. */
const OPTIONS = {
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
  compressionLevel: 4,
};

/** Writes a ZIP archive as a stream. One entry is open at a time, and nothing of it is kept in memory. */
export class ZipOut {
  readonly #zip = new ZipFile();
  readonly #pumped: Promise<void>;
  #entry: PassThrough | null = null;
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor(out: Out) {
    this.#zip.on('error', (error: Error) => this.#fail(error));
    this.#pumped = this.#pump(out).catch((error: unknown) => this.#fail(error));
  }

  async #pump(out: Out): Promise<void> {
    for await (const chunk of this.#zip.outputStream)
      await out.write(typeof chunk === 'string' ? chunk : Uint8Array.from(chunk));
  }

  /** Each waiter for room is woken: after a failure there will be none. */
  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    this.#wake?.();
  }

  #assertSound(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  add(name: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text), name, OPTIONS);
  }

  /** Begins an entry; the one before it is complete. */
  begin(name: string): void {
    this.#endEntry();
    this.#entry = new PassThrough();
    this.#zip.addReadStream(this.#entry, name, OPTIONS);
  }

  async write(text: string): Promise<void> {
    this.#assertSound();
    const entry = this.#entry;
    if (entry === null) throw new Error('no entry of the archive is open');
    if (entry.write(text)) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      entry.once('drain', resolve);
    });
    this.#wake = null;
    this.#assertSound();
  }

  #endEntry(): void {
    this.#entry?.end();
    this.#entry = null;
  }

  endEntries(): void {
    this.#endEntry();
  }

  async end(): Promise<void> {
    this.#endEntry();
    this.#zip.end();
    await this.#pumped;
    this.#assertSound();
  }

  async abandon(): Promise<void> {
    this.#entry?.destroy();
    (this.#zip.outputStream as Readable).destroy();
    await this.#pumped;
  }
}
