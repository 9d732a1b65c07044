import { followStep, lookDelay, UNKNOWN_WITHIN_MS, type Followed } from '../domain/order/follow.ts';
import { dialled, hasEnded, hasRung } from '../domain/order/outcome.ts';
import { isTerminal, type OrderView } from '../domain/order/view.ts';
import type { Claim } from '../ports/ledger.ts';
import type { CancelAnswer } from '../ports/voice-api.ts';
import { Alarms } from './alarms.ts';
import type { Brakes } from './brakes.ts';
import { optOutOf } from './opt-out.ts';
import type { Settler } from './settle.ts';
import type { Work } from './work.ts';

const NOTHING_SEEN = (id: string): OrderView => ({ id, status: '', attempts: [], metadata: {} });

interface Trail {
  view: OrderView;
  /** By this session. What an earlier one asked for may never have left, so it is asked again. */
  cancelAskedAt: number | null;
  /** The provider has answered the cancel, whatever it said. */
  cancelHeard: boolean;
  /** Cancelled although it may be live: the run was cancelled, and its talks are to be ended. */
  hungUp: boolean;
  looks: number;
  /** The last look brought no order: a hint for the next change would not tell what was missed. */
  blind: boolean;
  /** Since when the provider says that it does not know the order. */
  missingSince: number | null;
  /** Since when it refuses us: the key, not the order, is what is wrong. */
  refusedSince: number | null;
  /** Aborted by a hint. Made anew just before each look, so that no hint is lost while a look is out. */
  hint: AbortController;
  /** Those who wait for the next look, or the end. */
  readonly waiting: (() => void)[];
}

/** What is kept of the answer to a cancel: the order itself is fetched right after it. */
const cancelText = (answer: CancelAnswer): string =>
  answer.kind === 'answered'
    ? `answered: ${answer.view?.status ?? 'no order in it'}`
    : 'why' in answer
      ? `${answer.kind}: ${answer.why}`
      : answer.kind;

function looked(trail: Trail): void {
  for (const resolve of trail.waiting.splice(0)) resolve();
}

type Next = ReturnType<typeof followStep> | { readonly kind: 'leave' };

/** Follows one order at the provider to its end. A hint wakes it; only a fetched order changes anything. */
export class Follower {
  readonly #work: Work;
  readonly #brakes: Brakes;
  readonly #settler: Settler;
  readonly #alarms: Alarms;
  readonly #live = new Set<Trail>();

  constructor(work: Work, brakes: Brakes, settler: Settler) {
    this.#work = work;
    this.#brakes = brakes;
    this.#settler = settler;
    this.#alarms = new Alarms(work, brakes);
  }

