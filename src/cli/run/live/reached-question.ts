import type { RunSession } from '../../../app/session/session.ts';
import { readReason } from '../../../domain/run/reason.ts';
import type { RunOutput } from '../run-output.ts';
import { counted, number } from '../../terminal/words.ts';
import type { ViewsPort } from '../../../ports/ledger/records.ts';

const RUNS_SHOWN = 4;
const AGAIN = 'again';

/** People of a run whom another run of the ledger has reached lately, and who are left out. */
interface LeftOut {
  readonly people: number;
  readonly by: readonly string[];
}

export async function leftOut(ledger: ViewsPort, runId: string): Promise<LeftOut> {
  const { reasons } = await ledger.counts(runId);
  const found = reasons.flatMap(({ state, reason, count }) => {
    const read = readReason(reason);
    if (state !== 'skipped' || read.code !== 'reached_by_other_run') return [];
    return [{ count, by: `${number(count)} by run ${read.run} on ${read.on}` }];
  });
  const people = found.reduce((sum, { count }) => sum + count, 0);
  const by = found.slice(0, RUNS_SHOWN).map((one) => one.by);
  return { people, by: found.length > by.length ? [...by, 'and others'] : by };
}

/** Asks whether they are called again. Where nobody can be asked they stay left out, unless it was said beforehand. */
export async function settleReached(
  on: { ledger: ViewsPort; begun: RunSession; output: RunOutput },
  of: {
    readonly runId: string;
    readonly label: string | null;
    readonly againReached: boolean;
    readonly asks: boolean;
  },
): Promise<void> {
  if (of.againReached) {
    await on.begun.callReachedAgain();
    return;
  }
  if (!of.asks) return;
  const { people, by } = await leftOut(on.ledger, of.runId);
  if (people === 0) return;
  on.output.say([
    `${counted(people, 'person of this list was', 'people of this list were')} reached by another run within 30 days: ${by.join(', ')}.`,
    ...(of.label === null ? ['Is this the same campaign under another name?'] : []),
  ]);
  const typed = await on.output.ask(
    `Type ${AGAIN} to call ${people === 1 ? 'this person' : 'them'} again, anything else to leave ${people === 1 ? 'this person' : 'them'} out: `,
  );
  if (typed?.trim().toLowerCase() === AGAIN) await on.begun.callReachedAgain();
}
