import { callSuccess, wasRefusal } from '../../domain/campaign/success.ts';
import { afterOptOut, type Decision } from '../../domain/order/decide.ts';
import { asksForOutput, gapIn } from '../../domain/order/gaps.ts';
import {
  mayHaveRung,
  orderOutcome,
  tellingAttempt,
  withSeen,
  type Outcome,
} from '../../domain/order/outcome.ts';
import type { OrderView } from '../../domain/order/view.ts';
import { storeReason } from '../../domain/run/reason.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import { type DecidingWork, decideAfter } from './after-order.ts';
import { Alarms, type AlarmsWork } from './alarms.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import type { DisclosureWatch } from '../disclosure/disclosure-watch.ts';
import { optOutOf } from './opt-out.ts';

/** When the first look at what is still empty is made. */
export const FIRST_LOOK_MS = 60_000;
const stoppedBefore = (now: number): Decision => ({
  to: 'pending',
  notBefore: now,
  reason: storeReason({ code: 'stopped_before_ring' }),
});
const ACCOUNT_FAULTS = new Set<Outcome>(['no_international_permission', 'precondition_failed']);

export type SettlerWork = DecidingWork & AlarmsWork;

interface SettlerParts {
  readonly brakes: Brakes;
  readonly disclosure: DisclosureWatch;
}

/** Records what an order came to, once (I5), and decides what its contact becomes. */
export class Settler {
  readonly #work: SettlerWork;
  readonly #brakes: Brakes;
  readonly #alarms: Alarms;
  readonly #disclosure: DisclosureWatch;

  constructor(work: SettlerWork, { brakes, disclosure }: SettlerParts) {
    this.#work = work;
    this.#brakes = brakes;
    this.#disclosure = disclosure;
    this.#alarms = new Alarms(work, brakes);
  }

  async settle(claim: Claim, told: OrderView, cancelledByUs: boolean): Promise<void> {
    const { ledger, session, clock, campaign, report } = this.#work;
    const view = withSeen(told, await ledger.seen(claim.key));
    const now = clock.now();
    const outcome = orderOutcome(view);
    const optOut = optOutOf(campaign, view, { key: claim.key, now });
    const drained = cancelledByUs && !mayHaveRung(view) && this.#isDrained(outcome);
    const decided = drained ? stoppedBefore(now) : await decideAfter(this.#work, claim, view);
    const decision = optOut === null ? decided : afterOptOut(decided);
    const output = tellingAttempt(view)?.structuredOutput ?? null;
    const late = this.#alarms.unexpected(view);
    await ledger.settle(session, claim.key, {
      now,
      view,
      outcome,
      success: outcome === 'human' ? callSuccess(campaign.success, output) : null,
      refused: outcome === 'human' ? optOut !== null || wasRefusal(campaign, output) : null,
      decision,
      optOut,
      late,
      drained,
      // What was confirmed by an attempt alone has no id to be asked for again.
      lookAt:
        view.id === '' || gapIn(view, asksForOutput(campaign)) === null
          ? null
          : now + FIRST_LOOK_MS,
    });
    report.tell({
      event: 'order_settled',
      contact: claim.contactId,
      order: claim.key,
      at: new Date(now).toISOString(),
      outcome: outcome ?? 'never_rang',
      next: decision.to,
      reason: decision.reason,
    });
    this.#alarms.outside(claim, view);
    await this.#alarms.late(claim, late);
    await this.#disclosure.heard(view);
    await this.#brake(claim, { outcome, drained });
  }

  /** It never rang because the run is stopping: that says nothing about the number, nor about the provider. */
  #isDrained(outcome: Outcome | null): boolean {
    return outcome === null && this.#brakes.stopping.aborted;
  }

  /** What one outcome says about the whole run. */
  async #brake(
    claim: Claim,
    { outcome, drained }: { outcome: Outcome | null; drained: boolean },
  ): Promise<void> {
    const { ledger, session, clock } = this.#work;
    if (outcome !== null) this.#brakes.rang();
    else if (!drained) this.#brakes.neverRang();
    if (outcome === 'too_many_calls') this.#brakes.slow(clock.now(), null);
    if (outcome === null || !ACCOUNT_FAULTS.has(outcome)) {
      if (outcome !== null) this.#brakes.noStrike();
      return;
    }
    const keys = this.#brakes.strike(claim.key, outcome);
    if (keys.length === 0) return;
    const reason = storeReason({ code: 'outcome_in_a_row', outcome, orders: keys.length });
    await ledger.putBack(session, keys, { reason, now: clock.now() });
  }
}
