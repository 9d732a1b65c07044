import type { RowProblem } from '../contact/problem.ts';

/** Rows of one cause that are named; all of them are counted. */
const LINES_KEPT = 5;
/** Different cells of one cause that are kept to be shown, the first that come. */
const VALUES_KEPT = 50;

/** What is wrong with several rows for one cause: the same trouble in the same column. */
export interface ProblemGroup {
  readonly code: string;
  /** The header as it stands in the file; empty when the whole row is meant. */
  readonly column: string;
  /** Rows: one that has the same trouble twice counts once. */
  readonly count: number;
  /** The first of them. */
  readonly lines: readonly number[];
  readonly example: RowProblem;
  /** What stands in the cells, the most frequent first, as far as it was kept. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

interface Gathering {
  count: number;
  lastLine: number;
  readonly lines: number[];
  readonly example: RowProblem;
  readonly values: Map<string, number>;
}

/** Gathers problems by their cause. What it keeps grows with the causes, not with the rows. */
export class ProblemGroups {
  readonly #groups = new Map<string, Gathering>();

  add(problem: RowProblem): void {
    const key = JSON.stringify([problem.code, problem.column]);
    const group = this.#groups.get(key) ?? newGroup(problem);
    this.#groups.set(key, group);
    if (group.lastLine === problem.line) return;
    group.lastLine = problem.line;
    group.count += 1;
    if (group.lines.length < LINES_KEPT) group.lines.push(problem.line);
    const seen = group.values.get(problem.value);
    if (seen !== undefined || group.values.size < VALUES_KEPT)
      group.values.set(problem.value, (seen ?? 0) + 1);
  }

  /** The most frequent first. */
  all(): readonly ProblemGroup[] {
    return [...this.#groups.values()]
      .map(({ count, lines, example, values }) => ({
        code: example.code,
        column: example.column,
        count,
        lines,
        example,
        values: [...values]
          .map(([value, times]) => ({ value, count: times }))
          .sort((a, b) => b.count - a.count),
      }))
      .sort((a, b) => b.count - a.count || (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
  }
}

const newGroup = (example: RowProblem): Gathering => ({
  count: 0,
  lastLine: 0,
  lines: [],
  example,
  values: new Map(),
});
