import { storeReason } from '../../../domain/run/reason.ts';
import type { Claim, LookFirst, QueuePort } from '../../../ports/ledger/queue.ts';
import type { Session } from '../../../ports/session.ts';
import type { RunMemoryKeeper } from '../../../ports/ledger/restored.ts';
import type { SessionsPort } from '../../../ports/ledger/runs.ts';
import type { PlacingPort } from '../../../ports/ledger/following.ts';

/**
 * The ledger of a session whose lock knows the newest order, and has it on the disk before the request leaves. When
 * the file is put back as it was, or its log is lost, the next session finds that the lock knows more.
 */
export function remembering<L extends SessionsPort & QueuePort & PlacingPort>(
  ledger: L,
  keeper: RunMemoryKeeper,
): L {
  const remembered = async (session: Session, claim: Claim, now: number): Promise<Claim> => {
    try {
      keeper.rememberOrder(claim.key);
      return claim;
    } catch (cause) {
      // Nothing has left: the person waits as before.
      const reason = storeReason({ code: 'lock_not_written' });
      await ledger
        .giveBack(session, claim.key, { now, notBefore: now, reason })
        .catch(() => undefined);
      throw cause;
    }
  };
  const isClaim = (found: Claim | LookFirst | null): found is Claim =>
    found !== null && 'key' in found;
  return {
    ...ledger,
    beginSession: async (runId, now) => {
      const session = await ledger.beginSession(runId, now, keeper.memory);
      keeper.rememberSession(session.epoch);
      return session;
    },
    claim: async (session, request) => {
      const claim = await ledger.claim(session, request);
      return claim === null ? null : await remembered(session, claim, request.now);
    },
    claimOrLook: async (session, request) => {
      const found = await ledger.claimOrLook(session, request);
      return isClaim(found) ? await remembered(session, found, request.now) : found;
    },
  };
}
