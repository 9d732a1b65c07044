type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

interface ByteOrderMark {
  readonly encoding: TextEncoding;
  readonly bytes: number;
}

/** The byte order mark at the start of a file, if there is one. */
export function byteOrderMark(head: Uint8Array): ByteOrderMark | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return null;
}

/** The five bytes that Windows-1252 leaves without a character. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

export type EncodingVerdict =
  | { kind: 'text'; encoding: TextEncoding }
  | { kind: 'nul'; line: number }
  | { kind: 'cut' }
  | { kind: 'mixed'; line: number }
  | { kind: 'unknown'; line: number };

/**
 * Looks at every byte of a file, so that the decision holds when the first foreign byte is the last one.
 * Feed it all chunks in order, then ask for the verdict.
 */
export class ByteCensus {
  readonly #bom: ByteOrderMark | null;
  #line = 1;
  #bytes = 0;
  #nulLine: number | null = null;
  /** Well-formed UTF-8 sequences of more than one byte. */
  #sequences = 0;
  /** Those of them in runs without a malformed byte: in other encodings they come about by accident, among such. */
  #clean = 0;
  #run = 0;
  #touched = false;
  #malformed = 0;
  #malformedLine: number | null = null;
  #unassignedLine: number | null = null;
  /** Continuation bytes that are still missing from the sequence at hand, and what the next may be. */
  #missing = 0;
  #low = 0x80;
  #high = 0xbf;
  #previous = -1;

  constructor(bom: ByteOrderMark | null) {
    this.#bom = bom;
  }

  add(chunk: Uint8Array): void {
    if (this.#bom !== null && this.#bom.encoding !== 'utf-8') this.#addPairs(chunk);
    else for (const byte of chunk) this.#addByte(byte);
    this.#bytes += chunk.length;
  }

  #addPairs(chunk: Uint8Array): void {
    let odd = this.#bytes % 2 === 1;
    for (const byte of chunk) {
      // A zero code unit is NUL in either byte order.
      if (odd && byte === 0 && this.#previous === 0) this.#nulLine ??= this.#line;
      if (odd && byte + this.#previous === 0x0a && byte * this.#previous === 0) this.#line += 1;
      this.#previous = byte;
      odd = !odd;
    }
  }

  #addByte(byte: number): void {
    if (this.#missing > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#low = 0x80;
        this.#high = 0xbf;
        this.#missing -= 1;
        if (this.#missing === 0) this.#endSequence();
        this.#noteUnassigned(byte);
        return;
      }
      this.#malform();
    }
    if (byte < 0x80) this.#settle();
    if (byte >= 0x80) this.#begin(byte);
    else if (byte === 0) this.#nulLine ??= this.#line;
    else if (byte === 0x0a || (byte === 0x0d && this.#previous !== 0x0a)) this.#countLine(byte);
    this.#previous = byte;
  }

  #endSequence(): void {
    this.#sequences += 1;
    this.#run += 1;
  }

  /** Ends a run of bytes beyond ASCII. Its sequences count as UTF-8 only if none of its bytes is malformed. */
  #settle(): void {
    if (!this.#touched) this.#clean += this.#run;
    this.#run = 0;
    this.#touched = false;
  }

  #countLine(byte: number): void {
    if (byte === 0x0d || this.#previous !== 0x0d) this.#line += 1;
  }

  #begin(byte: number): void {
    this.#noteUnassigned(byte);
    if (byte >= 0xc2 && byte <= 0xdf) this.#missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#missing = 3;
    else return this.#malform();
    // Overlong forms, surrogates and values past U+10FFFF are excluded by the second byte.
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  #malform(): void {
    this.#malformed += 1;
    this.#touched = true;
    this.#malformedLine ??= this.#line;
    this.#missing = 0;
    this.#low = 0x80;
    this.#high = 0xbf;
  }

  #noteUnassigned(byte: number): void {
    if (UNASSIGNED.has(byte)) this.#unassignedLine ??= this.#line;
  }

  verdict(): EncodingVerdict {
    if (this.#nulLine !== null) return { kind: 'nul', line: this.#nulLine };
    if (this.#bom !== null && this.#bom.encoding !== 'utf-8')
      return this.#bytes % 2 === 1
        ? { kind: 'cut' }
        : { kind: 'text', encoding: this.#bom.encoding };
    if (this.#malformed === 0 && this.#missing === 0) return { kind: 'text', encoding: 'utf-8' };
    this.#settle();
    const marked = this.#bom !== null;
    if (this.#malformed === 0 && (marked || this.#sequences > 0)) return { kind: 'cut' };
    const line = this.#malformedLine ?? this.#line;
    // Accented letters in Windows-1252 hardly ever form UTF-8 sequences: where half do, UTF-8 has been spoilt.
    if (marked || (this.#clean > 0 && this.#clean >= this.#malformed))
      return { kind: 'mixed', line };
    if (this.#unassignedLine !== null) return { kind: 'unknown', line: this.#unassignedLine };
    return { kind: 'text', encoding: 'windows-1252' };
  }
}
