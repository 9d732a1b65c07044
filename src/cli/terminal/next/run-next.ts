import { commandLine } from './command-line.ts';

/** The options of `check` and `plan` that `run` has as well. */
export interface RunGiven {
  readonly campaign?: string;
  readonly encoding?: string | undefined;
  readonly ledger?: string;
  readonly tzdata?: string;
  readonly newRun?: string;
  readonly seed?: string;
  readonly now?: string;
  readonly ignoreLines?: readonly string[];
}

/** The rehearsal of what was checked or planned: it is refused nowhere, and calls nobody, whether a key is set or not. */
export const rehearsalOf = (list: string, given: RunGiven): string =>
  commandLine(
    'run',
    list,
    ['--campaign', given.campaign],
    ['--encoding', given.encoding],
    ['--seed', given.seed],
    ['--now', given.now],
    ['--new-run', given.newRun],
    ['--ledger', given.ledger],
    ['--tzdata', given.tzdata],
    ...(given.ignoreLines ?? []).map((rows) => ['--ignore-lines', rows] as const),
    ['--rehearse', true],
  );
