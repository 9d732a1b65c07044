/** From the first character to the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text without its escapes. */
interface Unescaped {
  readonly text: string;
  /** Where these characters stood in the text as it came. */
  readonly placeOf: (span: Span) => Span;
}

const HTML_NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  minus: '-',
  plus: '+',
  lowbar: '_',
  period: '.',
  comma: ',',
  colon: ':',
  sol: '/',
  bsol: '\\',
  equals: '=',
  lpar: '(',
  rpar: ')',
  num: '#',
  dollar: '$',
  percnt: '%',
  shy: '',
  zwnj: '',
  zwj: '',
};

/** Sequences that repaint a terminal: with a payload up to its terminator or the end; of colours, movement, clearing; short ones. */
export const TERMINAL_SEQUENCE = [
  '(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c|$)',
  '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?',
  '\\u001b[ -/]*[0-~]?',
].join('|');

const BYTE = '%[0-9a-fA-F]{2}';
const MORE = '%[89abAB][0-9a-fA-F]';
/** What one character may be written as. Each is bounded, so that a text of backslashes takes no long time. */
const WRITTEN = [
  // One character of UTF-8 in a URL, of one to four bytes, then a byte that is none.
  String.raw`%[cdCD][0-9a-fA-F]${MORE}|%[eE][0-9a-fA-F](?:${MORE}){2}|%[fF][0-7](?:${MORE}){3}|${BYTE}`,
  String.raw`\\{1,8}(?:[uU](?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{1,6}\})|x[0-9a-fA-F]{2}|[nrt]|[!-/:-@[\]^\u0060{-~])`,
  String.raw`&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|${Object.keys(HTML_NAMES).join('|')});?`,
  // A line of quoted-printable that goes on, and a character of it.
  String.raw`=(?:\r?\n|(?:\\{1,8}r)?\\{1,8}n|[2-7][A-F])|(?<=[0-9)])=2[089](?=[0-9(])`,
  // A tag of HTML.
  String.raw`<\/?[a-zA-Z][^<>]{0,60}>`,
  TERMINAL_SEQUENCE,
  String.raw`[\u0000-\u0008\u000e-\u001f\u007f-\u{10ffff}]`,
].join('|');
const ESCAPE = new RegExp(WRITTEN, 'gu');
/** An escape of an escape of an escape. */
const MOST_ROUNDS = 6;

const character = (code: number): string => {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  const char = String.fromCodePoint(code);
  // The next round takes the whole sequence away that it begins.
  return code === 0x1b || code === 0x9b ? char : ofOne(char);
};

/** Wide letters and digits as plain ones; nothing where nothing is seen. */
const ofOne = (char: string): string =>
  /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char) && !/\s/.test(char)
    ? ''
    : char.normalize('NFKC');

function unescaped(found: string): string {
  switch (found.charAt(0)) {
    case '%':
      return ofUrl(found);
    case '\\':
      return ofBackslash(found.replace(/^\\+/, ''));
    case '&':
      return ofHtml(found.slice(1).replace(/;$/, ''));
    case '=':
      return /[\nn]$/.test(found) ? '' : character(Number.parseInt(found.slice(1), 16));
    case '<':
      return '';
    default:
      return found.length > 2 || found[0] === '\u001b' ? '' : ofOne(found);
  }
}

function ofUrl(found: string): string {
  try {
    return [...decodeURIComponent(found)].map(ofOne).join('');
  } catch {
    return character(Number.parseInt(found.slice(1), 16));
  }
}

function ofBackslash(rest: string): string {
  const hex = /^[uUx]\{?([0-9a-fA-F]{2,6})\}?$/.exec(rest)?.[1];
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  return /^[nrt]$/.test(rest) ? ' ' : rest;
}

function ofHtml(rest: string): string {
  if (rest[0] !== '#') return HTML_NAMES[rest] ?? '';
  const hex = /^#[xX](.*)$/.exec(rest)?.[1];
  return character(hex === undefined ? Number(rest.slice(1)) : Number.parseInt(hex, 16));
}

/** Reads escapes of JSON, of URLs, of HTML and of mail, also one in another, and wide letters as plain ones. */
export function unescape(text: string, { spaces = 'kept' } = {}): Unescaped {
  let now = text;
  const rounds: Edit[][] = [];
  const rewrite = (pattern: RegExp, as: (found: string) => string): boolean => {
    const edits: Edit[] = [];
    now = rewritten(now, { pattern, as }, edits);
    if (edits.length > 0) rounds.push(edits);
    return edits.length > 0;
  };
  while (rounds.length < MOST_ROUNDS && rewrite(ESCAPE, unescaped));
  if (spaces === 'dropped') rewrite(/\s+/g, () => '');
  const placeOf = (span: Span): Span =>
    rounds.reduceRight(
      ({ from, to }, edits) => ({
        from: characterBefore(from, edits).from,
        to: characterBefore(to - 1, edits).to,
      }),
      span,
    );
  return { text: now, placeOf };
}

interface Rewriting {
  readonly pattern: RegExp;
  readonly as: (found: string) => string;
}

function rewritten(text: string, { pattern, as }: Rewriting, edits: Edit[]): string {
  let shift = 0;
  return text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const from = rest.find((one) => typeof one === 'number') ?? 0;
    const written = as(found);
    if (written === found) return found;
    const was = { from, to: from + found.length };
    edits.push({ at: from + shift, length: written.length, was });
    shift += written.length - found.length;
    return written;
  });
}

/** At this place of the new text stand so many characters; what they were stood there. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly was: Span;
}

/** Where the character at this place of the new text stood in the old one; an escape is one piece. */
function characterBefore(place: number, edits: readonly Edit[]): Span {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const last = edits[low - 1];
  if (last === undefined) return { from: place, to: place + 1 };
  if (place < last.at + last.length) return last.was;
  const from = last.was.to + place - last.at - last.length;
  return { from, to: from + 1 };
}
