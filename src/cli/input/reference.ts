import { resolve } from 'node:path';
import { loadReference, realClock, type Reference } from '../compose/looking.ts';
import { warnOfAge } from './data-findings.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Of every command that decides by time-zone rules. */
export interface DataOptions {
  readonly tzdata?: string;
}

/** The data that ships, or with the rules that were named. */
export function referenceFor(options: DataOptions, terminal: Terminal): Reference {
  if (options.tzdata === undefined) return loadReference();
  const zones = resolve(terminal.cwd, options.tzdata);
  return loadReference({ zones, now: realClock().now() });
}

/** The same, for a command that decides: old data is a line on stderr before anything else is said. */
export function freshReference(options: DataOptions, terminal: Terminal): Reference {
  const reference = referenceFor(options, terminal);
  warnOfAge(reference, terminal);
  return reference;
}
