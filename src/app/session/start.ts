import type { Report } from '../../ports/report.ts';
import type { Claim } from '../../ports/ledger/queue.ts';
import type { Openness } from '../dispatch/groups.ts';

/** Why no order leaves, and until when; for the honest idle line. */
export interface Idle {
  readonly why: string;
  readonly until: number | null;
}

/** What is done with a free line. `wake`: when something may have changed; null: when a call ends. */
export type Start =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly openness: Openness }
  /** The last order of somebody was looked at: now they may be claimed. */
  | { readonly kind: 'looked' }
  | Wait
  | { readonly kind: 'done' };

export interface Wait extends Idle {
  readonly kind: 'wait';
  readonly wake: number | null;
}

export const waitUntil = (until: number, why: string): Wait => ({
  kind: 'wait',
  until,
  wake: until,
  why,
});

/** Shorter waits are not worth a line. */
const WORTH_SAYING_MS = 60_000;

/** What is said of the waits of a session. */
export class ToldWaits {
  readonly #report: Report;
  /** The wait that was told last, since somebody was ordered. */
  #said = '';

  constructor(report: Report) {
    this.#report = report;
  }

  /** Tells a wait once: the end of each delay wakes the dispatcher, often to find the same limit still in force. */
  tell({ until, why }: Wait, now: number): void {
    const said = until === null ? null : new Date(until).toISOString();
    if (said !== null && this.#said === `${said} ${why}`) return;
    if (until !== null && until - now < WORTH_SAYING_MS) return;
    this.#said = `${said ?? ''} ${why}`;
    this.#report.tell({ event: 'waiting', at: new Date(now).toISOString(), until: said, why });
  }

  forget(): void {
    this.#said = '';
  }
}
