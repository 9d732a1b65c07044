/**
 * Regular expressions over digits, all tried at once and letter by letter. Two texts that end in the same state
 * match the same of them, so whatever was decided by those matches about the one holds for the other.
 */

/** What the patterns of libphonenumber are made of: digits, classes, groups, alternatives and counts. */
type Node =
  | { readonly kind: 'digit'; readonly mask: number }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly parts: readonly Node[] }
  | { readonly kind: 'times'; readonly part: Node; readonly min: number; readonly max: number };

const ANY_DIGIT = 0b11_1111_1111;
const DIGITS = 10;

export interface DigitPattern {
  readonly source: string;
  /** It need not reach the end of the text. */
  readonly prefix: boolean;
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Node {
    const node = this.#alternatives();
    if (this.#at < this.#text.length) throw this.#strange();
    return node;
  }

  #alternatives(): Node {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    return { kind: 'any', parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at] ?? '')) {
      // An end of the text is where every pattern is asked whether it matched, so it says nothing more.
      if (!this.#take('$')) parts.push(this.#counted(this.#one()));
    }
    return { kind: 'all', parts };
  }

  #one(): Node {
    if (this.#take('\\d')) return { kind: 'digit', mask: ANY_DIGIT };
    if (this.#take('(')) {
      this.#take('?:');
      const inner = this.#alternatives();
      if (!this.#take(')')) throw this.#strange();
      return inner;
    }
    if (this.#take('[')) return this.#class();
    return { kind: 'digit', mask: 1 << this.#digit() };
  }

  #class(): Node {
    let mask = 0;
    while (!this.#take(']')) {
      if (this.#take('\\d')) {
        mask = ANY_DIGIT;
        continue;
      }
      const from = this.#digit();
      const to = this.#take('-') ? this.#digit() : from;
      for (let digit = from; digit <= to; digit += 1) mask |= 1 << digit;
    }
    return { kind: 'digit', mask };
  }

  #counted(part: Node): Node {
    if (this.#take('?')) return { kind: 'times', part, min: 0, max: 1 };
    const [whole, min, , max] = /^\{(\d+)(,(\d+))?\}/.exec(this.#text.slice(this.#at)) ?? [];
    if (whole === undefined) return part;
    this.#at += whole.length;
    return { kind: 'times', part, min: Number(min), max: Number(max ?? min) };
  }

  #digit(): number {
    const digit = this.#text[this.#at] ?? '';
    if (!/^\d$/.test(digit)) throw this.#strange();
    this.#at += 1;
    return Number(digit);
  }

  #take(text: string): boolean {
    const here = this.#text.startsWith(text, this.#at);
    if (here) this.#at += text.length;
    return here;
  }

  #strange(): Error {
    return new Error(`"${this.#text}" has something at ${this.#at} that no pattern of digits has`);
  }
}

/** States that have not been met yet are worked out when they are. */
const UNKNOWN = -1;

export class DigitAutomaton {
  readonly #free: number[][] = [];
  readonly #moves: { readonly mask: number; readonly to: number }[][] = [];
  /** Each state of the automaton is a set of places in the patterns. */
  readonly #sets: (readonly number[])[] = [];
  readonly #known = new Map<string, number>();
  readonly #next: Int32Array[] = [];

  constructor(patterns: readonly DigitPattern[]) {
    const starts = patterns.map((pattern) => {
      const start = this.#place();
      const end = this.#lay(new Parser(pattern.source).parse(), start);
      if (pattern.prefix) this.#moves[end]?.push({ mask: ANY_DIGIT, to: end });
      return start;
    });
    this.#stateOf(starts);
  }

  /** The state after these digits of `text`; texts of the same state and length are alike. */
  after(text: string, from: number): number {
    let state = 0;
    for (let at = from; at < text.length; at += 1)
      state = this.#step(state, text.charCodeAt(at) - 48);
    return state;
  }

  #step(state: number, digit: number): number {
    const row = this.#next[state];
    if (row === undefined || digit < 0 || digit >= DIGITS) throw new Error('not a digit');
    const known = row[digit] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const bit = 1 << digit;
    const reached = (this.#sets[state] ?? []).flatMap((place) =>
      (this.#moves[place] ?? []).filter(({ mask }) => (mask & bit) !== 0).map(({ to }) => to),
    );
    const next = this.#stateOf(reached);
    row[digit] = next;
    return next;
  }

  #stateOf(places: readonly number[]): number {
    const all = new Set<number>();
    const waiting = [...places];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (all.has(place)) continue;
      all.add(place);
      waiting.push(...(this.#free[place] ?? []));
    }
    const set = [...all].sort((a, b) => a - b);
    const key = set.join();
    let state = this.#known.get(key);
    if (state === undefined) {
      state = this.#sets.push(set) - 1;
      this.#known.set(key, state);
      this.#next.push(new Int32Array(DIGITS).fill(UNKNOWN));
    }
    return state;
  }

  #place(): number {
    this.#free.push([]);
    return this.#moves.push([]) - 1;
  }

  /** Lays a node down behind a place; returns the place behind it. */
  #lay(node: Node, from: number): number {
    switch (node.kind) {
      case 'digit': {
        const to = this.#place();
        this.#moves[from]?.push({ mask: node.mask, to });
        return to;
      }
      case 'all':
        return node.parts.reduce((at, part) => this.#lay(part, at), from);
      case 'any': {
        const end = this.#place();
        for (const part of node.parts) {
          const start = this.#place();
          this.#free[from]?.push(start);
          this.#free[this.#lay(part, start)]?.push(end);
        }
        return end;
      }
      case 'times':
        return this.#layTimes(node, from);
    }
  }

  #layTimes(node: Extract<Node, { kind: 'times' }>, from: number): number {
    const end = this.#place();
    let at = from;
    for (let nth = 0; nth < node.max; nth += 1) {
      if (nth >= node.min) this.#free[at]?.push(end);
      at = this.#lay(node.part, at);
    }
    this.#free[at]?.push(end);
    return end;
  }
}
