import type { Campaign } from '../../domain/campaign/campaign.ts';
import { hasLimits, limitReasons } from '../../domain/law/limits.ts';
import { storeReason } from '../../domain/run/reason.ts';
import { nextOrderAt } from '../../domain/schedule/next-order.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { Delayed, WaitingPort } from '../../ports/ledger/waiting.ts';
import type { StandingPort } from '../../ports/ledger/standing.ts';
import { against } from '../people/standing.ts';
import type { Session } from '../../ports/session.ts';
import type { Clock } from '../../ports/clock.ts';

/**
 * How many people are asked about, of those whose delay ends first. A cap or a rest is written down only when a
 * person's turn comes; to foresee it for everybody would take a walk over all who wait (I7).
 */
export const FEW = 20;

/** By what it is foreseen when somebody may be tried again. */
export interface Foreseen {
  readonly ledger: StandingPort;
  readonly schedules: Schedules;
  readonly campaign: Pick<Campaign, 'subject' | 'repeatAfterMs' | 'leavesReachedMs'>;
  readonly runId: string;
}

/** The end of somebody's delay. */
export interface DelayEnd {
  /** When the delay, the cap or the rest lets go. */
  readonly notBefore: number;
  /** As it is stored. */
  readonly reason: string | null;
  /** The first moment after it that is within the hours. */
  readonly until: number;
  /** It is a cap or a rest that lets go last. */
  readonly limited: boolean;
}

/** Of people whose delays end one after the other: the end of the wait that is over first; null: of nobody's. */
export async function firstDelayEnd(
  on: Foreseen,
  people: readonly Delayed[],
  now: number,
): Promise<DelayEnd | null> {
  let first: DelayEnd | null = null;
  for (const person of [...people].sort((a, b) => a.notBefore - b.notBefore)) {
    // Anyone who comes after this one is not to be tried before it either.
    if (first !== null && first.until <= person.notBefore) break;
    const { reason, notBefore, limited } = await lastHold(on, person, now);
    const until = nextOrderAt(on.schedules, person.group, Math.max(now, notBefore));
    if (until === null || (first !== null && first.until <= until)) continue;
    first = { reason, notBefore, until, limited };
  }
  return first;
}

/** What a session would find when the person's turn came: the delay, or a cap or rest that ends after it. */
async function lastHold(
  { ledger, schedules, campaign, runId }: Foreseen,
  { e164, group, notBefore, reason }: Delayed,
  now: number,
): Promise<Omit<DelayEnd, 'until'>> {
  const { repeatAfterMs, leavesReachedMs, subject } = campaign;
  const limits = schedules.limitsOf(group, now);
  if (!hasLimits(limits)) return { notBefore, reason, limited: false };
  const { longest } = against(await ledger.standing(e164, { runId, at: now }), {
    at: now,
    run: { id: runId, repeatAfterMs, leavesReachedMs },
    limits,
    subject,
    scheduledAt: null,
    suppressedBy: null,
  });
  const limited = longest !== null && limitReasons(limits).includes(longest.reason);
  return limited
    ? { notBefore: longest.until, reason: longest.reason, limited }
    : { notBefore, reason, limited };
}

export interface DelaysWork {
  readonly ledger: StandingPort & WaitingPort;
  readonly session: Session;
  readonly schedules: Schedules;
  readonly campaign: Campaign;
  readonly clock: Clock;
}

/** What a session waits for whose people are not to be tried yet; where a cap or a rest holds the first, which. */
export async function waitForDelays(
  { ledger, session, schedules, campaign, clock }: DelaysWork,
  of: { notBefore: number; newcomers: boolean; groups: readonly string[] },
): Promise<{ until: number; why: string }> {
  const { notBefore: until, newcomers, groups } = of;
  const delay = { until, why: 'waiting before the next try' };
  if (!groups.some((group) => hasLimits(schedules.limitsOf(group, clock.now())))) return delay;
  const people = await ledger.firstDelayed(session.runId, { few: FEW, newcomers });
  const on = { ledger, schedules, campaign, runId: session.runId };
  const first = await firstDelayEnd(on, people, clock.now());
  if (first?.limited !== true || first.reason === null) return delay;
  return { until: first.until, why: storeReason({ code: 'held_by', because: first.reason }) };
}
