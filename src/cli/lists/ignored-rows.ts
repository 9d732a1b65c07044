import { usage } from '../terminal/failure.ts';

/** Of every command that reads the lists of a campaign, or one for the do-not-call list. */
export interface ListOptions {
  readonly ignoreLines?: readonly string[];
  /** What the list is encoded in, where it is not UTF-8. */
  readonly encoding?: string;
}

/** Rows of lists that nobody can read, and of which the operator has said that they mean nobody. */
export interface IgnoredRows {
  /** Null: of the only list. */
  readonly file: string | null;
  readonly rows: ReadonlySet<number>;
}

const ROWS = /^\d{1,9}(?:-\d{1,9})?(?:,\d{1,9}(?:-\d{1,9})?)*$/;
/** A range of more rows than this is a slip. */
const LONGEST = 10_000;

/** From `--ignore-lines 7,9-12` and `--ignore-lines left.csv:7`. */
export function ignoredRows(given: readonly string[] | undefined): readonly IgnoredRows[] {
  return (given ?? []).map((text) => {
    const colon = text.lastIndexOf(':');
    const file = colon === -1 ? null : text.slice(0, colon);
    const rows = text.slice(colon + 1).replaceAll(' ', '');
    if (!ROWS.test(rows) || file === '')
      throw usage(`--ignore-lines is "${text}"`, 'give rows such as 7,9 or left.csv:7,9');
    return { file, rows: new Set(rows.split(',').flatMap(rangeOf)) };
  });
}

function rangeOf(text: string): number[] {
  const [from = 0, to = from] = text.split('-').map(Number);
  if (to < from || to - from > LONGEST)
    throw usage(`--ignore-lines has ${text}`, 'give rows such as 7,9 or 9-12');
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** `7,9-12`: as they are given again. */
export function rowsText(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
