import { hasMessage } from '../../domain/campaign/assistant.ts';
import { retryPolicyOf } from '../../domain/order/decide.ts';
import { notOf } from '../../domain/order/foreign.ts';
import { callOrder } from '../../domain/order/sending/call-order.ts';
import type { OrderView } from '../../domain/order/view.ts';
import { hasCode, storeReason } from '../../domain/run/reason.ts';
import { speaksToVoicemail } from '../../domain/order/voicemail.ts';
import type { Fence } from '../../domain/schedule/fence.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import { clockChange, type Reading } from '../../domain/time/clock-jump.ts';
import { LostSession } from '../../ports/ledger/runs.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import type {
  EvidenceSource,
  FollowingPort,
  PlacingPort,
  SettlingPort,
} from '../../ports/ledger/following.ts';
import type { PlaceAnswer } from '../../ports/voice-api.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import { type ConfirmWork, confirmByAttempt } from './confirm.ts';
import { readingOf } from '../dispatch/clock-watch.ts';
import { type KeepLineWork, keepLine } from '../unclear/doubts.ts';
import type { Lines } from '../dispatch/lines.ts';
import { type FindWork, findOrder, isLasting, soughtBy } from '../search/find-order.ts';
import { Patience } from '../search/patience.ts';

/** A claim that waited longer than this at the gate is given back: what it was made from may have changed. */
export const CLAIM_FRESH_MS = 5_000;
const RETRY_SOON_MS = 1_000;
/** Empty lookups that must agree before "not found" may mean "not placed". */
const EMPTY_LOOKUPS = 2;
/**
 * Before each lookup. A provider in trouble, or one whose lists lag, may know the order a little later. They count
 * from the send, so that a session that is killed again and again does not begin them anew and hold its lines.
 */
const LOOKUP_PAUSES_MS = [0, 2_000, 8_000, 30_000] as const;

interface Advised {
  readonly why: string;
  readonly advice: string;
}

/** What is with the provider after placing: an order to follow, or nothing. */
export type Placed = { readonly providerId: string; readonly view: OrderView } | null;

type Told = 'not_sent' | 'throttled' | 'sender_refused' | 'order_rejected';

/** Why an order is not with the provider, in the words of its answer, as it is stored. */
const told = (code: Told, { why }: { readonly why: string }): string =>
  storeReason({ code, said: why });

export type PlacerWork = FindWork &
  ConfirmWork &
  KeepLineWork & {
    readonly ledger: PlacingPort & FollowingPort & SettlingPort;
    readonly schedules: Schedules;
  };

/** Sends orders and finds out what became of a send. It never sends the same order twice. */
export class Placer {
  readonly #work: PlacerWork;
  readonly #brakes: Brakes;
  readonly #lines: Lines;
  readonly #patience: Patience;
  #definitionAccepted = false;

  constructor(work: PlacerWork, brakes: Brakes, lines: Lines) {
    this.#work = work;
    this.#brakes = brakes;
    this.#lines = lines;
    this.#patience = new Patience(work.clock, brakes);
  }

  /** Until one order was taken, a 400 speaks of the definition, not of the contact: orders go one by one. */
  get definitionAccepted(): boolean {
    return this.#definitionAccepted;
  }

  async place(claim: Claim, fence: Fence): Promise<Placed> {
    const { api, campaign, clock } = this.#work;
    const claimedAt = readingOf(clock);
    const leavesMessage = await this.#leavesMessage(claim);
    const order = callOrder(campaign, { ...claim, fence, leavesMessage });
    const answer = await api.place(order, () => this.#gate(claim, fence, claimedAt));
    return await this.#take(claim, answer);
  }

  /** One message per person, as the campaign wants it; without a message nothing has to be known. */
  async #leavesMessage(claim: Claim): Promise<boolean> {
    const { ledger, campaign } = this.#work;
    if (!hasMessage(campaign.assistant)) return true;
    const policy = retryPolicyOf(campaign);
    return speaksToVoicemail(campaign.voicemail, policy, await ledger.history(claim.key));
  }

