import type { By } from './requests.ts';
import type { BarredTail, ListedTail } from './tails.ts';

/** A number that nobody may call, whatever the campaign. */
export interface BarredNumber extends By {
  readonly e164: string;
  /** Where it came from: a command, or the name of a file. */
  readonly source: string;
}

/** A wish that was heard during a call; its source is the order. */
export type OptOut = By & { readonly source: string };

/** The do-not-call list: whole numbers, and the last digits of what cannot be read as one. */
export interface DoNotCallPort {
  /** Puts numbers on the list; in effect for every run as soon as this has returned (I10). */
  bar(
    numbers: readonly string[],
    by: By & { source: string },
  ): Promise<{ added: number; known: number }>;
  /** Takes a number off. False: it was not on the list. */
  unbar(e164: string, by: By): Promise<boolean>;
  barred(): Promise<readonly BarredNumber[]>;
  /** Puts them on the do-not-call list; in effect as soon as this has returned (I10). */
  barTails(
    tails: readonly ListedTail[],
    by: By & { source: string },
  ): Promise<{ added: number; known: number }>;
  /** False: they were not on the list. */
  unbarTail(tail: string, by: By): Promise<boolean>;
  barredTails(): Promise<readonly BarredTail[]>;
}
