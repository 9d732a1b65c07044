import type { KnownOrder } from './order-search.ts';

export interface KnownOrders {
  /** The newest orders that the run's provider has taken and named, whatever run they are of; newest first. */
  newestKnown(runId: string, limit: number): Promise<readonly KnownOrder[]>;
}
