import type { Rule } from '../law/rule.ts';

/** The answer to "may I ring now" for one calling group. */
export interface Opening {
  readonly open: boolean;
  /** The end of the opening, when open. */
  readonly closesAt: number | null;
  /** The next start, when closed; null when there is none within 366 days. */
  readonly opensAt: number | null;
  /** Index of the campaign window whose retry delay counts; while closed, the window last left, or 0. */
  readonly window: number;
  /** Nothing of this answer changes before then. */
  readonly validUntil: number;
  /** The rules that this answer keeps to. */
  readonly rules: readonly Rule[];
}
