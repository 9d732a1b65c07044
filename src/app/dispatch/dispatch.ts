import { nextStart } from '../../domain/schedule/pace.ts';
import type { Claim, Horizon, QueuePort } from '../../ports/ledger/queue.ts';
import type { By } from '../../ports/ledger/requests.ts';
import { Calls } from '../order/calls.ts';
import { waitForDelays, type DelaysWork } from './delays.ts';
import type { Openness } from './groups.ts';
import { waitsInVain, type InVainWork } from './in-vain.ts';
import type { Release } from './lines.ts';
import { AT_THE_END } from '../order/looks.ts';
import { waitForDoubts } from '../unclear/doubts.ts';
import { ToldWaits, waitUntil, type Idle, type Start, type Wait } from '../session/start.ts';
import { claimedUnder } from './claim-terms.ts';
import type { DispatcherParts } from './dispatcher-parts.ts';
import type { ViewsPort } from '../../ports/ledger/records.ts';
import type { LedgerIdentity } from '../../ports/ledger/runs.ts';
import type { Report } from '../../ports/report.ts';

/** Of four lines, one goes to a contact that is tried again and three to first calls, when both are due. */
const AGAIN_EVERY = 4;
/** A reason of our own: without one each abort makes an exception. */
const NUDGED = 'nudged';

export type DispatcherWork = InVainWork &
  DelaysWork & {
    readonly ledger: QueuePort & ViewsPort & LedgerIdentity;
    readonly report: Report;
    /** Version of the campaign file that new orders are made with. */
    readonly definition: number;
    /** How many people of the run may ever be called; null: all of them. */
    readonly limit: number | null;
  };

/** Gives free lines to due contacts until nobody is left or the run stops. */
export class Dispatcher {
  readonly #work: DispatcherWork;
  readonly #parts: DispatcherParts;
  readonly #calls = new Calls();
  #claims = 0;
  #ordered = 0;
  #nudge = new AbortController();
  readonly #told: ToldWaits;
  idle: Idle | null = null;

  constructor(work: DispatcherWork, parts: DispatcherParts) {
    this.#work = work;
    this.#parts = parts;
    this.#told = new ToldWaits(work.report);
  }

  /** Takes over a call that was live before this session; it has its line before anybody new. */
  adopt(claim: Claim, call: () => Promise<void>): void {
    this.#hold(claim, this.#parts.lines.seize(), call);
  }

  /** Something has changed that no call has brought about: each sleeper looks again. */
  wake(): void {
    this.#nudge.abort(NUDGED);
  }

  /** Returns when everybody is done with, or when the run stops and its live calls have ended. */
  async run(): Promise<void> {
    try {
      await this.#useLines();
    } catch (cause) {
      // Thrown at once, it would leave calls behind whose answers nobody writes down.
      this.#fail(cause);
    }
    await this.#calls.end();
  }

  async #useLines(): Promise<void> {
    const { brakes, lines } = this.#parts;
    for (;;) {
      const line = await lines.admit(brakes.stopping);
      if (line === null || !(await this.#useLine(line))) break;
    }
  }

  #fail(cause: unknown): void {
    this.#calls.fail(cause, this.#work.ledger.unfit() === null);
    this.#parts.brakes.stop({ how: 'stopped', exit: 3, why: String(cause) });
  }

  /** Keeps the line until a contact is due. False: nobody is left, or the run stops. */
  async #useLine(line: Release): Promise<boolean> {
    while (!this.#parts.brakes.stopping.aborted) {
      await this.#parts.looks.due();
      // Made before anything is asked: a call that ends meanwhile must not be missed.
      this.#nudge = new AbortController();
      await this.#parts.requests.decide();
      const paused = await this.#parts.requests.look();
      if (this.#parts.brakes.stopping.aborted) break;
      const start = paused === null ? await this.#startByClock() : await this.#paused(paused);
      if (this.#parts.brakes.stopping.aborted && start.kind !== 'claimed') break;
      if (start.kind === 'claimed') {
        await this.#begin(start.claim, start.openness, line);
        return true;
      }
      if (start.kind === 'done') break;
      if (start.kind === 'looked') continue;
      this.idle = start;
      await this.#sleep(start);
    }
    line();
    return false;
  }

  /** Promise 2: a clock that has jumped says nothing of anybody's hours until it is right again. */
  async #startByClock(): Promise<Start> {
    const held = await this.#parts.clockWatch.hold();
    return held === null ? await this.#start() : waitUntil(held.until, held.why);
  }

