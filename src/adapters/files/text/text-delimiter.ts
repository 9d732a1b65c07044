export type Delimiter = ',' | ';' | '\t' | '|';

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

const SAMPLE_RECORDS = 100;

interface DelimiterGuess {
  readonly delimiter: Delimiter;
  /** The line that the header is on or after: 2 behind a `sep=;` line, which Excel reads and writes. */
  readonly firstLine: 1 | 2;
}

/**
 * The delimiter of a file from its beginning. A candidate must divide the header; of those, the one that
 * divides the other records into as many cells wins. A file of one column reads as comma separated.
 */
export function guessDelimiter(sample: string, whole: boolean): DelimiterGuess {
  const named = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i.exec(sample)?.[1];
  const announced = DELIMITERS.find((one) => one === named);
  if (announced !== undefined) return { delimiter: announced, firstLine: 2 };
  let best: { delimiter: Delimiter; score: readonly number[] } | null = null;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(sample, whole, delimiter);
    if (score !== null && (best === null || exceeds(score, best.score)))
      best = { delimiter, score };
  }
  return { delimiter: best?.delimiter ?? ',', firstLine: 1 };
}

function scoreOf(sample: string, whole: boolean, delimiter: Delimiter): readonly number[] | null {
  const { counts, sound } = cellCounts(sample, whole, delimiter);
  const width = counts[0] ?? 1;
  if (width < 2) return null;
  const alike = counts.filter((count) => count === width).length / counts.length;
  const header = sample.slice(0, sample.search(/[\r\n]|$/));
  // "Smith, John" is prose; a delimiter is seldom followed by a space.
  const prose = header.split(`${delimiter} `).length - 1;
  // Our own export, fed back: a header that the provider has named may hold any of the others.
  const ours = header.includes(`${delimiter}call_contact${delimiter}`) ? 1 : 0;
  return [ours, sound ? 1 : 0, alike, width, -prose];
}

function exceeds(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

interface CellCounts {
  /** How many cells each of the first records has. A record that the sample cuts off is left out. */
  readonly counts: number[];
  /** No quote stands inside a cell that does not begin with one: a file that is cut so would be refused. */
  readonly sound: boolean;
}

function cellCounts(sample: string, whole: boolean, delimiter: Delimiter): CellCounts {
  const counts: number[] = [];
  let sound = true;
  let cells = 1;
  let quoted = false;
  let cellStart = 0;
  let recordStart = 0;
  let at = 0;
  for (; at < sample.length && counts.length < SAMPLE_RECORDS; at += 1) {
    const char = sample[at];
    if (quoted) {
      if (char !== '"') continue;
      if (sample[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (char === '"') {
      if (at === cellStart) quoted = true;
      else sound = false;
    } else if (char === delimiter) {
      cells += 1;
      cellStart = at + 1;
    } else if (char === '\n' || char === '\r') {
      if (at > recordStart) counts.push(cells);
      cells = 1;
      cellStart = at + 1;
      recordStart = at + 1;
    }
  }
  const cutOff = !whole && counts.length > 0;
  if (at > recordStart && counts.length < SAMPLE_RECORDS && !cutOff) counts.push(cells);
  return { counts, sound };
}
