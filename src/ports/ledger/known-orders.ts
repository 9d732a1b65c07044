import type { KnownOrder } from '../order-search.ts';

export interface KnownOrders {
  /** The newest orders that the run's provider has taken and named, of this run or of any; newest first. */
  newestKnown(
    runId: string,
    which: { readonly limit: number; readonly ofRun: boolean },
  ): Promise<readonly KnownOrder[]>;
}
