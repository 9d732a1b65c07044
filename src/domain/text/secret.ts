import { unescape, type Span } from './escapes.ts';

/** A key that is shorter is also a part of common words, such as `any` of `too_many_calls`. */
const SHORT_KEY = 12;
/** So much of a key in one piece is hidden: an answer may begin or break off in the middle of it. */
const PIECE = 12;
/** Each piece has one of the parts of this length whole in it. */
const PART = PIECE / 2;
const HIDDEN = '•••';

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The key as Base64 has it within a longer text, at each of the three places where it may begin. */
function* inBase64(key: string): Generator<string> {
  for (const before of [0, 1, 2]) {
    const whole = btoa('\0'.repeat(before) + key);
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor(((before + key.length) * 8) / 6);
    const inner = whole.slice(first, last);
    yield inner;
    yield inner.replaceAll('+', '-').replaceAll('/', '_');
  }
}

const inHex = (key: string): string =>
  [...key].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');

/** Finds pieces of one word, letters in either case. */
class PieceFinder {
  readonly #word: string;
  readonly #parts: RegExp;

  constructor(word: string) {
    this.#word = word.toLowerCase();
    const parts = word.match(new RegExp(`.{${PART}}`, 'g')) ?? [];
    this.#parts = new RegExp(parts.map(literal).join('|'), 'gi');
  }

  *in(text: string): Generator<Span> {
    let end = 0;
    for (const { 0: part, index } of text.matchAll(this.#parts)) {
      if (index < end) continue;
      const at = this.#word.indexOf(part.toLowerCase());
      if (at < 0) continue;
      let [from, to] = [index, index + PART];
      while (from > end && this.#has(text[from - 1], at + from - 1 - index)) from -= 1;
      while (to < text.length && this.#has(text[to], at + to - index)) to += 1;
      if (to - from < PIECE) continue;
      yield { from, to };
      end = to;
    }
  }

  #has(char: string | undefined, at: number): boolean {
    return char !== undefined && this.#word[at] === char.toLowerCase();
  }
}

/**
 * Hides a key in every spelling in which an answer may repeat it: `sk\/1`, `sk\u002f1`, `sk%2F1`, `sk&#47;1`, in
 * capitals, over two lines, in part, in Base64. A short one is hidden as a word of its own alone, or other words would
 * lose letters.
 */
export function secretHider(key: string): (text: string) => string {
  return key.length < SHORT_KEY ? shortHider(key) : longHider(key);
}

function shortHider(key: string): (text: string) => string {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${literal(key)}(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => {
    const { text: plain, placeOf } = unescape(text);
    const spans = [...plain.matchAll(word)].map(({ 0: found, index }) =>
      placeOf({ from: index, to: index + found.length }),
    );
    return without(text, spans);
  };
}

function longHider(key: string): (text: string) => string {
  const words = new Set([key, unescape(key).text, inHex(key), ...inBase64(key)]);
  const finders = [...words].map((word) => new PieceFinder(word));
  return (text) => {
    const { text: plain, placeOf } = unescape(text, { spaces: 'dropped' });
    const spans = finders.flatMap((finder) => [
      ...[...finder.in(plain)].map(placeOf),
      // As it came too: what looks like an escape may be a part of the key.
      ...[...finder.in(text)].map((span) => withEscape(text, span)),
    ]);
    return without(text, spans);
  };
}

/** With the backslash that makes an escape of its first character: alone it would spoil the JSON around. */
function withEscape(text: string, { from, to }: Span): Span {
  const backslashes = /\\*$/.exec(text.slice(Math.max(0, from - PIECE), from))?.[0].length ?? 0;
  return { from: from - (backslashes % 2), to };
}

function without(text: string, spans: readonly Span[]): string {
  let left = '';
  let end = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= end) continue;
    left += from < end ? '' : text.slice(end, from) + HIDDEN;
    end = to;
  }
  return left + text.slice(end);
}
