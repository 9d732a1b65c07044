import type { KnownOrder } from '../order-search.ts';
import type { EvidenceSource } from './following.ts';

/** What is known of orders from the provider. It is kept no matter who brings it. */
export interface EvidencePort {
  evidence(
    key: string,
    found: {
      source: EvidenceSource;
      providerId: string | null;
      raw: string | null;
      now: number;
      /** Not when the order has the same already. */
      once?: boolean;
    },
  ): Promise<void>;
  /** Whether an order to this number has this attempt. */
  knowsAttempt(e164: string, attemptId: string): Promise<boolean>;
  /** The newest orders that the run's provider has taken and named, of this run or of any; newest first. */
  newestKnown(
    runId: string,
    which: { readonly limit: number; readonly ofRun: boolean },
  ): Promise<readonly KnownOrder[]>;
}
