import { LostSession } from '../../ports/ledger/runs.ts';
import {
  ContactFileError,
  LedgerError,
  ResultsFileError,
  ZonesFileError,
} from '../compose/compose.ts';
import { EXIT, Failure, type ExitCode } from './failure.ts';
import type { Terminal } from './terminal.ts';

export const LEDGER_HINTS: Readonly<Record<LedgerError['code'], string>> = {
  newer: 'update this program, or name another ledger with --ledger',
  not_a_ledger: 'name another file with --ledger',
  other_mode: 'name another file with --ledger',
  missing: 'begin with: campaign run contacts.csv',
  storage:
    'make room or repair the disk, see: campaign doctor; then the same command goes on, and looks up what was under way',
  damaged:
    'put the newest copy of it in its place, such as one by campaign backup; who was called since is then looked up',
  unreadable: 'check that you may write to the file and its folder, or name another with --ledger',
};

export const ledgerHint = ({ code, fix }: LedgerError): string => fix ?? LEDGER_HINTS[code];

/** What happened and what to do about it, in two lines; a stack only for our own faults. */
export function explain(cause: unknown, terminal: Terminal): ExitCode {
  const said = toFailure(cause);
  if (said !== null) {
    for (const [i, line] of said.message.split('\n').entries()) {
      terminal.say(i === 0 ? `error: ${line}` : line);
    }
    if (said.hint !== null) terminal.say(`try:   ${said.hint}`);
    return said.exit;
  }
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  terminal.say('error: this is a bug in campaign. The run can be resumed.');
  for (const line of stack.split('\n')) terminal.say(line);
  return EXIT.bug;
}

function toFailure(cause: unknown): Failure | null {
  if (cause instanceof Failure) return cause;
  if (
    cause instanceof ContactFileError ||
    cause instanceof ResultsFileError ||
    cause instanceof ZonesFileError
  ) {
    return new Failure(EXIT.usage, cause);
  }
  if (cause instanceof LedgerError) {
    return new Failure(EXIT.ledger, {
      message: `the ledger: ${cause.message}`,
      hint: ledgerHint(cause),
    });
  }
  if (cause instanceof LostSession) {
    const hint = 'look at it with: campaign status, of a rehearsal with --rehearsal';
    return new Failure(EXIT.ledger, { message: 'another session has taken over this run', hint });
  }
  return null;
}
