import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Mode } from '../../../ports/ledger/runs.ts';
import { commandLine } from './command-line.ts';

/** Which run, ledger and data a command was about, to be repeated in the next one. */
export interface Given {
  readonly mode: Mode;
  /** Null where the ledger holds one run. */
  readonly run: string | null;
  /** What --ledger and --tzdata said. */
  readonly ledger: string | undefined;
  readonly tzdata: string | undefined;
}

type Verb = 'resume' | 'pause' | 'cancel' | 'status' | 'export' | 'uncertain';
const TAKES_TZDATA: ReadonlySet<Verb> = new Set(['resume', 'status', 'export']);

/** `campaign <verb>` about this run, with the options that were given; `more` comes last. */
export const aboutRun = (
  verb: Verb,
  { mode, run, ledger, tzdata }: Given,
  ...more: Parameters<typeof commandLine>[1][]
): string =>
  commandLine(
    verb,
    ['--rehearsal', mode === 'rehearsal'],
    ['--ledger', ledger],
    ['--tzdata', TAKES_TZDATA.has(verb) ? tzdata : undefined],
    ...(run === null ? [] : [run]),
    ...more,
  );

/** `campaign show` of one person of this run. */
export const aboutPerson = (who: string, { mode, run, ledger, tzdata }: Given): string =>
  commandLine(
    'show',
    ['--rehearsal', mode === 'rehearsal'],
    ['--ledger', ledger],
    ['--tzdata', tzdata],
    who,
    ...(run === null ? [] : [run]),
  );

/** The command that writes the results of a run to a file that is not there yet: an existing one is refused. */
export function exportOf(given: Given, cwd: string): string {
  const isFree = (name: string): boolean => !existsSync(resolve(cwd, name));
  let name = 'results.csv';
  for (let n = 2; !isFree(name); n += 1) name = `results-${n}.csv`;
  return aboutRun('export', given, ['-o', name]);
}
