import { openRun } from '../../app/session/open-run.ts';
import type { RunSession } from '../../app/session/session.ts';
import type { End } from '../../app/session/end.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { hasCode } from '../../domain/run/reason.ts';
import type { UpkeepPort } from '../../ports/ledger/runs.ts';
import type { IntakePort } from '../../ports/ledger/intake.ts';
import {
  openLedger,
  realClock,
  releasesOf,
  rehearsalWorld,
  removeFormer,
  setAsideRehearsal,
  takeLock,
  type Reference,
} from '../compose/compose.ts';
import type { OpenLedger } from '../compose/looking.ts';
import { isFromLive, takeLiveList } from '../lists/live-list.ts';
import { isThere, lockPath } from '../input/paths.ts';
import type { RunOutput } from './run-output.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { work } from './work.ts';

/** What a rehearsal is of. Unfinished and unchanged, it goes on; otherwise it begins anew. */
interface RehearsalOf {
  readonly ledgerPath: string;
  /** The ledger of live runs, whose do-not-call list counts here as well; it is only read. */
  readonly livePath: string;
  readonly runId: string;
  readonly label: string | null;
  readonly campaign: Campaign;
  readonly text: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly startAt: number;
  readonly limit: number | null;
}

export interface Stage {
  readonly reference: Reference;
  readonly terminal: Terminal;
  readonly output: RunOutput;
}

interface Room {
  readonly ledger: OpenLedger;
  /** The ledger that made room: it still knows the numbers of an export that is fed back. */
  readonly former: (IntakePort & UpkeepPort) | null;
}

/** The ledger to go on with, or a new one in the place of a rehearsal that is over or has changed. */
async function makeRoom(of: RehearsalOf, output: RunOutput): Promise<Room> {
  const found = isThere(of.ledgerPath);
  const ledger = openLedger(of.ledgerPath, 'rehearsal');
  if (!found) return { ledger, former: null };
  const run = await ledger.findRun(of.runId);
  const runs = await ledger.runs();
  const same = run?.fingerprint === of.fingerprint && run.finishedAt === null;
  if (runs.length === 0 || same) return { ledger, former: null };
  const before = runs.find((one) => one.finishedAt === null);
  if (before !== undefined) output.replaced(before.id);
  // The do-not-call list is about people, not about this rehearsal: it stays. What invented people asked for does not.
  // Nor does what came from the live list: that is taken anew.
  const barred = (await ledger.barred()).filter(
    (one) => !hasCode(one.reason, ['opted_out']) && !isFromLive(one),
  );
  const tails = (await ledger.barredTails()).filter((one) => !isFromLive(one));
  ledger.close();
  const former = setAsideRehearsal(of.ledgerPath);
  const fresh = openLedger(of.ledgerPath, 'rehearsal');
  for (const { e164, ...by } of barred) await fresh.bar([e164], by);
  for (const { tail, row, value, ...by } of tails) await fresh.barTails([{ tail, row, value }], by);
  return { ledger: fresh, former };
}

/** Runs a rehearsal to its end, or until a signal. `feed` brings the contacts in; a resumed run may need none. */
export async function rehearse(
  of: RehearsalOf,
  stage: Stage,
  feed: (session: RunSession) => Promise<void>,
): Promise<End> {
  const { reference, output } = stage;
  // One lock for the one run that a rehearsal's ledger holds: it is taken before anything is looked at.
  const lock = takeLock(
    lockPath(of.ledgerPath, 'rehearsal'),
    `the rehearsal in ${of.ledgerPath}`,
    output.statusCommand,
  );
  try {
    const { ledger, former } = await makeRoom(of, output);
    try {
      await takeLiveList(ledger, of.livePath);
      const releases = releasesOf(reference, of.campaign);
      // Where it stopped, or its beginning: without --now, `startAt` has moved on with the real clock since.
      const at = (await ledger.lastMoment(of.runId)) || of.startAt;
      const world = await rehearsalWorld(of.ledgerPath, { seed: of.seed, at }, reference);
      try {
        const now = world.clock.now();
        const { runId: id, label, fingerprint, seed, campaign, text } = of;
        const wanted = { id, name: campaign.name, label, releases, fingerprint, seed, now };
        const { run, session, ...opened } = await openRun(ledger, wanted, text);
        output.begin({ run: run.id, resumed: opened.resumed, at: now, seed: of.seed });
        const end = await work(
          {
            ...world,
            wall: realClock(),
            ledger,
            session,
            report: output,
            campaign: of.campaign,
            definition: opened.definition,
            reference,
            releases,
            ...(of.limit === null ? {} : { limit: of.limit }),
            formerNumberOf: (id) => former?.numberOf(run.id, id) ?? Promise.resolve(null),
          },
          stage,
          async (begun) => {
            await feed(begun);
            return true;
          },
        );
        if (end === null) throw new Error('a rehearsal is worked to its end');
        return end;
      } finally {
        await world.close();
      }
    } finally {
      ledger.close();
      former?.close();
      removeFormer(of.ledgerPath);
    }
  } finally {
    lock.release();
  }
}
