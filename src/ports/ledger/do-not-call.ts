import type { By } from './requests.ts';

/** A number that nobody may call, whatever the campaign. */
export interface BarredNumber extends By {
  readonly e164: string;
  /** Where it came from: a command, or the name of a file. */
  readonly source: string;
}

/** A wish that was heard during a call; its source is the order. */
export type OptOut = By & { readonly source: string };

export interface DoNotCallLedger {
  /** Puts numbers on the list; in effect for every run as soon as this has returned (I10). */
  bar(
    numbers: readonly string[],
    by: By & { source: string },
  ): Promise<{ added: number; known: number }>;
  /** Takes a number off. False: it was not on the list. */
  unbar(e164: string, by: By): Promise<boolean>;
  barred(): Promise<readonly BarredNumber[]>;
  /**
   * Brings what was written into the ledger's own file, so that nothing of it is lost with the log. False: some of it
   * is still in the log alone, because another command reads an older state.
   */
  intoOwnFile(): boolean;
}
