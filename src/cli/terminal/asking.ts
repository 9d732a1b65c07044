import { reasonText } from '../../domain/run/text/reason-text.ts';
import { userInfo } from 'node:os';
import type { Run } from '../../ports/ledger/runs.ts';
import type { By, ControlsPort, NewRequest } from '../../ports/ledger/requests.ts';
import { isLocked, realClock } from '../compose/looking.ts';
import type { Given } from './next/given.ts';
import { lockPath } from '../input/paths.ts';
import type { Terminal } from './terminal.ts';

/** Who is at the keyboard, as the operating system knows it. */
function operator(terminal: Pick<Terminal, 'env'>): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry in the system's list, as in many containers.
    return terminal.env['USER'] ?? terminal.env['USERNAME'] ?? 'unknown';
  }
}

/** Who asks, when by this computer's clock, and why. */
export const asker = (terminal: Pick<Terminal, 'env'>, reason: string | undefined): By => ({
  who: operator(terminal),
  at: realClock().now(),
  reason: reason ?? null,
});

/** Writes a request about the whole run; it is in effect when this has returned. */
export async function askRun(
  ledger: ControlsPort,
  run: Run,
  request: By & { kind: NewRequest['kind']; hangUp?: boolean },
): Promise<void> {
  const { hangUp = false, ...rest } = request;
  await ledger.ask({ ...rest, runId: run.id, contactId: null, hangUp });
}

/** The lock of a run's session; a rehearsal's ledger holds one run, so its lock has one name. */
export const sessionLock = (ledgerPath: string, run: Run): string =>
  lockPath(ledgerPath, run.mode === 'rehearsal' ? 'rehearsal' : run.id);

/** A session works on the run at this moment. Looked at, not taken: who begins one now must not be turned away. */
export const isWorkedOn = (ledgerPath: string, run: Run): boolean =>
  isLocked(sessionLock(ledgerPath, run));

/** `ana, 2026-12-01T09:00:00.000Z: lunch` */
export const said = ({ who, at, reason }: By): string =>
  `${who}, ${new Date(at).toISOString()}${reason === null ? '' : `: ${reasonText(reason)}`}`;

/** A run that was looked at, and the options it was looked at with. */
export const givenFor = (run: Run, options: { ledger?: string; tzdata?: string }): Given => ({
  mode: run.mode,
  run: run.id,
  ledger: options.ledger,
  tzdata: options.tzdata,
});