  async follow(
    claim: Claim,
    placed: { providerId: string; view: OrderView | null },
  ): Promise<void> {
    const trail: Trail = {
      view: placed.view ?? NOTHING_SEEN(placed.providerId),
      cancelAskedAt: null,
      cancelHeard: false,
      hungUp: false,
      looks: 0,
      blind: false,
      missingSince: null,
      refusedSince: null,
      hint: new AbortController(),
      waiting: [],
    };
    this.#live.add(trail);
    const deaf = this.#work.hints.listen(placed.providerId, () => {
      trail.hint.abort('heard');
    });
    try {
      if (placed.view === null) await this.#look(claim, trail);
      while (await this.#goOn(claim, trail));
    } finally {
      deaf();
      this.#live.delete(trail);
      looked(trail);
    }
  }

  /** Looks at every live order now, as after a sleep; returns when each was looked at or has ended. */
  async refresh(): Promise<void> {
    const looks = [...this.#live].map(
      (trail) =>
        new Promise<void>((resolve) => {
          trail.waiting.push(resolve);
          trail.hint.abort('the clock has jumped');
        }),
    );
    await Promise.all(looks);
  }

  /** Does the next step; false when there is nothing left to do. */
  async #goOn(claim: Claim, trail: Trail): Promise<boolean> {
    const step = this.#step(claim, trail);
    switch (step.kind) {
      case 'settle': {
        const byUs = trail.cancelAskedAt !== null || claim.cancelAskedAt !== null;
        await this.#settler.settle(claim, trail.view, byUs);
        return false;
      }
      case 'give_up':
        await this.#giveUp(claim, trail.view, step.why);
        return false;
      case 'leave':
        return false;
      case 'cancel':
        await this.#cancel(claim, trail);
        return true;
      case 'wait':
        await this.#wait(claim, trail, step.until);
        if (trail.cancelAskedAt !== null && !trail.cancelHeard)
          await this.#sendCancel(claim, trail);
        await this.#look(claim, trail);
        return true;
    }
  }

  #step(claim: Claim, trail: Trail): Next {
    const { clock, campaign } = this.#work;
    const now = clock.now();
    // The order stays as it is in the ledger: the next session, with a better key, follows it on.
    if (trail.refusedSince !== null && now >= trail.refusedSince + UNKNOWN_WITHIN_MS)
      return { kind: 'leave' };
    if (this.#brakes.hangingUp.aborted && !trail.hungUp && !isTerminal(trail.view)) {
      return { kind: 'cancel', why: 'the run is cancelled, live talks too' };
    }
    const idle = !isTerminal(trail.view) && !trail.view.attempts.some(hasRung);
    const unasked = idle && trail.cancelAskedAt === null;
    if (trail.missingSince !== null && now >= trail.missingSince + UNKNOWN_WITHIN_MS) {
      const why = 'the provider does not know the order';
      return { kind: unasked ? 'cancel' : 'give_up', why };
    }
    // Between two of the provider's own attempts there is nothing to wait for: the next session follows it on.
    const between = !idle && trail.view.attempts.every((one) => !hasRung(one) || hasEnded(one));
    if (this.#brakes.stopping.aborted && between && campaign.providerRetries === 'accept')
      return { kind: 'leave' };
    if (this.#brakes.stopping.aborted && unasked) {
      return { kind: 'cancel', why: 'the run is stopping' };
    }
    const followed: Followed = {
      placedAt: claim.orderedAt,
      ringsUntil: claim.ringsUntil,
      maxCallMs: campaign.maxCallSeconds * 1000,
      cancelAskedAt: trail.cancelAskedAt,
      retries: campaign.providerRetries,
    };
    return followStep(trail.view, followed, now);
  }

  /** Until something may have changed: a hint, the next look, the moment of the next decision, or a stop. */
  async #wait(claim: Claim, trail: Trail, until: number): Promise<void> {
    const { clock, hints } = this.#work;
    const signals = [this.#brakes.stopping, this.#brakes.hangingUp];
    const { hint } = trail;
    const stopped = (): void => {
      hint.abort('stopped');
    };
    for (const signal of signals) {
      if (!signal.aborted) signal.addEventListener('abort', stopped, { once: true });
    }
    const known = trail.looks === 0 && trail.view.status === '' ? null : trail.view;
    const hinted = hints.complete && !trail.blind;
    const ends = [until, clock.now() + lookDelay(known, trail.looks, hinted)];
    for (const since of [trail.missingSince, trail.refusedSince]) {
      if (since !== null) ends.push(since + UNKNOWN_WITHIN_MS);
    }
    await clock.sleep(Math.min(...ends), { key: `follow:${claim.key}`, signal: hint.signal });
    for (const signal of signals) signal.removeEventListener('abort', stopped);
  }

  async #look(claim: Claim, trail: Trail): Promise<void> {
    const { api, clock } = this.#work;
    trail.hint = new AbortController();
    const answer = await api.get(trail.view.id);
    trail.looks += 1;
    trail.blind = answer.kind !== 'found';
    if (answer.kind === 'unreachable') return looked(trail);
    trail.missingSince = answer.kind === 'missing' ? (trail.missingSince ?? clock.now()) : null;
    trail.refusedSince = answer.kind === 'refused' ? (trail.refusedSince ?? clock.now()) : null;
    if (answer.kind === 'refused') this.#brakes.stop({ how: 'refused', exit: 4, why: answer.why });
    if (answer.kind === 'found') await this.#see(claim, trail, answer.view);
    looked(trail);
  }

  async #see(claim: Claim, trail: Trail, view: OrderView): Promise<void> {
    const { clock, ledger, session } = this.#work;
    const rangBefore = trail.view.attempts.some(hasRung);
    trail.view = view;
    const now = clock.now();
    this.#alarms.outside(claim, view);
    if (isTerminal(view) || rangBefore || !view.attempts.some(hasRung)) return;
    await ledger.observe(session, claim.key, { view, now });
    this.#work.report.tell({
      event: 'order_ringing',
      contact: claim.contactId,
      order: claim.key,
      at: new Date(now).toISOString(),
    });
  }

  async #cancel(claim: Claim, trail: Trail): Promise<void> {
    const { clock, ledger, session } = this.#work;
    trail.cancelAskedAt = clock.now();
    trail.hungUp = this.#brakes.hangingUp.aborted;
    await ledger.cancelAsked(session, claim.key, trail.cancelAskedAt);
    await this.#sendCancel(claim, trail);
    // Whatever the cancel answered, the order itself is asked: an answer may be late, lost or race the ring.
    await this.#look(claim, trail);
  }

  /** A cancel may be repeated freely: until it was answered, each look sends it again. */
  async #sendCancel(claim: Claim, trail: Trail): Promise<void> {
    const { api, clock, ledger } = this.#work;
    const { id } = trail.view;
    const answer = await api.cancel(id);
    await ledger.evidence(claim.key, {
      source: 'cancel',
      providerId: id,
      raw: cancelText(answer),
      now: clock.now(),
    });
    trail.cancelHeard = answer.kind !== 'unreachable';
    trail.looks = 0;
  }

  /** I6, I11: what was seen of it counts, although its end is not known. */
  async #giveUp(claim: Claim, view: OrderView, why: string): Promise<void> {
    const { clock, ledger, session, campaign } = this.#work;
    const now = clock.now();
    const optOut = optOutOf(campaign, view, { key: claim.key, now });
    const late = this.#alarms.unexpected(view);
    if (dialled(view).length === 0) this.#brakes.neverRang();
    else await ledger.observe(session, claim.key, { view, now, optOut, late });
    await this.#alarms.late(claim, late);
    const until = new Date(claim.ringsUntil).toISOString();
    const reason = now < claim.ringsUntil ? `${why}; it may still ring until ${until}` : why;
    await ledger.uncertain(session, claim.key, { reason, now });
  }
}