  async #start(): Promise<Start> {
    const { ledger, session, clock, campaign } = this.#work;
    const now = clock.now();
    const unfit = ledger.unfit();
    if (unfit !== null) {
      this.#parts.brakes.stop({ how: 'stopped', exit: 3, why: unfit });
      return { kind: 'done' };
    }
    const recent = campaign.pace === null ? [] : await this.#recent(campaign.pace.starts);
    const paced = nextStart(campaign.pace, recent, now);
    const { slowUntil, unclear } = this.#parts.brakes;
    await this.#parts.unclear.look((order, call) => {
      this.adopt(order, call);
    });
    if (unclear.holds) return await this.#held();
    if (slowUntil > now) return waitUntil(slowUntil, 'the provider asked to slow down');
    if (paced > now) return waitUntil(paced, 'held by the pace');
    const open = this.#parts.groups.open(now);
    const claim = this.#parts.lines.isFull
      ? null
      : await ledger.claimOrLook(session, {
          now,
          groups: open,
          prefer: (this.#claims + 1) % AGAIN_EVERY === 0 ? 'again' : 'first',
          newcomers: this.#newcomers,
          freeKeys: this.#freeKeys(),
          ...claimedUnder(this.#work, now),
        });
    if (claim !== null && 'lookAt' in claim) {
      await this.#parts.looks.freshly(claim.lookAt);
      return { kind: 'looked' };
    }
    const openness = open.find((group) => group.group === claim?.group);
    if (claim !== null && openness !== undefined) {
      // Only what was claimed counts for the share: looks in vain would shift whose turn it is.
      this.#claims += 1;
      if (claim.nth === 1) this.#ordered += 1;
      return { kind: 'claimed', claim, openness };
    }
    const horizon = await this.#horizon();
    const end = this.#calls.size > 0 ? null : await waitsInVain(this.#work);
    if (end === null) return await this.#nothingDue(horizon, open);
    this.#parts.brakes.stop(end);
    return { kind: 'done' };
  }

  /** Whether somebody may be called who was not before: a limit counts the people of the run, not of the session. */
  get #newcomers(): boolean {
    const { limit } = this.#work;
    return limit === null || this.#parts.peopleOrdered + this.#ordered < limit;
  }

  /**
   * A pause starts nothing and follows what is live. In a rehearsal nothing else can happen then, however long
   * its clock ran: it stops, and can go on.
   */
  async #paused({ who, reason }: By): Promise<Start> {
    const { runId } = this.#work.session;
    if (this.#calls.size === 0 && (await this.#work.ledger.states(runId)).pending === 0)
      return { kind: 'done' };
    const why = `paused by ${who}${reason === null ? '' : `: ${reason}`}`;
    if (this.#work.ledger.mode === 'live' || this.#calls.size > 0) {
      return { kind: 'wait', until: null, wake: null, why };
    }
    this.#parts.brakes.stop({ how: 'stopped', exit: 3, why, goOn: 'resume' });
    return { kind: 'done' };
  }

  async #horizon(): Promise<Horizon> {
    const { ledger, session } = this.#work;
    return await ledger.horizon(session.runId, this.#parts.groups.names, this.#newcomers);
  }

  /** Too many orders had no clear answer. */
  async #held(): Promise<Start> {
    const horizon = await this.#horizon();
    return this.#parts.unclear.step({ horizon, live: this.#calls.size > 0 });
  }

  async #recent(count: number): Promise<readonly number[]> {
    return await this.#work.ledger.recentOrders(this.#work.session.runId, count);
  }

  async #nothingDue(horizon: Horizon, open: readonly Openness[]): Promise<Start> {
    const now = this.#work.clock.now();
    const live = this.#calls.size > 0;
    const { groups, brakes } = this.#parts;
    const { unclear } = brakes;
    const closed = horizon.dueGroups.filter((name) => !open.some((group) => group.group === name));
    const blocked = closed.length < horizon.dueGroups.length;
    // Due, open and not claimed although no key is full: the claim looked past people held by other runs.
    const full = this.#freeKeys().length < this.#parts.concurrencyKeys.length;
    const opening = groups.nextOpening(closed, now);
    const keysFull = blocked && full;
    const on = { horizon, opening, now, live, keysFull, nextLook: unclear.nextLook };
    const doubts = waitForDoubts(this.#parts.lines, on);
    if (doubts !== null) return doubts;
    if (blocked && !(live && full)) return waitUntil(now, 'people held by another run or by a cap');
    const waits: { until: number; why: string }[] = [];
    if (opening !== null) waits.push({ until: opening, why: 'outside the calling hours' });
    const { nextNotBefore, nextLook } = horizon;
    if (nextNotBefore !== null) {
      const of = { notBefore: nextNotBefore, newcomers: this.#newcomers, groups: groups.names };
      waits.push(await waitForDelays(this.#work, of));
    }
    if (waits.length === 0 && !live) return { kind: 'done' };
    const first = waits.sort((a, b) => a.until - b.until)[0];
    const why = blocked ? 'the lines of their key are busy' : (first?.why ?? 'calls under way');
    const until = first?.until ?? null;
    // A cap is written down when the person's turn comes: the delay's end wakes, whatever is foreseen.
    const wakes = [opening, nextNotBefore, unclear.nextLook].filter((at) => at !== null);
    if (nextLook !== null && nextLook < AT_THE_END) {
      this.#parts.looks.expect(nextLook);
      wakes.push(nextLook);
    }
    return { kind: 'wait', until, wake: wakes.length === 0 ? null : Math.min(...wakes), why };
  }

  /** Until the moment has come, or a call has ended, or the run stops. */
  async #sleep(wait: Wait): Promise<void> {
    const { clock } = this.#work;
    const { stopping } = this.#parts.brakes;
    const nudge = this.#nudge;
    const wake = (): void => {
      nudge.abort(NUDGED);
    };
    stopping.addEventListener('abort', wake, { once: true });
    this.#told.tell(wait, clock.now());
    if (wait.wake !== null) await clock.sleep(wait.wake, { key: 'dispatch', signal: nudge.signal });
    else if (!nudge.signal.aborted) {
      await new Promise<void>((resolve) => {
        nudge.signal.addEventListener('abort', () => {
          resolve();
        });
      });
    }
    stopping.removeEventListener('abort', wake);
  }

  async #begin(claim: Claim, openness: Openness, line: Release): Promise<void> {
    const { placer, follower } = this.#parts;
    this.idle = null;
    this.#told.forget();
    const { report } = this.#work;
    const alone = !placer.definitionAccepted;
    const placed = placer.place(claim, openness.fence);
    this.#calls.addSend(placed);
    this.#hold(claim, line, async () => {
      const order = await placed;
      if (order === null) return;
      const at = new Date(claim.orderedAt).toISOString();
      report.tell({ event: 'order_placed', contact: claim.contactId, order: claim.key, at });
      await follower.follow(claim, order);
    });
    // The first order of a session goes alone: it tells whether the provider accepts the definition.
    if (alone) await placed.catch(() => undefined);
  }

  /** Runs a call to its end, then gives its line back. A bug in one call stops the run, it is not swallowed. */
  #hold(claim: Claim, line: Release, call: () => Promise<void>): void {
    this.#parts.lines.count(claim.concurrencyKey, 1);
    const over = call()
      .catch((cause: unknown) => {
        this.#fail(cause);
      })
      .finally(() => {
        this.#calls.delete(over);
        this.#parts.lines.count(claim.concurrencyKey, -1);
        line();
        this.#nudge.abort(NUDGED);
      });
    this.#calls.add(over);
  }

  #freeKeys(): readonly string[] {
    const max = this.#work.campaign.concurrency.maxPerKey ?? Infinity;
    return this.#parts.concurrencyKeys.filter((key) => this.#parts.lines.heldOf(key) < max);
  }
}
