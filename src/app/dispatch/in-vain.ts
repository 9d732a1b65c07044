import { counted } from '../../domain/text/counted.ts';
import type { StandingPort } from '../../ports/ledger/standing.ts';
import type { Session } from '../../ports/session.ts';
import type { Clock } from '../../ports/clock.ts';
import type { End } from '../session/end.ts';

/** Of an order of another run: a day after its phone can last have rung nobody follows it any more. */
const FOLLOWED_WITHIN_MS = 24 * 3_600_000;

export interface InVainWork {
  readonly ledger: StandingPort;
  readonly session: Session;
  readonly clock: Clock;
}

/**
 * I7: a run does not wait for ever for orders of another run whose session died (I3). When it waits for nothing
 * else, it stops and names that run. Null: somebody of it will have their turn.
 */
export async function waitsInVain({ ledger, session, clock }: InVainWork): Promise<End | null> {
  const before = clock.now() - FOLLOWED_WITHIN_MS;
  const { runs, people, waiting } = await ledger.heldByOthers(session.runId, before);
  if (people === 0 || waiting !== people) return null;
  const [run = ''] = runs;
  return {
    how: 'stopped',
    exit: 3,
    why: `${counted(people, 'person waits', 'people wait')} for open orders of ${runs.map((name) => `run ${name}`).join(', ')}, which nobody has followed for a day`,
    advice: { kind: 'go_on_first', run },
  };
}
