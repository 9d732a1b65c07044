import { Dice } from '../../sim/draw/dice.ts';
import type { Sheet } from './sheet.ts';

/** A contact file as it lies on the disk. */
export interface Written {
  readonly bytes: Uint8Array;
  /** Which accidents befell it on the way, in words. */
  readonly how: readonly string[];
  /** The bytes say what the sheet says, and a reader of CSV can find it. */
  readonly exact: boolean;
}

type Encoding =
  | 'utf-8'
  | 'utf-8 with mark'
  | 'utf-16le'
  | 'utf-16be'
  | 'latin-1'
  | 'utf-16le without mark'
  | 'utf-16be without mark';

const ENCODINGS: readonly Encoding[] = [
  ...(['utf-8', 'utf-8', 'utf-8', 'utf-8 with mark', 'utf-8 with mark'] as const),
  ...(['utf-16le', 'utf-16be', 'latin-1'] as const),
];
const DELIMITERS = [',', ',', ';', '\t', '|'] as const;
const ENDS = ['\n', '\r\n', '\r', 'mixed'] as const;

export function writeSheet(sheet: Sheet, seed: number): Written {
  const dice = new Dice(`bytes ${seed}`);
  const how: string[] = [];
  const { text, exact } = new Writer(dice, how).text(sheet);
  const encoding = encodingFor(text, dice);
  how.push(encoding);
  const bytes = encode(text, encoding);
  const held = text === decode(bytes, encoding);
  const whole = exact && held && !encoding.endsWith('without mark');
  if (!dice.happens(0.2)) return { bytes, how, exact: whole };
  return { bytes: damaged(bytes, dice, how), how, exact: false };
}

/** Latin-1 only where it can hold the text. */
function encodingFor(text: string, dice: Dice): Encoding {
  if (dice.happens(0.02)) return dice.pick(['utf-16le without mark', 'utf-16be without mark']);
  const western = /^[\u0001-\u007e\u00a0-\u00ff]*$/.test(text) && /[\u00a0-\u00ff]/.test(text);
  const encoding = western ? dice.pick(['latin-1', 'utf-8'] as const) : dice.pick(ENCODINGS);
  return encoding === 'latin-1' && !western ? 'utf-8' : encoding;
}

function encode(text: string, encoding: Encoding): Uint8Array {
  return Uint8Array.from(inBytes(text, encoding));
}

function inBytes(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'latin-1':
      return Buffer.from(text, 'latin1');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'utf-16le without mark':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be without mark':
      return Buffer.from(text, 'utf16le').swap16();
  }
}

/** Half a surrogate pair does not survive UTF-8; two letters of Latin-1 may look like a character of it. */
function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'latin-1') {
    const text = Buffer.from(bytes).toString('latin1');
    return /[\u00c2-\u00f4][\u0080-\u00bf]/.test(text) ? '' : text;
  }
  const name = encoding.startsWith('utf-8') ? 'utf-8' : encoding.slice(0, 8);
  return new TextDecoder(name).decode(bytes);
}

class Writer {
  readonly #dice: Dice;
  readonly #how: string[];
  readonly #delimiter: string;
  readonly #end: (typeof ENDS)[number];
  readonly #quoting: 'needed' | 'all' | 'none';
  exact = true;

