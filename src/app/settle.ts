import { callSuccess, wasRefusal } from '../domain/campaign/success.ts';
import { afterOptOut, decide, type Decision } from '../domain/order/decide.ts';
import { asksForOutput, gapIn } from '../domain/order/gaps.ts';
import {
  dialled,
  orderOutcome,
  outcomeOf,
  tellingAttempt,
  type Outcome,
} from '../domain/order/outcome.ts';
import type { OrderView } from '../domain/order/view.ts';
import type { Claim } from '../ports/ledger.ts';
import type { Brakes } from './brakes.ts';
import { optOutOf } from './opt-out.ts';
import type { Work } from './work.ts';

/** When the first look at what is still empty is made. */
export const FIRST_LOOK_MS = 60_000;
const ACCOUNT_FAULTS = new Set<Outcome>(['no_international_permission', 'precondition_failed']);

/** Records what an order came to, once (I5), and decides what its contact becomes. */
export class Settler {
  readonly #work: Work;
  readonly #brakes: Brakes;

  constructor(work: Work, brakes: Brakes) {
    this.#work = work;
    this.#brakes = brakes;
  }

  async settle(claim: Claim, view: OrderView, cancelledByUs: boolean): Promise<void> {
    const { ledger, session, clock, campaign, report } = this.#work;
    const now = clock.now();
    const outcome = orderOutcome(view);
    const optOut = optOutOf(campaign, view, { key: claim.key, now });
    const decided = await this.#decide(claim, view, { outcome, cancelledByUs });
    const decision = optOut === null ? decided : afterOptOut(decided);
    const output = tellingAttempt(view)?.structuredOutput ?? null;
    await ledger.settle(session, claim.key, {
      now,
      view,
      outcome,
      success: outcome === 'human' ? callSuccess(campaign.success, output) : null,
      refused: outcome === 'human' ? optOut !== null || wasRefusal(campaign, output) : null,
      decision,
      optOut,
      lookAt: gapIn(view, asksForOutput(campaign)) === null ? null : now + FIRST_LOOK_MS,
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
    await this.#brake(claim, outcome);
  }

  async #decide(
    claim: Claim,
    view: OrderView,
    ended: { outcome: Outcome | null; cancelledByUs: boolean },
  ): Promise<Decision> {
    const { ledger, clock, campaign, schedules } = this.#work;
    const now = clock.now();
    const { outcome } = ended;
    if (outcome === null && ended.cancelledByUs && this.#brakes.stopping.aborted) {
      return { to: 'pending', notBefore: now, reason: 'stopped before it rang' };
    }
    const before = await ledger.history(claim.key);
    const attempts = dialled(view);
    const last = attempts.at(-1);
    const window = schedules.windowAt(claim.group, last?.startedAt ?? claim.orderedAt);
    const same = attempts.filter((a) => outcomeOf(a) === outcome).length;
    return decide(
      { ...campaign, ...campaign.calling },
      {
        outcome,
        attempts: before.attempts + attempts.length,
        sameOutcome: same + (outcome === null ? 0 : (before.outcomes[outcome] ?? 0)),
        emptyOrders: outcome === null ? before.emptyOrders + 1 : 0,
        delayMs: campaign.calling.delaysMs[window] ?? 0,
        endedAt: last?.endedAt ?? now,
      },
    );
  }

  /** What one outcome says about the whole run. */
  async #brake(claim: Claim, outcome: Outcome | null): Promise<void> {
    const { ledger, session, clock } = this.#work;
    if (outcome === 'too_many_calls') this.#brakes.slow(clock.now(), null);
    if (outcome === null || !ACCOUNT_FAULTS.has(outcome)) {
      if (outcome !== null) this.#brakes.noStrike();
      return;
    }
    const keys = this.#brakes.strike(claim.key, outcome);
    if (keys.length === 0) return;
    const why = { reason: `${outcome} for ${keys.length} in a row`, now: clock.now() };
    await ledger.putBack(session, keys, why);
  }
}
