import { decide, type RetryPolicy } from './decide.ts';
import type { Outcome } from './outcome.ts';

/** Which of a person's answering machines hear the message: nobody wants the same one three times. */
export const VOICEMAIL_RULES = ['first', 'last', 'every', 'never'] as const;
export type VoicemailRule = (typeof VOICEMAIL_RULES)[number];

/** What is known of a person's earlier orders. */
export interface Earlier {
  readonly attempts: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Orders of which nobody knows what became of them (I6). */
  readonly uncertainOrders: number;
  /** Orders that are over and show no attempt: each may have been one. */
  readonly silentOrders: number;
}

/** What answered and said nothing of itself may have been an answering machine too. */
const mayHaveLeftOne = ({ outcomes, uncertainOrders, silentOrders }: Earlier): boolean =>
  (outcomes.voicemail ?? 0) + (outcomes.answered_unknown ?? 0) + uncertainOrders + silentOrders > 0;

/** Whether a voicemail now would be the end of it. */
function isLast(policy: RetryPolicy, earlier: Earlier): boolean {
  const after = decide(policy, {
    outcome: 'voicemail',
    attempts: earlier.attempts + 1,
    sameOutcome: (earlier.outcomes.voicemail ?? 0) + 1,
    emptyOrders: 0,
    mayHaveRung: false,
    delayMs: 0,
    endedAt: 0,
  });
  return after.to !== 'pending';
}

/** Whether the order that is about to leave may speak its message to an answering machine. */
export function speaksToVoicemail(
  rule: VoicemailRule,
  policy: RetryPolicy,
  earlier: Earlier,
): boolean {
  switch (rule) {
    case 'every':
      return true;
    case 'never':
      return false;
    case 'first':
      return !mayHaveLeftOne(earlier);
    case 'last':
      return isLast(policy, earlier);
  }
}
