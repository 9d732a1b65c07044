import { callSuccess, wasRefusal } from '../../domain/campaign/success.ts';
import { isOver, LOOK_FRESH_MS } from '../../domain/order/fresh-look.ts';
import { notOf } from '../../domain/order/foreign.ts';
import { asksForOutput, gapIn } from '../../domain/order/gaps.ts';
import { dialled, hasEnded, orderOutcome, tellingAttempt } from '../../domain/order/outcome.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { LastOrder, Lookable, LooksPort } from '../../ports/ledger/following.ts';
import { type DecidingWork, decideAfterLate } from './after-order.ts';
import { Alarms, type AlarmsWork } from './alarms.ts';
import { inBatches } from '../people/batches.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import type { DisclosureWatch } from '../disclosure/disclosure-watch.ts';
import { optOutOf } from './opt-out.ts';
import { type FindLastWork, type Told, findLast } from '../search/last-order.ts';
import { FIRST_LOOK_MS } from './settle.ts';
import type { Witness } from './witness.ts';

const SECOND_LOOK_MS = 10 * 60_000;
/** A moment that never comes: the last look is made when the run ends. */
export const AT_THE_END = Date.UTC(9999, 0, 1);
const AT_ONCE = 20;
/** So long after its end an order may still change, and so many of them are asked for at most (I7). */
const AGAIN_WITHIN_MS = 72 * 3_600_000;
const AGAIN_AT_MOST = 10_000;
const AT_A_TIME = 10;
const UNHEARD_AT_MOST = 2;
/** So long a look at a last order waits for those before it. */
const EARLIER_WITHIN_MS = 2_000;

/** When to look once more at what is still not whole; null: never. */
type Next = (order: Lookable, view: OrderView | null) => number | null;

export type LooksWork = DecidingWork &
  AlarmsWork &
  FindLastWork & {
    readonly ledger: LooksPort;
  };

interface LooksParts {
  readonly brakes: Brakes;
  readonly witness: Witness;
  readonly disclosure: DisclosureWatch;
}

/**
 * Later looks at settled orders whose transcript or output was still empty: after 60 s, 10 min, and at the end.
 * A provider that makes no recordings must not cost three looks a call: a recording alone is looked for once.
 */
export class Looks {
  readonly #work: LooksWork;
  readonly #brakes: Brakes;
  readonly #stopping: AbortSignal;
  readonly #alarms: Alarms;
  readonly #witness: Witness;
  readonly #disclosure: DisclosureWatch;
  #next: number | null = null;
  #toldSlow = false;

  constructor(work: LooksWork, { brakes, witness, disclosure }: LooksParts) {
    this.#work = work;
    this.#witness = witness;
    this.#disclosure = disclosure;
    this.#brakes = brakes;
    this.#stopping = brakes.stopping;
    this.#alarms = new Alarms(work, brakes);
  }

  /** The ledger says that one is due then: it is not put off, or a waiter for that moment waits in vain. */
  expect(at: number): void {
    if (this.#next !== null) this.#next = Math.min(this.#next, at);
  }

  /** Makes the looks that are due. Costs one query, and only when one may be. */
  async due(): Promise<void> {
    const now = this.#work.clock.now();
    if (this.#next !== null && now < this.#next) return;
    this.#next = now + 1_000;
    await this.#look(now, ({ settledAt }, view) => {
      const second = settledAt + SECOND_LOOK_MS;
      if (now < second) return second;
      return view !== null && this.#mayGoOn(view, now) ? now + SECOND_LOOK_MS : AT_THE_END;
    });
  }

