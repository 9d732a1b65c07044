import type { Page } from './admission.ts';
import type { By } from './requests.ts';
import type { Session } from '../session.ts';

/** The last digits of a number that stands in a list and cannot be read as one. */
export interface ListedTail {
  readonly tail: string;
  /** The row of the list. */
  readonly row: number;
  /** The cell as it stands there. */
  readonly value: string;
}

/** Last digits on the do-not-call list. */
export interface BarredTail extends ListedTail, By {
  /** The name of the list. */
  readonly source: string;
}

/** The last digits of unreadable numbers: anyone whose number ends so is not called. */
export interface TailsPort {
  /** Of the people who wait, those whom a list may mean, with the reason to be stored; a page at a time. */
  tailBarred(
    runId: string,
    page: Page,
  ): Promise<readonly { readonly seq: number; readonly reason: string }[]>;
  /** Lets those wait again whom no list means any more; returns how many. */
  freeTails(session: Session, now: number): Promise<number>;
  /** How many last digits bar people of the run, by the list that they are in. */
  tailCounts(runId: string): Promise<readonly { readonly file: string; readonly tails: number }[]>;
}
