import { HUMAN_BEFORE, retryPolicyOf } from '../../domain/order/decide.ts';
import { resolution } from '../../domain/order/resolve.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Session } from '../../ports/session.ts';
import type { ControlsPort, ResolveKind } from '../../ports/ledger/requests.ts';
import type { SettlingPort } from '../../ports/ledger/following.ts';

export interface CarryOutWork {
  readonly ledger: ControlsPort & SettlingPort;
  readonly session: Session;
  readonly campaign: Pick<Campaign, 'calling' | 'outcomes' | 'providerRetries'>;
}

/** Carries out what people have decided about uncertain contacts; returns how many contacts it moved. */
export async function carryOut(
  { ledger, session, campaign }: CarryOutWork,
  now: number,
): Promise<number> {
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
