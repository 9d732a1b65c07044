import { followStep, lookDelay, UNKNOWN_WITHIN_MS, type Followed } from '../domain/order/follow.ts';
import { hasRung } from '../domain/order/outcome.ts';
import { isTerminal, type OrderView } from '../domain/order/view.ts';
import type { Claim } from '../ports/ledger.ts';
import type { Brakes } from './brakes.ts';
import type { Settler } from './settle.ts';
import type { Work } from './work.ts';

const NOTHING_SEEN = (id: string): OrderView => ({ id, status: '', attempts: [], metadata: {} });

interface Trail {
  view: OrderView;
  cancelAskedAt: number | null;
  looks: number;
  /** Since when the provider says that it does not know the order. */
  missingSince: number | null;
}

/** Follows one order at the provider to its end. A hint wakes it; only a fetched order changes anything. */
export class Follower {
  readonly #work: Work;
  readonly #brakes: Brakes;
  readonly #settler: Settler;

  constructor(work: Work, brakes: Brakes, settler: Settler) {
    this.#work = work;
    this.#brakes = brakes;
    this.#settler = settler;
  }

  async follow(
    claim: Claim,
    placed: { providerId: string; view: OrderView | null },
  ): Promise<void> {
    const { clock, ledger, session } = this.#work;
    const trail: Trail = {
      view: placed.view ?? NOTHING_SEEN(placed.providerId),
      cancelAskedAt: claim.cancelAskedAt,
      looks: 0,
      missingSince: null,
    };
    if (placed.view === null) await this.#look(claim, trail);
    for (;;) {
      const step = this.#step(claim, trail);
      switch (step.kind) {
        case 'settle':
          await this.#settler.settle(claim, trail.view, trail.cancelAskedAt !== null);
          return;
        case 'give_up': {
          const now = clock.now();
          const until = new Date(claim.ringsUntil).toISOString();
          const reason =
            now < claim.ringsUntil ? `${step.why}; it may still ring until ${until}` : step.why;
          await ledger.uncertain(session, claim.key, { reason, now });
          return;
        }
        case 'cancel':
          await this.#cancel(claim, trail);
          break;
        case 'wait':
          await this.#wait(claim, trail, step.until);
          await this.#look(claim, trail);
          break;
      }
    }
  }

  #step(claim: Claim, trail: Trail): ReturnType<typeof followStep> {
    const { clock, campaign } = this.#work;
    const now = clock.now();
    if (trail.missingSince !== null && now >= trail.missingSince + UNKNOWN_WITHIN_MS) {
      return { kind: 'give_up', why: 'the provider does not know the order' };
    }
    const followed: Followed = {
      placedAt: claim.orderedAt,
      ringsUntil: claim.ringsUntil,
      maxCallMs: campaign.maxCallSeconds * 1000,
      cancelAskedAt: trail.cancelAskedAt,
    };
    const idle = !isTerminal(trail.view) && !trail.view.attempts.some(hasRung);
    if (this.#brakes.stopping.aborted && idle && trail.cancelAskedAt === null) {
      return { kind: 'cancel', why: 'the run is stopping' };
    }
    return followStep(trail.view, followed, now);
  }

  /** Until something may have changed: a hint, the next look, the moment of the next decision, or a stop. */
  async #wait(claim: Claim, trail: Trail, until: number): Promise<void> {
    const { clock, hints } = this.#work;
    const wake = new AbortController();
    const heard = (): void => {
      wake.abort('heard');
    };
    const { stopping } = this.#brakes;
    const deaf = hints.listen(trail.view.id, heard);
    if (!stopping.aborted) stopping.addEventListener('abort', heard, { once: true });
    const known = trail.looks === 0 && trail.view.status === '' ? null : trail.view;
    const next = clock.now() + lookDelay(known, trail.looks, hints.complete);
    const at =
      trail.missingSince === null ? until : Math.min(until, trail.missingSince + UNKNOWN_WITHIN_MS);
    await clock.sleep(Math.min(at, next), { key: `follow:${claim.key}`, signal: wake.signal });
    stopping.removeEventListener('abort', heard);
    deaf();
  }

  async #look(claim: Claim, trail: Trail): Promise<void> {
    const { api, clock, ledger, session } = this.#work;
    const answer = await api.get(trail.view.id);
    trail.looks += 1;
    if (answer.kind === 'missing') {
      trail.missingSince ??= clock.now();
      return;
    }
    if (answer.kind !== 'found') return;
    trail.missingSince = null;
    const rangBefore = trail.view.attempts.some(hasRung);
    trail.view = answer.view;
    const now = clock.now();
    if (isTerminal(answer.view) || rangBefore || !answer.view.attempts.some(hasRung)) return;
    await ledger.observe(session, claim.key, { view: answer.view, now });
    this.#work.report.tell({
      event: 'order_ringing',
      contact: claim.contactId,
      order: claim.key,
      at: new Date(now).toISOString(),
    });
  }

  async #cancel(claim: Claim, trail: Trail): Promise<void> {
    const { api, clock, ledger, session } = this.#work;
    trail.cancelAskedAt = clock.now();
    await ledger.cancelAsked(session, claim.key, trail.cancelAskedAt);
    await api.cancel(trail.view.id);
    // Whatever the cancel answered, the order itself is asked: an answer may be late, lost or race the ring.
    await this.#look(claim, trail);
  }
}
