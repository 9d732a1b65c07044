import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ColumnMap } from '../../domain/contact/columns/columns.ts';
import type { RowContext } from '../../domain/contact/row/row.ts';
import { wayOfReading } from '../../domain/contact/cells/way-of-reading.ts';
import type { Law } from '../../domain/law/law.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import { counted } from '../../domain/text/counted.ts';
import { stepBack } from '../../domain/time/release.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import type { Hints } from '../../ports/hints.ts';
import type { SessionsPort } from '../../ports/ledger/runs.ts';
import type { Session } from '../../ports/session.ts';
import type { By } from '../../ports/ledger/requests.ts';
import type { Report } from '../../ports/report.ts';
import type { VoiceApi } from '../../ports/voice-api.ts';
import { admit } from '../people/admit.ts';
import { Brakes } from '../dispatch/brakes.ts';
import { ClockWatch } from '../dispatch/clock-watch.ts';
import { DisclosureWatch } from '../disclosure/disclosure-watch.ts';
import { Dispatcher } from '../dispatch/dispatch.ts';
import { feed, type Fed } from '../people/feed.ts';
import { Follower } from '../order/follow.ts';
import { Groups } from '../dispatch/groups.ts';
import { Lines } from '../dispatch/lines.ts';
import { locateAgain } from '../people/locate.ts';
import { Looks } from '../order/looks.ts';
import { readAgain, type ReadingAgain, type Unreadable } from './read-again.ts';
import type { NumberOf } from '../people/rows.ts';
import { Placer } from '../order/place.ts';
import { reconcileCopy } from './reconcile.ts';
import { recover } from './recover.ts';
import { Requests } from '../dispatch/requests.ts';
import { Settler } from '../order/settle.ts';
import type { Idle } from './start.ts';
import { suppress, type SuppressList } from '../people/suppress.ts';
import { Witness } from '../order/witness.ts';
import { tailImpact } from '../people/tails.ts';
import { UnclearHold } from '../unclear/unclear-hold.ts';
import type { End } from './end.ts';
import type { SessionLedger, SessionWork } from './work.ts';

export interface SessionParts {
  readonly ledger: SessionLedger & SessionsPort;
  readonly session: Session;
  readonly api: VoiceApi;
  readonly clock: Clock;
  /** By which requests of other processes are looked for; without it, only when somebody is to be called. */
  readonly wall?: Clock;
  readonly hints: Hints;
  readonly report: Report;
  readonly campaign: Campaign;
  readonly definition: number;
  readonly reference: RowContext['reference'] & {
    readonly law: Law;
    readonly shippedZones?: string;
  };
  readonly releases: string;
  /** How many people of the run may ever be called. */
  readonly limit?: number;
  /** Somebody has taken on an older copy of the ledger without looking up who was called since. */
  readonly restoredAccepted?: By;
  /** Real phones: numbers of the published fictional ranges join as skipped. */
  readonly skipFictional?: boolean;
  /** Numbers of contacts that a ledger before this one knew, to restore an export that is fed back. */
  readonly formerNumberOf?: NumberOf;
}

/** One process working on a run: feed, locate, recover, dispatch, end. */
export class RunSession {
  readonly #parts: SessionParts;
  readonly #brakes = new Brakes();
  #dispatcher: Dispatcher | null = null;
  #lines: Lines | null = null;
  #schedules: Schedules | null = null;
  #stepBack: string | null = null;
  #onLists: number | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Why no order leaves now; null while orders leave. */
  get idle(): Idle | null {
    return this.#dispatcher?.idle ?? null;
  }

  /** That the time-zone rules are older than those of the session before; known once it is prepared. */
  get stepBack(): string | null {
    return this.#stepBack;
  }

  /** No new order from here on; what has not begun to ring is cancelled, live calls are followed to their end. */
  stop(why: string): void {
    this.#brakes.stop({ how: 'stopped', exit: 3, why });
  }

  /** The lines that are held now, as they are counted: by live calls and by orders in doubt. */
  get lines(): number {
    this.#lines?.doubtsEnd(this.#parts.clock.now());
    return this.#lines?.held ?? 0;
  }

