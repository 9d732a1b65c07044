import { HUMAN_BEFORE, retryPolicyOf } from '../../domain/order/decide.ts';
import { resolution } from '../../domain/order/resolve.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Ledger, Session } from '../../ports/ledger/ledger.ts';
import type { ResolveKind } from '../../ports/ledger/requests.ts';

/** Carries out what people have decided about uncertain contacts; returns how many contacts it moved. */
export async function carryOut(
  on: {
    ledger: Ledger;
    session: Session;
    campaign: Pick<Campaign, 'calling' | 'outcomes' | 'providerRetries'>;
  },
  now: number,
): Promise<number> {
  const { ledger, session, campaign } = on;
  const { decisions } = await ledger.control(session.runId);
  if (decisions.length === 0) return 0;
  const uncertain = await ledger.uncertainContacts(session.runId);
  const policy = retryPolicyOf(campaign);
  let moved = 0;
  for (const request of decisions) {
    const contact = uncertain.find((one) => one.contactId === request.contactId);
    const before = contact === undefined ? null : await ledger.history(contact.key);
    const word = { ...request, kind: request.kind as ResolveKind };
    const reached = (before?.outcomes.human ?? 0) > 0;
    const decided = resolution(policy, word, {
      now,
      ringsUntil: contact?.ringsUntil ?? now,
      attempts: (before?.attempts ?? 0) + 1,
      sameOutcome: (before?.outcomes.answered_unknown ?? 0) + 1,
      delayMs: campaign.calling.delaysMs[0] ?? 0,
    });
    const decision = reached ? HUMAN_BEFORE : decided;
    if (await ledger.resolve(session, request.id, { decision, now })) moved += 1;
  }
  return moved;
}
