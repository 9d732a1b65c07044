import type { Project } from './source.ts';

type Files = Readonly<Record<string, string>>;

/** One house rule, with the proof that it can fail: a rule that catches nothing would look just as green. */
export interface Rule {
  readonly name: string;
  /** One line for each violation: where, what, and what to write instead. */
  check(project: Project): string[];
  /** Made-up projects, each of which breaks the rule exactly once. */
  readonly breaks: readonly Files[];
  /** Made-up projects that come close, and are fine. */
  readonly keeps: readonly Files[];
}