  async feed(source: ContactSource, columns: ColumnMap): Promise<Fed> {
    const { campaign, reference, clock } = this.#parts;
    const readAs = wayOfReading(campaign);
    const context = { columns, campaign, reference, now: clock.now() };
    return await feed({ ...this.#parts, readAs }, source, context);
  }

  /** Where no file is given: those of the run that were read another way are read again, from the ledger's copy. */
  async readAgain(): Promise<Unreadable | readonly Fed[]> {
    const feedAgain: ReadingAgain['feed'] = (source, columns) => this.feed(source, columns);
    return await readAgain({ ...this.#parts, feed: feedAgain });
  }

  /** After feeding: anyone who is on one of these lists is not called. */
  async suppress(lists: readonly SuppressList[]): Promise<void> {
    const marked = await suppress(this.#parts, lists, this.#parts.clock.now());
    if (lists.length > 0) this.#onLists = marked;
    if (marked === 0) return;
    const who = marked === 1 ? '1 contact is' : `${marked} contacts are`;
    const message = `${who} on the suppress lists of the campaign`;
    this.#parts.report.tell({ event: 'note', message });
  }

  /** After feeding: locates people again under new data, and finds out who can never be called. */
  async prepare(): Promise<Schedules> {
    if (this.#schedules !== null) return this.#schedules;
    const { ledger, session, clock, reference, campaign, releases, report } = this.#parts;
    const before = await ledger.findRun(session.runId);
    const moved = await locateAgain(this.#parts, {
      ...reference,
      choices: campaign.where,
      releases,
    });
    const note = (message: string): void => {
      report.tell({ event: 'note', message });
    };
    const { shippedZones } = reference;
    this.#stepBack = before === null ? null : stepBack(before.releases, releases, shippedZones);
    if (this.#stepBack !== null) note(this.#stepBack);
    if (moved > 0)
      note(`${counted(moved, 'contact was', 'contacts were')} located again with ${releases}`);
    const calling = { ...campaign.calling, zone: campaign.calling.timezone };
    const schedules = new Schedules(reference.rules, calling, reference.law);
    for (const message of await admit({ ...this.#parts, schedules, now: clock.now() }))
      note(message);
    await this.#tellLists();
    this.#schedules = schedules;
    return schedules;
  }

  /** Once it is prepared: those whom another run has reached lately are called again. */
  async callReachedAgain(): Promise<void> {
    const { ledger, session, clock } = this.#parts;
    await ledger.callReachedAgain(session, clock.now());
    const schedules = await this.prepare();
    await admit({ ...this.#parts, schedules, now: clock.now() });
  }

  /** What the lists of people not to be called do to this run; nothing, where there are none. */
  async #tellLists(): Promise<void> {
    const { ledger, session, report } = this.#parts;
    const impact = await tailImpact(ledger, session.runId);
    if (impact === null && this.#onLists === null) return;
    report.tell({
      event: 'lists',
      on_lists: this.#onLists ?? 0,
      barred_by_last_digits: impact?.people ?? 0,
      files: (impact?.lists ?? []).map(({ file, tails }) => ({ file, last_digits: tails })),
    });
  }

  /** Ends the session before anybody is called. */
  async leave(why: string): Promise<void> {
    const { ledger, session, clock } = this.#parts;
    await ledger.endSession(session, { now: clock.now(), how: why, finished: false });
  }

  async run(): Promise<End> {
    if (await this.isHalfFed()) return await this.#refuseHalfFed();
    const { ledger, session, clock } = this.#parts;
    const schedules = await this.prepare();
    const work: SessionWork = { ...this.#parts, schedules, limit: this.#parts.limit ?? null };
    const unknown = await reconcileCopy(work, this.#brakes, this.#parts.restoredAccepted ?? null);
    const end = unknown ?? (await this.#dispatch(work));
    const finished = end.how === 'finished';
    await ledger.endSession(session, { now: clock.now(), how: end.why, finished });
    return end;
  }

  /** People of a file whose reading was cut off would be missing, and nobody would be told. */
  async isHalfFed(): Promise<boolean> {
    const files = await this.#parts.ledger.files(this.#parts.session.runId);
    return files.length === 0 || files.some((file) => !file.complete);
  }

  async #refuseHalfFed(): Promise<End> {
    const why =
      'the contact file was not read to its end; give the same campaign run command again';
    await this.leave(why);
    return { how: 'stopped', exit: 3, why };
  }

  async #dispatch(work: SessionWork): Promise<End> {
    const { ledger, session, report } = work;
    const brakes = this.#brakes;
    const lines = new Lines(work.campaign.concurrency.max);
    this.#lines = lines;
    const placer = new Placer(work, brakes, lines);
    const witness = new Witness(work);
    const disclosure = new DisclosureWatch(work, brakes);
    const settler = new Settler(work, { brakes, disclosure });
    const follower = new Follower(work, { brakes, lines, settler, witness });
    const looks = new Looks(work, { brakes, witness, disclosure });
    const requests = new Requests(work, brakes);
    const dispatcher = new Dispatcher(work, {
      brakes,
      lines,
      groups: new Groups(await ledger.groups(session.runId), work.campaign, work.schedules),
      placer,
      follower,
      looks,
      requests,
      unclear: new UnclearHold(work, { brakes, lines, placer, follower }),
      clockWatch: await ClockWatch.begin(work, brakes, () => follower.refresh()),
      concurrencyKeys: await ledger.concurrencyKeys(session.runId),
      peopleOrdered: await ledger.peopleOrdered(session.runId),
    });
    this.#dispatcher = dispatcher;
    await requests.look();
    await disclosure.begin();
    const found = await recover(work, { dispatcher, lines, placer, follower });
    if (found.looked > 0) {
      const message = `${found.looked} orders of an earlier session looked up, ${found.live} of them followed on`;
      report.tell({ event: 'note', message });
    }
    await this.#watched(requests, dispatcher, looks);
    if (await requests.end()) return await this.#cancelled(work);
    return brakes.end ?? (await this.#finished(work));
  }

  /** Gives out lines to the end, while requests are looked for; before and after, what is over is looked at. */
  async #watched(requests: Requests, dispatcher: Dispatcher, looks: Looks): Promise<void> {
    const { wall } = this.#parts;
    const over = new AbortController();
    const wake = (): void => {
      dispatcher.wake();
    };
    const watching = wall === undefined ? null : requests.watch(wall, over.signal, wake);
    try {
      await looks.again();
      await dispatcher.run();
      if (this.#brakes.end === null) await looks.atTheEnd();
      if (this.#brakes.end === null) await looks.again();
    } finally {
      over.abort();
      await watching;
    }
    if (requests.failure !== null) throw requests.failure;
  }

  /** A run that was cancelled is over, unless orders are left that could not be ended. */
  async #cancelled({ ledger, session }: SessionWork): Promise<End> {
    const { placing, calling } = await ledger.states(session.runId);
    const { cancelled } = await ledger.control(session.runId);
    const why = `cancelled by ${cancelled?.who ?? ''}`;
    const left = placing + calling;
    if (left === 0) return { how: 'finished', exit: 3, why };
    const { end } = this.#brakes;
    if (end?.how === 'refused') return end;
    return { how: 'stopped', exit: 3, why: `${why}, but ${left} orders could not be ended` };
  }

  /** I6: people who need a decision do not keep a run alive, but they are said. */
  async #finished(work: SessionWork): Promise<End> {
    const { states } = await work.ledger.counts(work.session.runId);
    const open = states.uncertain;
    const beyond = work.limit === null ? 0 : await this.#beyondLimit(work);
    if (beyond > 0) {
      const why = `the limit of ${counted(work.limit ?? 0, 'person', 'people')} is reached; ${counted(beyond, 'other waits', 'others wait')}`;
      return { how: 'stopped', exit: open === 0 ? 0 : 3, why, goOn: 'limit' };
    }
    if (open === 0) return { how: 'finished', exit: 0, why: 'everybody is done with' };
    return {
      how: 'finished',
      exit: 3,
      why: `${counted(open, 'person needs', 'people need')} a decision`,
    };
  }

  async #beyondLimit({ ledger, session, clock }: SessionWork): Promise<number> {
    const waiting = await ledger.waiting(session.runId, clock.now());
    return waiting.reduce((sum, group) => sum + group.people, 0);
  }
}