  /** I4, I10: asked at the last moment before the body is written. A text is why the order may not leave. */
  async #gate(claim: Claim, fence: Fence, claimedAt: Reading): Promise<string | null> {
    const { ledger, session, clock } = this.#work;
    const before = this.#closed(fence, claimedAt);
    if (before !== null) return before;
    // What another process has committed by now counts: a pause, a cancel, a number nobody may call.
    const limits = this.#work.schedules.limitsOf(claim.group, clock.now());
    const why = await ledger.mayStart(session, claim.key, { now: clock.now(), limits });
    return why ?? this.#closed(fence, claimedAt);
  }

  #closed(fence: Fence, claimedAt: Reading): string | null {
    const { clock } = this.#work;
    if (this.#brakes.stopping.aborted) return storeReason({ code: 'run_stopping' });
    if (this.#brakes.unclear.holds) return storeReason({ code: 'answers_unclear' });
    if (clock.now() >= fence.until) return storeReason({ code: 'window_closed' });
    if (clock.now() < fence.from) return storeReason({ code: 'clock_set_back' });
    const now = readingOf(clock);
    if (clockChange(claimedAt, now).kind !== 'none') return storeReason({ code: 'clock_jumped' });
    if (now.monotonic - claimedAt.monotonic > CLAIM_FRESH_MS)
      return storeReason({ code: 'waited_too_long' });
    return null;
  }

  async #take(claim: Claim, answer: PlaceAnswer): Promise<Placed> {
    const { clock } = this.#work;
    const now = clock.now();
    switch (answer.kind) {
      case 'accepted':
        return await this.#accepted(claim, answer);
      case 'held':
        // A way to the provider that takes this long every time must not be tried for ever (I7).
        if (hasCode(answer.why, ['waited_too_long', 'look_too_old']))
          this.#brakes.unreached(now, 'orders waited too long before they could leave');
        return await this.#giveBack(claim, answer.why, now);
      case 'not_sent':
        this.#brakes.unreached(now, answer.why);
        return await this.#giveBack(claim, told('not_sent', answer), now + RETRY_SOON_MS);
      case 'throttled':
        this.#brakes.slow(now, answer.retryAfterMs);
        return await this.#giveBack(claim, told('throttled', answer), this.#brakes.slowUntil);
      case 'rejected':
        return await this.#rejected(claim, answer);
      case 'refused':
        this.#refused(answer);
        return await this.#giveBack(claim, told('sender_refused', answer), now);
      case 'blocked':
        // Also when the order is found: the next one would meet the same answer.
        this.#refused(answer);
        return await this.#ambiguous(claim, answer);
      case 'ambiguous':
        return await this.#ambiguous(claim, answer);
    }
  }

  async #accepted(
    claim: Claim,
    { view, raw }: { readonly view: OrderView; readonly raw: string },
  ): Promise<Placed> {
    const adopted = await this.adopt(claim, view, 'post');
    if (adopted === null)
      return await this.#ambiguous(claim, { why: 'the answer is another order', raw });
    this.#definitionAccepted = true;
    this.#brakes.wentThrough();
    return adopted;
  }

  #refused({ why, advice }: Advised): void {
    this.#brakes.stop({ how: 'refused', exit: 4, why: `${why}; ${advice}` });
  }

  async #giveBack(claim: Claim, reason: string, notBefore: number): Promise<null> {
    const { ledger, session, clock } = this.#work;
    this.#brakes.unclear.cleared(claim.key);
    await ledger.giveBack(session, claim.key, { now: clock.now(), notBefore, reason });
    return null;
  }

  async #rejected(claim: Claim, answer: Advised): Promise<null> {
    const { why } = answer;
    const { ledger, session, clock } = this.#work;
    if (!this.#definitionAccepted) {
      this.#refused(answer);
      return await this.#giveBack(claim, told('sender_refused', answer), clock.now());
    }
    await ledger.fail(session, claim.key, {
      reason: told('order_rejected', answer),
      now: clock.now(),
    });
    this.#brakes.rejected(why);
    return null;
  }

  async #ambiguous(claim: Claim, answer: { why: string; raw: string | null }): Promise<Placed> {
    const { ledger, clock } = this.#work;
    this.#brakes.unclear.sent(claim, answer.why);
    await ledger.evidence(claim.key, {
      source: 'post',
      providerId: null,
      raw: answer.raw ?? answer.why,
      now: clock.now(),
    });
    this.#brakes.slow(clock.now(), null);
    return await this.reconcile(claim, answer.why);
  }

  /**
   * Evidence first, without a fence, so that a stale session's call id is not lost; then the state. Null: it is an
   * answer about another order, and says nothing of this one (I15).
   */
  async adopt(claim: Claim, view: OrderView, source: EvidenceSource): Promise<Placed> {
    const { ledger, session, clock } = this.#work;
    if (notOf(claim, view) !== null) return null;
    const found = { source, providerId: view.id, now: clock.now() };
    const how = await ledger.accepted(session, claim.key, found);
    if (how === 'recorded') this.#brakes.unclear.cleared(claim.key);
    if (how === 'replaced')
      throw new LostSession(`order ${claim.key} belongs to another session now`);
    return how === 'recorded' ? { providerId: view.id, view } : null;
  }

  /**
   * Finds out whether an order whose send has no answer was placed. What is found is adopted; a proved "not found"
   * means "not placed" only where the provider's profile says how long that takes; else it is uncertain (I6).
   * `sentBy`: when it left at the latest.
   */
  async reconcile(claim: Claim, why: string, sentBy = this.#work.clock.now()): Promise<Placed> {
    const { api, clock, ledger, session } = this.#work;
    const { settleMs } = api.profile;
    let empty = 0;
    let emptyAt = -Infinity;
    let unheard = false;
    let due = sentBy;
    for (const pause of LOOKUP_PAUSES_MS) {
      due += pause;
      // An answer that came this late says what a lookup at that moment would have said.
      if (settleMs === null && due <= emptyAt) continue;
      const left = Math.max(due - clock.now(), 0);
      const wait = settleMs === null && !unheard ? Math.min(pause, left) : pause;
      const settled = empty > 0 && settleMs !== null;
      const until = clock.now() + (settled ? settleMs : wait);
      if (settleMs === null) await this.#patience.sleep(until, `reconcile:${claim.key}`);
      else await clock.sleep(until, { key: `reconcile:${claim.key}` });
      const finding = await findOrder(this.#work, soughtBy(claim));
      if (finding.kind === 'found') {
        const adopted = await this.adopt(claim, finding.view, 'search');
        if (adopted !== null) return adopted;
        break;
      }
      unheard = finding.kind === 'unknown' && finding.cause === 'unreachable';
      if (unheard && !this.#patience.isOver) continue;
      emptyAt = clock.now();
      if (finding.kind === 'unknown' && isLasting(finding.cause)) break;
      if (settleMs === null && this.#patience.isOver) break;
      if (finding.kind === 'unknown') continue;
      empty += 1;
      if (settleMs !== null && empty === EMPTY_LOOKUPS)
        return await this.#giveBack(claim, storeReason({ code: 'not_placed' }), clock.now());
    }
    const confirmed = await confirmByAttempt(this.#work, claim, this.#patience);
    if (confirmed !== null) {
      this.#brakes.unclear.cleared(claim.key);
      return { providerId: confirmed.id, view: confirmed };
    }
    await ledger.uncertain(session, claim.key, {
      reason: storeReason({ code: 'placing_unknown', said: why }),
      now: clock.now(),
    });
    keepLine(this.#work, this.#lines, claim);
    this.#brakes.unclear.doubted(claim.key, clock.now());
    return null;
  }
}