  constructor(dice: Dice, how: string[]) {
    this.#dice = dice;
    this.#how = how;
    this.#delimiter = dice.pick(DELIMITERS);
    this.#end = dice.pick(ENDS);
    this.#quoting = dice.happens(0.05) ? 'none' : dice.pick(['needed', 'needed', 'all']);
    how.push(JSON.stringify(this.#delimiter), JSON.stringify(this.#end), `quotes ${this.#quoting}`);
  }

  text(sheet: Sheet): { text: string; exact: boolean } {
    const dice = this.#dice;
    const parts: string[] = [];
    if (dice.happens(0.05)) parts.push(`sep=${this.#delimiter}`, this.#lineEnd());
    // Nothing in a header of one column says what divides the cells of a longer row.
    const isNarrow = sheet.headers.length === 1 && this.#delimiter !== ',';
    if (isNarrow && sheet.records.some((cells) => cells.length > 1)) this.exact = false;
    const headless = dice.happens(0.02);
    if (headless) this.#note('no header');
    if (!headless) parts.push(this.#record(sheet.headers), this.#lineEnd());
    for (const cells of sheet.records) {
      if (dice.happens(0.02)) parts.push(this.#lineEnd());
      parts.push(this.#record(cells), this.#lineEnd());
    }
    if (dice.happens(0.3)) parts.pop();
    return { text: parts.join(''), exact: this.exact };
  }

  #note(accident: string): void {
    this.#how.push(accident);
    this.exact = false;
  }

  #lineEnd(): string {
    return this.#end === 'mixed' ? this.#dice.pick(['\n', '\r\n', '\r']) : this.#end;
  }

  #record(cells: readonly string[]): string {
    return cells.map((cell) => this.#cell(cell)).join(this.#delimiter);
  }

  #cell(cell: string): string {
    const dice = this.#dice;
    const special = /[",;\t|\r\n]/.test(cell);
    if (this.#quoting === 'none') {
      if (special) this.exact = false;
      return cell;
    }
    if (!special && this.#quoting === 'needed') return cell;
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    if (!dice.happens(0.002)) return quoted;
    this.#note('a quote is wrong');
    return dice.pick([
      `"${cell}`,
      `${cell}"`,
      ` ${quoted}`,
      `${quoted}x`,
      `"${cell}"`,
      `${cell}"${cell}`,
    ]);
  }
}

type Damage = (bytes: Uint8Array, at: number, dice: Dice) => readonly Uint8Array[];

const western = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

const NUL = Uint8Array.of(0);

/** What mail programs, disks, editors and other people do to a file. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'cut off': (bytes, at) => [bytes.subarray(0, at)],
  'its beginning lost': (bytes, at) => [bytes.subarray(at)],
  'a byte changed': (bytes, at, dice) => [
    bytes.subarray(0, at),
    Uint8Array.of(dice.whole(1, 255)),
    bytes.subarray(at + 1),
  ],
  'a byte lost': (bytes, at) => [bytes.subarray(0, at), bytes.subarray(at + 1)],
  'a NUL': (bytes, at) => [bytes.subarray(0, at), NUL, bytes.subarray(at)],
  'zeros at the end': (bytes) => [bytes, new Uint8Array(512)],
  'another encoding': (bytes, at) => [
    bytes.subarray(0, at),
    western('Zo\u00eb M\u00fcller'),
    bytes.subarray(at),
  ],
  'two encodings': (bytes) => [bytes, new TextEncoder().encode('\n\u00c5\u00e4,\u00f6\u00fc')],
  'twice in one': (bytes) => [bytes, bytes],
  'an odd byte': (bytes) => [bytes, Uint8Array.of(0x41)],
  'a control Z': (bytes) => [bytes, Uint8Array.of(0x1a)],
  'a quote': (bytes, at) => [bytes.subarray(0, at), Uint8Array.of(0x22), bytes.subarray(at)],
  'only its header': (bytes) => [bytes.subarray(0, Math.max(0, bytes.indexOf(0x0a)))],
  nothing: () => [],
  noise: (bytes, at, dice) => [
    Uint8Array.from({ length: dice.whole(1, 400) }, () => dice.whole(1, 255)),
  ],
};

function damaged(bytes: Uint8Array, dice: Dice, how: string[]): Uint8Array {
  const name = dice.pick(Object.keys(DAMAGES));
  how.push(name);
  const at = dice.whole(0, Math.max(0, bytes.length - 1));
  const parts = DAMAGES[name]?.(bytes, at, dice) ?? [];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
