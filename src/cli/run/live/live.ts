import { outlook } from '../../../app/views/outlook.ts';
import { openRun, OtherProvider, type OpenedRun } from '../../../app/session/open-run.ts';
import type { RunSession, SessionParts } from '../../../app/session/session.ts';
import { tailImpact, type TailImpact } from '../../../app/people/tails.ts';
import type { End } from '../../../app/session/end.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { By } from '../../../ports/ledger/requests.ts';
import { preflight, type Access } from './access.ts';
import {
  liveWorld,
  openLedgerToWork,
  releasesOf,
  remembering,
  takeLock,
  type LiveWorld,
} from '../../compose/compose.ts';
import type { OpenLedger } from '../../compose/looking.ts';
import { ADDRESS_VARIABLE } from '../../compose/provider.ts';
import { DateWatch, NO_DATE } from './date-watch.ts';
import { differences } from '../difference.ts';
import { usage } from '../../terminal/failure.ts';
import { openHooks, type HookChoice } from './hooks.ts';
import { unsaidInRun } from '../../check/unsaid-in-run.ts';
import { needGoodPlace } from './ledger-room.ts';
import { answerOf, questionLines, tailsLine } from './live-question.ts';
import type { Agreement } from '../mode.ts';
import { lockPath, reservePath } from '../../input/paths.ts';
import { leftOut, settleReached } from './reached-question.ts';
import type { Stage } from '../rehearse.ts';
import { counted, duration, minute, number } from '../../terminal/words.ts';
import { work } from '../work.ts';

/** What a live session is of. */
interface LiveOf {
  readonly ledgerPath: string;
  readonly runId: string;
  readonly label: string | null;
  readonly campaign: Campaign;
  readonly campaignFile: string;
  readonly text: string;
  /** Null: nobody is to be called, the session only ends what is open. */
  readonly agreement: Agreement | null;
  readonly limit: number | null;
  readonly hooks: HookChoice | null;
  /** It was said beforehand that people whom another run has reached lately are called again. */
  readonly againReached: boolean;
  /** Who takes on an older copy of the ledger, and why. */
  readonly restored: By | null;
  /** What would be spoken and is hardly meant; of a list that is read, and not of a run that goes on without one. */
  readonly doubts?: readonly string[];
}

interface LiveStage extends Stage {
  readonly access: Access;
}

/** `left`: somebody who was asked said no. `rehearse`: they would rather rehearse. */
export type LiveEnd = End | 'left' | 'rehearse';

type Answer = 'call' | 'left' | 'rehearse';

/** A live session from its preflight to its end. `feed` brings the contacts in; a resumed run needs none. */
export async function callLive(
  of: LiveOf,
  stage: LiveStage,
  feed: (session: RunSession) => Promise<void>,
): Promise<LiveEnd> {
  const { access } = stage;
  const watch = new DateWatch();
  const world = liveWorld(access.baseUrl, access.key, (date, our) => watch.heard(date, our));
  try {
    await preflight(world.api, of.campaign, () => watch.off);
    const hooks = of.hooks === null ? null : await openHooks(of.hooks, of, access);
    try {
      const hints = hooks?.server ?? world.hints;
      const heard = { ...of, campaign: hooks?.campaign ?? of.campaign };
      return await locked(heard, { stage, world: { ...world, hints }, watch }, async (session) => {
        if (hooks !== null) stage.output.say(hooks.lines);
        await feed(session);
      });
    } finally {
      await hooks?.server.close();
    }
  } finally {
    await world.close();
  }
}

/** One session at a time works on a run. */
async function locked(
  of: LiveOf,
  on: Omit<Room, 'ledger'>,
  feed: (session: RunSession) => Promise<void>,
): Promise<LiveEnd> {
  needGoodPlace(of.ledgerPath, on.stage.terminal);
  const lock = takeLock(
    lockPath(of.ledgerPath, of.runId),
    `run ${of.runId}`,
    on.stage.output.statusCommand,
  );
  try {
    const reserve = reservePath(of.ledgerPath, of.runId);
    const ledger = remembering(openLedgerToWork(of.ledgerPath, 'live', reserve), lock);
    try {
      return await inLedger(of, { ...on, ledger }, feed);
    } finally {
      ledger.close();
    }
  } finally {
    lock.release();
  }
}

interface Room {
  readonly stage: LiveStage;
  readonly world: LiveWorld;
  readonly ledger: OpenLedger;
  readonly watch: DateWatch;
}

async function inLedger(
  of: LiveOf,
  room: Room,
  feed: (session: RunSession) => Promise<void>,
): Promise<LiveEnd> {
  const { stage, world, ledger, watch } = room;
  const { reference, output } = stage;
  const { run, session, ...opened } = await openLive(of, room);
  output.begin({ run: run.id, resumed: opened.resumed, at: world.clock.now(), seed: null });
  if (!watch.compared) output.tell({ event: 'note', message: NO_DATE });
  if (opened.textBefore !== null) output.say(differences(opened.textBefore, of.text));
  const parts: SessionParts = {
    ...world,
    wall: world.clock,
    ledger,
    session,
    report: output,
    campaign: of.campaign,
    definition: opened.definition,
    reference,
    releases: releasesOf(reference, of.campaign),
    ...(of.restored === null ? {} : { restoredAccepted: of.restored }),
    skipFictional: !stage.access.way.loopback,
    ...(of.limit === null ? {} : { limit: of.limit }),
  };
  let answer = 'call' as Answer;
  const end = await work(parts, stage, async (begun) => {
    watch.tell((why) => begun.stop(why));
    await feed(begun);
    if (of.agreement === null) return true;
    answer = await agreed(of, { ...room, parts, begun });
    return answer === 'call';
  });
  if (end !== null) return end;
  return answer === 'rehearse' ? 'rehearse' : 'left';
}

