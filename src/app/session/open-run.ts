import type { RestoredPort } from '../../ports/ledger/restored.ts';
import type {
  LedgerIdentity,
  NewRun,
  Run,
  RunsPort,
  SessionsPort,
} from '../../ports/ledger/runs.ts';
import type { Session } from '../../ports/session.ts';

export interface OpenedRun {
  readonly run: Run;
  readonly session: Session;
  /** It was begun before. */
  readonly resumed: boolean;
  /** Version of the campaign file that new orders are made with. */
  readonly definition: number;
  /** The campaign file of the session before, where it was another one. */
  readonly textBefore: string | null;
}

/** I8: a run stays with the provider it began with, or people would be called again by another. */
export class OtherProvider extends Error {
  override readonly name = 'OtherProvider';
}

type RunLedger = Pick<LedgerIdentity, 'mode'> &
  Pick<RunsPort, 'findRun' | 'createRun' | 'definition' | 'saveDefinition'> &
  Pick<SessionsPort, 'beginSession'> &
  Pick<RestoredPort, 'recogniseCopy'>;

/**
 * Finds the run or makes it, recognises an older copy of a live ledger, and begins a session: the one way into a run,
 * whether people are called, rehearsed or forecast. The caller holds the run's lock. `text`: the campaign file that the
 * run goes on with; `wanted.now`: the time by the clock of the run, in milliseconds. Throws `OtherProvider` when the
 * run began with another host.
 */
export async function openRun(ledger: RunLedger, wanted: NewRun, text: string): Promise<OpenedRun> {
  const { id, now, host = null } = wanted;
  const found = await ledger.findRun(id);
  if (found !== null && host !== null && found.host !== host)
    throw new OtherProvider(`run ${id} began with ${found.host ?? 'another provider'}`);
  const run = found ?? (await ledger.createRun(wanted));
  if (ledger.mode === 'live') await ledger.recogniseCopy(now);
  const session = await ledger.beginSession(id, now);
  const before = await ledger.definition(id);
  const { version, isNew } = await ledger.saveDefinition(session, text, now);
  const textBefore = before !== null && isNew ? before.text : null;
  return { run, session, resumed: found !== null, definition: version, textBefore };
}
