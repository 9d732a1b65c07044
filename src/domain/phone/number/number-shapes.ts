import { DigitAutomaton, type DigitPattern } from './digit-patterns.ts';

/** libphonenumber's own tables, as far as they are looked at here. */
interface PhoneMetadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, unknown>>;
  readonly nonGeographic?: Readonly<Record<string, unknown>>;
}

/** Where an entry of a country keeps the patterns that decide what a number is. */
const GENERAL = 2;
const NATIONAL_PREFIX = 5;
const PREFIX_FOR_PARSING = 7;
const LEADING_DIGITS = 10;
const TYPES = 11;
const LONGEST_CODE = 3;

interface Plan {
  readonly automaton: DigitAutomaton;
  /** National prefixes: a number that has one is taken apart before it is looked at. */
  readonly prefixes: readonly RegExp[];
  /** Those of them that may be nothing: whether one is there does not show in the state. */
  readonly maybeNothing: readonly RegExp[];
}

/** The patterns of an entry that are asked about a number, and not only about how it is written. */
function* patternsIn(entry: readonly unknown[]): Generator<DigitPattern> {
  for (const index of [GENERAL, TYPES]) {
    for (const source of textsIn(entry[index])) yield { source, prefix: false };
  }
  for (const index of [NATIONAL_PREFIX, PREFIX_FOR_PARSING, LEADING_DIGITS]) {
    for (const source of textsIn(entry[index])) yield { source, prefix: true };
  }
}

/** National prefixes as libphonenumber finds them. */
function* prefixesIn(entry: readonly unknown[]): Generator<RegExp> {
  for (const index of [NATIONAL_PREFIX, PREFIX_FOR_PARSING]) {
    for (const source of textsIn(entry[index])) yield new RegExp(`^(?:${source})`);
  }
}

const findsAny = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((one) => (one.exec(text)?.[0] ?? '') !== '');

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value !== '') yield value;
  } else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
}

/**
 * Sorts numbers by what libphonenumber's patterns say of them. Numbers of one shape have one calling code, one
 * length and the same matches, so that they are of one country, type and validity: it is worked out once.
 */
export class NumberShapes {
  readonly #metadata: PhoneMetadata;
  readonly #plans = new Map<string, Plan>();

  constructor(metadata: PhoneMetadata) {
    this.#metadata = metadata;
  }

  /** Of `+` and digits; null: nobody has this calling code, or the number must be taken apart first. */
  shapeOf(e164: string): string | null {
    const code = this.#codeOf(e164);
    if (code === null) return null;
    const { automaton, maybeNothing } = this.#plan(code);
    const from = code.length + 1;
    if (maybeNothing.length > 0 && findsAny(maybeNothing, e164.slice(from))) return null;
    return `${code}/${e164.length}/${automaton.after(e164, from)}`;
  }

  /** A prefix stands before the national number, so that what remains of it decides. The same for a whole shape. */
  hasPrefix(e164: string): boolean {
    const code = this.#codeOf(e164);
    return code === null || findsAny(this.#plan(code).prefixes, e164.slice(code.length + 1));
  }

  #plan(code: string): Plan {
    const plan = this.#plans.get(code) ?? this.#planOf(code);
    this.#plans.set(code, plan);
    return plan;
  }

  /** No code is the beginning of another. */
  #codeOf(e164: string): string | null {
    for (let length = 1; length <= LONGEST_CODE; length += 1) {
      const code = e164.slice(1, 1 + length);
      if (Object.hasOwn(this.#metadata.country_calling_codes, code)) return code;
      if (Object.hasOwn(this.#metadata.nonGeographic ?? {}, code)) return code;
    }
    return null;
  }

  #planOf(code: string): Plan {
    const { country_calling_codes: codes, countries, nonGeographic } = this.#metadata;
    const entries = [
      ...(codes[code] ?? []).map((country) => countries[country]),
      nonGeographic?.[code],
    ].filter((entry): entry is unknown[] => Array.isArray(entry));
    const patterns = new Map<string, DigitPattern>();
    for (const entry of entries) {
      for (const one of patternsIn(entry)) patterns.set(`${one.source} ${String(one.prefix)}`, one);
    }
    const prefixes = new Map(
      entries.flatMap((entry) => [...prefixesIn(entry)].map((one) => [one.source, one])),
    );
    return {
      automaton: new DigitAutomaton([...patterns.values()]),
      prefixes: [...prefixes.values()],
      maybeNothing: [...prefixes.values()].filter((one) => one.test('')),
    };
  }
}
