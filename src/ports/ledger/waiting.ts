import type { Page, SpokenTo } from './admission.ts';

/** People of one calling group and country who wait to be called. */
export interface Waiting {
  readonly group: string;
  readonly region: string | null;
  /** Ordered before, and waiting to be tried again. */
  readonly again: boolean;
  /** Those who can be called: anyone who is on the do-not-call list is not among them. */
  readonly people: number;
  /** Those on the do-not-call list. They wait until their turn comes, and are skipped then. */
  readonly barred: number;
  /** Those of them who wait for nothing but their hours. */
  readonly due: number;
}

/** Somebody who is not to be tried before a moment, and what for. */
export interface Delayed {
  readonly group: string;
  readonly e164: string;
  readonly notBefore: number;
  readonly reason: string | null;
}

/** Who waits to be called. */
export interface WaitingPort {
  /** Their calling groups. */
  groups(runId: string): Promise<readonly string[]>;
  /** Those who wait and are on no list, a page at a time. */
  spokenTo(runId: string, page: Page): Promise<readonly SpokenTo[]>;
  /** Who waits, for the words before a live run. Reads every contact once. */
  waiting(runId: string, now: number): Promise<readonly Waiting[]>;
  /** Of each calling group the few whose delay ends first. Reads every contact once. */
  delayed(runId: string, few: number): Promise<readonly Delayed[]>;
  /** The few whose delay ends first, whatever their group; `newcomers` as in a claim. Off an index. */
  firstDelayed(
    runId: string,
    which: { few: number; newcomers: boolean },
  ): Promise<readonly Delayed[]>;
  /** How many of those who wait were ordered by another run since then. */
  resting(runId: string, since: number): Promise<number>;
  /** How many people of the run have ever been ordered. */
  peopleOrdered(runId: string): Promise<number>;
}
