import {
  followStep,
  lookDelay,
  RING_WITHIN_MS,
  UNKNOWN_WITHIN_MS,
  type Followed,
  type GaveUp,
} from '../../domain/order/follow.ts';
import { notOf } from '../../domain/order/foreign.ts';
import { dialled, hasEnded, hasRung, orderOutcome } from '../../domain/order/outcome.ts';
import { isTerminal, type OrderView } from '../../domain/order/view.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import type { FollowingPort } from '../../ports/ledger/following.ts';
import type { EvidencePort } from '../../ports/ledger/evidence.ts';
import type { CancelAnswer, VoiceApi } from '../../ports/voice-api.ts';
import type { Hints } from '../../ports/hints.ts';
import { Alarms, type AlarmsWork } from './alarms.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import { type KeepLineWork, keepLine } from '../unclear/doubts.ts';
import type { Lines } from '../dispatch/lines.ts';
import { optOutOf } from './opt-out.ts';
import type { Settler } from './settle.ts';
import { giveUpReason, looked, newTrail, nowSeen, type Trail } from './trail.ts';
import type { Witness } from './witness.ts';

/** What is kept of the answer to a cancel: the order itself is fetched right after it. */
const cancelText = (answer: CancelAnswer): string =>
  answer.kind === 'answered'
    ? `answered: ${answer.view?.status ?? 'no order in it'}`
    : 'why' in answer
      ? `${answer.kind}: ${answer.why}`
      : answer.kind;

type Next = ReturnType<typeof followStep> | { readonly kind: 'leave' };

export type FollowerWork = AlarmsWork &
  KeepLineWork & {
    readonly ledger: FollowingPort & EvidencePort;
    readonly api: VoiceApi;
    readonly hints: Hints;
  };

/** Follows one order at the provider to its end. A hint wakes it; only a fetched order changes anything. */
export class Follower {
  readonly #work: FollowerWork;
  readonly #brakes: Brakes;
  readonly #lines: Lines;
  readonly #settler: Settler;
  readonly #witness: Witness;
  readonly #alarms: Alarms;
  readonly #live = new Set<Trail>();

  constructor(
    work: FollowerWork,
    parts: { brakes: Brakes; lines: Lines; settler: Settler; witness: Witness },
  ) {
    const { brakes, lines, settler, witness } = parts;
    this.#work = work;
    this.#lines = lines;
    this.#brakes = brakes;
    this.#settler = settler;
    this.#witness = witness;
    this.#alarms = new Alarms(work, brakes);
  }

  async follow(
    claim: Claim,
    placed: { providerId: string; view: OrderView | null },
  ): Promise<void> {
    const trail = newTrail(placed.providerId);
    this.#live.add(trail);
    const deaf = this.#work.hints.listen(placed.providerId, () => {
      trail.hint.abort('heard');
    });
    try {
      if (placed.view === null) await this.#look(claim, trail);
      else nowSeen(trail, await this.#hear(claim, trail, placed.view), this.#work.clock.now());
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
        await this.#giveUp(claim, trail, step.why);
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
      return { kind: unasked ? 'cancel' : 'give_up', why: 'order_unknown_there' };
    }
    const { unreadable } = trail;
    const latest = claim.orderedAt + RING_WITHIN_MS + campaign.maxCallSeconds * 1000;
    if (unreadable !== null && now >= Math.max(latest, unreadable.since + UNKNOWN_WITHIN_MS))
      return { kind: unasked ? 'cancel' : 'give_up', why: 'answers_unreadable' };
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
      over: trail.over,
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
    const now = clock.now();
    const ends = [now + lookDelay(known, trail.looks, hinted)];
    // I7: what is past already wakes nobody, or a look that fails would be repeated without a pause.
    if (until > now) ends.push(until);
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
    if (answer.kind === 'found') await this.#see(claim, trail, answer);
    if (answer.kind === 'unreadable') await this.#misread(claim, trail, answer);
    looked(trail);
  }

  #hear(claim: Claim, trail: Trail, view: OrderView): Promise<OrderView> {
    return this.#witness.hear(claim, view, trail.seenAt);
  }

  async #misread(claim: Claim, trail: Trail, said: { why: string; raw: string }): Promise<void> {
    trail.blind = true;
    const { since } = trail.unreadable ?? { since: this.#work.clock.now() };
    trail.unreadable = { since, why: said.why };
    await this.#witness.unreadable(claim, said);
  }

  async #see(
    claim: Claim,
    trail: Trail,
    answer: { readonly view: OrderView; readonly raw: string },
  ): Promise<void> {
    const { clock, ledger, session } = this.#work;
    const foreign = notOf(claim, answer.view);
    if (foreign !== null) return await this.#misread(claim, trail, { ...answer, why: foreign });
    const before = trail.view;
    const view = await this.#hear(claim, trail, answer.view);
    const now = clock.now();
    nowSeen(trail, view, now);
    this.#alarms.outside(claim, view);
    if (isTerminal(view)) return;
    const rings = !before.attempts.some(hasRung) && view.attempts.some(hasRung);
    // I5: what is kept now counts, whatever the order shows of it when it is over.
    const human = orderOutcome(before) !== 'human' && orderOutcome(view) === 'human';
    if (rings || human) await ledger.observe(session, claim.key, { view, now });
    if (!rings) return;
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
  async #giveUp(claim: Claim, trail: Trail, why: GaveUp): Promise<void> {
    const { clock, ledger, session, campaign } = this.#work;
    const { view } = trail;
    const now = clock.now();
    const optOut = optOutOf(campaign, view, { key: claim.key, now });
    const late = this.#alarms.unexpected(view);
    const seen = dialled(view).length > 0;
    if (!seen && (view.unseen ?? 0) === 0) this.#brakes.neverRang();
    if (seen) await ledger.observe(session, claim.key, { view, now, optOut, late });
    await this.#alarms.late(claim, late);
    const reason = giveUpReason(trail, why, { now, ringsUntil: claim.ringsUntil });
    await ledger.uncertain(session, claim.key, { reason, now });
    keepLine(this.#work, this.#lines, claim);
  }
}
