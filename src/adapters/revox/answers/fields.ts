import { maskedText, plainText } from '../../../domain/text/privacy.ts';
import { isRecord, nestsTooDeep, parseJson } from './json.ts';
import { knownAs } from './known-values.ts';
import { readTime } from './time.ts';
import type { Oddity } from '../../../domain/order/view.ts';

/** A recording or an id of this length is none. */
const LONGEST_TEXT = 4_000;
const LONGEST_ID = 200;
const MOST_COUNTED = 1_000;
const SHOWN_OF_A_VALUE = 300;

/** Reads the fields of one object, each by itself, and notes what could not be read. */
export class Fields {
  readonly odd: Oddity[] = [];
  readonly #object: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(object: Readonly<Record<string, unknown>>, path = '') {
    this.#object = object;
    this.#path = path;
  }

  /** Null: the field is absent, null or empty, or it is no text. */
  text(name: string): string | null {
    const value = this.#present(name);
    if (value === null) return null;
    if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value;
    return this.#notes(name, value);
  }

  /** An id travels in the path of later requests: anything but visible ASCII is none. */
  id(name: string): string | null {
    const value = this.#present(name);
    if (value === null) return null;
    const text = Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text === 'string' && text.length <= LONGEST_ID && /^[\x21-\x7e]+$/.test(text))
      return text;
    return this.#notes(name, value);
  }

  /** A value of the reference page in its own spelling; another one is kept as it is, and noted. */
  oneOf(name: string, values: readonly string[]): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const known = knownAs(text, values);
    if (known !== null) return known;
    this.note(name, `the unknown value “${short(maskedText(text))}”`, text);
    return short(plainText(text));
  }

  time(name: string): number | null {
    const value = this.#present(name);
    if (value === null) return null;
    return readTime(value) ?? this.#notes(name, value, 'no time');
  }

  count(name: string): number | null {
    const value = this.#present(name);
    if (value === null) return null;
    const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    const fine = Number.isSafeInteger(count) && Number(count) >= 0 && Number(count) <= MOST_COUNTED;
    return fine ? Number(count) : this.#notes(name, value);
  }

  list(name: string): readonly unknown[] | null {
    const value = this.#unpacked(name);
    if (value === null) return null;
    return Array.isArray(value) ? value : this.#notes(name, value);
  }

  object(name: string): Readonly<Record<string, unknown>> | null {
    const value = this.#unpacked(name);
    if (value === null) return null;
    return isRecord(value) && !nestsTooDeep(value) ? value : this.#notes(name, value);
  }

  /** The field as it is, a text that holds JSON being read; for what may have several shapes. */
  any(name: string): unknown {
    return this.#unpacked(name);
  }

  note(name: string, is: string, value: unknown): void {
    this.odd.push({ field: this.#path + name, is, value: excerpt(value) });
  }

  #notes(name: string, value: unknown, is = shapeOf(value)): null {
    this.note(name, is, value);
    return null;
  }

  #present(name: string): unknown {
    const value = Object.hasOwn(this.#object, name) ? this.#object[name] : null;
    return value === undefined || value === '' ? null : value;
  }

  /** Some clients pack JSON into JSON, now and then twice. */
  #unpacked(name: string): unknown {
    let value = this.#present(name);
    for (let i = 0; i < 2 && typeof value === 'string'; i++) value = parseJson(value) ?? value;
    return value;
  }
}

const short = (text: string): string => text.slice(0, 100);

export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  if (isRecord(value)) return nestsTooDeep(value) ? 'nested too deeply' : 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'true or false';
}

function excerpt(value: unknown): string {
  const text = nestsTooDeep(value) ? '…' : (JSON.stringify(value) ?? '');
  return text.length <= SHOWN_OF_A_VALUE ? text : `${text.slice(0, SHOWN_OF_A_VALUE)}…`;
}