  /**
   * Once more at what was settled in the last three days, when a live session begins and when it ends: a provider
   * may have rung again, or have understood only later what was said. What nobody answers for is left out.
   */
  async again(): Promise<void> {
    const { ledger, session, clock, report } = this.#work;
    if (ledger.mode !== 'live') return;
    const since = clock.now() - AGAIN_WITHIN_MS;
    const orders = await ledger.settledSince(session.runId, since, AGAIN_AT_MOST);
    let unheard = 0;
    let asked = 0;
    if (this.#stopping.aborted) return;
    for await (const some of inBatches(orders, AT_A_TIME, (one) => this.#lookOnceMore(one))) {
      unheard = some.some(([, heard]) => heard) ? 0 : unheard + 1;
      if (this.#stopping.aborted) return;
      const left = orders.length - asked;
      asked += some.length;
      if (unheard < UNHEARD_AT_MOST) continue;
      const message = `${left} calls of the last 72 hours could not be looked at again: the voice API cannot be reached`;
      report.tell({ event: 'note', message });
      return;
    }
  }

  /** False: the provider gave no answer. */
  async #lookOnceMore(order: Lookable): Promise<boolean> {
    const { view, kind } = await this.#ask(order);
    const heard = kind !== 'unreachable';
    if (view !== null) await this.#fill(order, view, order.lookAt);
    return heard;
  }

  /**
   * I13: right before somebody is ordered again. Only a look that tells of an end without a human permits it; anything
   * else is recorded, and the person waits.
   */
  async freshly(order: LastOrder): Promise<void> {
    const { ledger, session, clock } = this.#work;
    const askedAt = clock.now();
    const [{ view, kind, why }] = await Promise.all([
      this.#hearLast(order),
      this.#hearEarlier(order, askedAt + EARLIER_WITHIN_MS),
    ]);
    if (kind === 'refused') return this.#brakes.stop({ how: 'refused', exit: 4, why });
    const now = clock.now();
    if (view !== null && orderOutcome(view) === 'human') return;
    const isForgotten = kind === 'missing' && order.byPerson;
    const isTold = isForgotten || (view !== null && isOver(view));
    if (isTold && now < askedAt + LOOK_FRESH_MS)
      return await ledger.looked(session, order.key, askedAt);
    const took = Math.round((now - askedAt) / 1000);
    if (isTold) this.#tellSlow(took);
    const said = isTold
      ? `the answer took ${took} s`
      : view === null
        ? why
        : `it is ${view.status} again`;
    await ledger.unlooked(session, order.key, { now, said });
  }

  /** I13 cannot be kept with a provider that answers so slowly: the person who starts the run hears it at once. */
  #tellSlow(seconds: number): void {
    if (this.#toldSlow) return;
    this.#toldSlow = true;
    const within = LOOK_FRESH_MS / 1000;
    const message = `the voice API took ${seconds} s to tell how a person's last order ended: nobody is called again until it answers such a question within ${within} s; people who wait 24 hours for it are uncertain`;
    this.#work.report.tell({ event: 'note', message });
  }

  /** What one of their orders before it has become is heard as well, but only the last one must be seen to be over. */
  async #hearEarlier({ key, earlier }: LastOrder, until: number): Promise<void> {
    if (earlier.length === 0) return;
    const heard = new AbortController();
    const patience = this.#work.clock.sleep(until, { key: `earlier:${key}`, signal: heard.signal });
    await Promise.race([Promise.all(earlier.map((one) => this.#lookOnceMore(one))), patience]);
    heard.abort('heard');
  }

  async #hearLast(order: LastOrder): Promise<Told> {
    const told = await this.#askLast(order);
    if (told.view !== null) await this.#fill(order, told.view, order.lookAt);
    return told;
  }

  async #askLast(order: LastOrder): Promise<Told> {
    const { providerId } = order;
    if (providerId !== null) return await this.#ask({ ...order, providerId });
    const found = await findLast(this.#work, order);
    return 'id' in found ? await this.#ask({ ...order, providerId: found.id }) : found;
  }

  /** The order as it is now, if the answer is that. */
  async #ask(order: Lookable): Promise<Told> {
    const answer = await this.#work.api.get(order.providerId);
    const { kind } = answer;
    if (kind === 'unreadable') await this.#witness.unreadable(order, answer);
    if (kind === 'missing') return { view: null, kind, why: 'the provider does not know it' };
    if (kind !== 'found') return { view: null, kind, why: answer.why };
    const foreign = notOf(order, answer.view);
    if (foreign === null)
      return { view: await this.#witness.hear(order, answer.view), kind, why: '' };
    await this.#witness.unreadable(order, { why: foreign, raw: answer.raw });
    return { view: null, kind: 'unreadable', why: foreign };
  }

  /** I5: what is recorded as one thing and told as another now. */
  #tellCorrection(order: Omit<Lookable, 'providerId'>, view: OrderView | null): void {
    const outcome = view === null ? null : orderOutcome(view);
    if (outcome === null || outcome === order.outcome) return;
    if (outcome !== 'human' && order.outcome !== null) return;
    this.#work.report.tell({
      event: 'order_corrected',
      contact: order.contactId,
      order: order.key,
      at: new Date(this.#work.clock.now()).toISOString(),
      was: order.outcome ?? 'never_rang',
      outcome,
    });
  }

  async atTheEnd(): Promise<void> {
    while ((await this.#look(AT_THE_END, () => null)) > 0 && !this.#stopping.aborted);
  }

  /** A call that began after the end of its order is looked at until it is over, or must be (I7). */
  #mayGoOn(view: OrderView, now: number): boolean {
    const longest = this.#work.campaign.maxCallSeconds * 1000 + SECOND_LOOK_MS;
    return dialled(view).some((one) => !hasEnded(one) && (one.startedAt ?? 0) + longest > now);
  }

  async #look(upTo: number, next: Next): Promise<number> {
    const { ledger, session, clock } = this.#work;
    const orders = await ledger.lookable(session.runId, upTo, AT_ONCE);
    for (const order of orders) {
      // The last calls of a run are not looked at sooner than others: a transcript takes its time.
      const first = order.settledAt + FIRST_LOOK_MS;
      await clock.sleep(first, { key: `look:${order.key}`, signal: this.#stopping });
      // A stop does not wait for looks: what is still empty is looked for by the next session.
      if (this.#stopping.aborted) break;
      const { view } = await this.#ask(order);
      await this.#fill(order, view, next(order, view));
    }
    return orders.length;
  }

  async #fill(
    order: Omit<Lookable, 'providerId'>,
    view: OrderView | null,
    next: number | null,
  ): Promise<void> {
    const { ledger, session, clock, campaign } = this.#work;
    const { key } = order;
    const now = clock.now();
    const left = view === null ? 'words' : gapIn(view, asksForOutput(campaign));
    const human = view !== null && orderOutcome(view) === 'human';
    const output = human ? (tellingAttempt(view)?.structuredOutput ?? null) : null;
    const optOut = view === null ? null : optOutOf(campaign, view, { key, now });
    const late = await ledger.fill(session, key, {
      now,
      view,
      success: callSuccess(campaign.success, output),
      refused: output === null ? null : optOut !== null || wasRefusal(campaign, output),
      optOut,
      afterLate: view === null ? null : await decideAfterLate(this.#work, order, view),
      lookAt: left === 'words' ? next : null,
      outcome: view === null ? null : orderOutcome(view),
    });
    this.#tellCorrection(order, view);
    // What was recorded before was judged then: it must not stop each session that looks at it again.
    const fresh = view?.attempts.filter((attempt) => late.includes(attempt.id)) ?? [];
    if (view !== null) this.#alarms.outside(order, { ...view, attempts: fresh });
    await this.#alarms.late(order, late);
    if (view !== null) await this.#disclosure.heard(view);
  }
}
