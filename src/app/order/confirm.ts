import { hasEnded } from '../../domain/order/outcome.ts';
import { NO_END_SLACK_MS } from '../../domain/order/follow.ts';
import type { AttemptView, OrderView } from '../../domain/order/view.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import type { EvidencePort } from '../../ports/ledger/evidence.ts';
import type { Patience } from '../search/patience.ts';
import type { VoiceApi } from '../../ports/voice-api.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';

/**
 * Before each look at the list: a phone rings some seconds after its order. They count from the order, so that a
 * session that is killed again and again does not begin them anew and hold its lines.
 */
const PAUSES_MS = [0, 5_000, 30_000, 120_000] as const;
/** While the one that fits goes on. */
const LIVE_PAUSE_MS = 15_000;
/** The provider's clock and ours may differ by so much. */
const SLACK_MS = 30_000;

export interface ConfirmWork {
  readonly ledger: EvidencePort;
  readonly api: VoiceApi;
  readonly clock: Clock;
  readonly campaign: Campaign;
}

/**
 * An order that no search finds may show in the provider's list of attempts, which names no orders. Exactly one
 * attempt at this number, in this order's time, that belongs to none of the number's other orders, confirms that
 * it was placed. None, or several, say nothing: the list may confirm, never deny (I6).
 *
 * Returns the order as far as the list tells it, once its attempt is over; null when nothing is confirmed. Without
 * patience, or once it is over, one look is made, so that a session that begins does not wait for a call to end.
 */
export async function confirmByAttempt(
  work: ConfirmWork,
  claim: Claim,
  patience: Patience | null,
): Promise<OrderView | null> {
  const { clock, campaign } = work;
  let due = claim.orderedAt;
  let lookedAt = -Infinity;
  for (const pause of patience === null ? [0] : PAUSES_MS) {
    due += pause;
    // A look that was made this late saw what a look at that moment would have seen.
    if (due <= lookedAt) continue;
    await patience?.sleep(Math.max(due, clock.now()), `confirm:${claim.key}`);
    lookedAt = clock.now();
    let attempt = await theOneThatFits(work, claim);
    if (attempt === 'no list') return null;
    const latest = claim.ringsUntil + campaign.maxCallSeconds * 1000 + NO_END_SLACK_MS;
    while (patience !== null && isLive(attempt) && clock.now() < latest) {
      await clock.sleep(clock.now() + LIVE_PAUSE_MS, { key: `confirm:${claim.key}` });
      attempt = await theOneThatFits(work, claim);
    }
    if (attempt !== null && attempt !== 'no list' && hasEnded(attempt))
      return await asOrder(work, claim, attempt);
    if (patience?.isOver === true) return null;
  }
  return null;
}

type Fitting = AttemptView | 'no list' | null;

const isLive = (fitting: Fitting): boolean =>
  fitting !== null && fitting !== 'no list' && !hasEnded(fitting);

async function theOneThatFits(work: ConfirmWork, claim: Claim): Promise<Fitting> {
  const { from, until } = { from: claim.orderedAt - SLACK_MS, until: claim.ringsUntil + SLACK_MS };
  const answer = await work.api.attempts?.(claim.e164, from);
  if (answer === undefined || answer.kind === 'unsupported') return 'no list';
  if (answer.kind === 'unreachable') return null;
  const fitting: AttemptView[] = [];
  for (const attempt of answer.attempts) {
    const at = attempt.startedAt;
    if (at === null || at < from || at > until) continue;
    if (!(await work.ledger.knowsAttempt(claim.e164, attempt.id))) fitting.push(attempt);
  }
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** It has no id, so that it cannot be fetched: what is known of it is this attempt. */
async function asOrder(work: ConfirmWork, claim: Claim, attempt: AttemptView): Promise<OrderView> {
  const raw = `the provider's list of attempts has ${attempt.id} at this number in this order's time`;
  const found = { source: 'search' as const, providerId: null, raw, now: work.clock.now() };
  await work.ledger.evidence(claim.key, found);
  return { id: '', stage: 'over', status: 'over', attempts: [attempt], metadata: {} };
}