async function openLive(of: LiveOf, { stage, world, ledger }: Room): Promise<OpenedRun> {
  const { origin } = stage.access;
  const wanted = {
    id: of.runId,
    name: of.campaign.name,
    label: of.label,
    releases: releasesOf(stage.reference, of.campaign),
    fingerprint: null,
    seed: null,
    host: origin,
    now: world.clock.now(),
  };
  try {
    return await openRun(ledger, wanted, of.text);
  } catch (cause) {
    if (!(cause instanceof OtherProvider)) throw cause;
    throw usage(
      `${cause.message}, and ${ADDRESS_VARIABLE} now says ${origin}`,
      'set it back, or begin another run with --new-run <label>',
    );
  }
}

async function agreed(
  of: LiveOf,
  room: Room & { readonly parts: SessionParts; readonly begun: RunSession },
): Promise<Answer> {
  const { ledger, begun, parts, stage, world } = room;
  // A file whose reading was cut off: the session says so itself, and calls nobody.
  if (await begun.isHalfFed()) return 'call';
  const schedules = await begun.prepare();
  const { runId, label, againReached } = of;
  const asks = of.agreement?.kind === 'ask';
  await settleReached(
    { ledger, begun, output: stage.output },
    { runId, label, againReached, asks },
  );
  const now = world.clock.now();
  const unsaid = await unsaidInRun(of, { ledger, schedules, now });
  if (unsaid !== null) {
    await begun.leave('the opening words do not say what has to be said');
    throw unsaid;
  }
  const seen = await outlook({ ledger, schedules }, parts.session.runId, {
    now,
    limit: of.limit,
    repeatAfterMs: of.campaign.repeatAfterMs,
  });
  if (seen.people === 0) {
    if (namesOthers(of.agreement, 0)) return await answerTo(of, room, 0);
    await sayNobody(of, room);
    return 'call';
  }
  const counts = await ledger.counts(parts.session.runId);
  const tails = await tailImpact(ledger, parts.session.runId);
  const { campaign, campaignFile, limit } = of;
  const question = {
    way: stage.access.way,
    campaign,
    campaignFile,
    outlook: seen,
    counts,
    now,
    limit,
    stepBack: begun.stepBack,
    tails,
    doubts: of.doubts ?? [],
  };
  stage.output.say(questionLines(question));
  stage.output.say([
    `Keep this computer awake${until(seen.lastCloseAt, now)}: it makes the calls.`,
  ]);
  if (tails?.many === true) await refuseUnseen(tails, { of, begun, people: seen.people });
  return await answerTo(of, room, seen.people);
}

/** `--yes` without a number agrees to any number of people; here somebody has to look first. */
async function refuseUnseen(
  tails: TailImpact,
  { of, begun, people }: { of: LiveOf; begun: RunSession; people: number },
): Promise<void> {
  const { agreement } = of;
  if (agreement?.kind !== 'yes' || agreement.people !== null) return;
  await begun.leave('rows of lists that cannot be read bar many people');
  throw usage(
    `${tailsLine(tails)}; nobody was called`,
    `look at the lists; to call the ${number(people)} others as it is, say --yes=${people}`,
  );
}

const until = (at: number | null, now: number): string =>
  at === null ? '' : ` until ${minute(at)} (${duration(at - now)} from now)`;

const namesOthers = (agreement: Agreement | null, people: number): boolean =>
  agreement?.kind === 'yes' && agreement.people !== null && agreement.people !== people;

async function answerTo(
  of: LiveOf,
  { stage, begun }: Room & { readonly begun: RunSession },
  people: number,
): Promise<Answer> {
  const { agreement } = of;
  if (agreement?.kind === 'yes') {
    if (!namesOthers(agreement, people)) return 'call';
    await begun.leave('--yes named another number of people');
    throw usage(
      `--yes says ${counted(agreement.people ?? 0, 'person', 'people')}, and ${number(people)} would be called`,
      `look at the list again, then say --yes=${people}; nobody was called`,
    );
  }
  const rehearse = agreement?.orRehearse === true ? ', r to rehearse' : '';
  const asked = `Type ${people} to call ${counted(people, 'person', 'people')}${rehearse}, anything else to leave: `;
  const answer = answerOf(await stage.output.ask(asked), people);
  if (answer === 'call') return 'call';
  await begun.leave('nobody was called: left at the question');
  return answer === 'rehearse' && rehearse !== '' ? 'rehearse' : 'left';
}

async function sayNobody(of: LiveOf, { ledger, stage }: Room): Promise<void> {
  const { placing, calling } = await ledger.states(of.runId);
  if (placing + calling > 0) return;
  const { people } = await leftOut(ledger, of.runId);
  const again =
    people === 0
      ? 'To call the same people again: --new-run <label>'
      : `${counted(people, 'person is', 'people are')} left out because another run has reached them within 30 days; to call them again, add --again-reached`;
  stage.output.say([`Nobody is left to call in run ${of.runId}. ${again}`]);
}
