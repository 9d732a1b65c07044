import { holdsIn } from '../../law/law.ts';
import type { ZoneRules } from '../../time/zone-rules.ts';

export type Source = 'timezone' | 'postal_code' | 'state' | 'number' | 'non_geographic' | 'none';

/** One piece of evidence, and the clocks that it names. */
export interface Witness {
  readonly source: Source | 'country';
  readonly zones: readonly string[];
  /** What its zones were put together from, where that is more than its source. */
  readonly parts?: readonly Witness[];
  /** Which digits of a number name which of its zones, where these are fewer than its country's. */
  readonly digits?: readonly DigitZones[] | undefined;
}

/** The first digits of a number that name some of its zones. */
export interface DigitZones {
  /** `exchange`: of North America, whose town keeps another time than the rest of its area code. */
  readonly kind: 'exchange' | 'prefix';
  /** From the calling code on: `618514`, `1807597`. */
  readonly digits: string;
  readonly zones: readonly string[];
}

/** Where something says that a person is: clocks, and jurisdictions. */
export interface Found {
  readonly zones: readonly string[];
  readonly in: readonly string[];
}

/** One piece of evidence, and where it says the person is. */
export interface Word extends Found {
  readonly source: Source;
  /** Number and country, where they name two. */
  readonly parts?: readonly (Witness & Found)[];
  readonly digits?: readonly DigitZones[] | undefined;
}

/** Whether the same person may be in both: GB and GB, US and US-ID. */
export const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((a) => others.some((b) => holdsIn(a, b)));

/** Whether a clock of the one may be a clock of the other. */
export const shareClock = (
  some: readonly string[],
  others: readonly string[],
  rules: ZoneRules,
): boolean => some.some((a) => others.some((b) => a === b || rules.sameRules(a, b)));

/** One name for each way in which clocks behave: the first, since the tables name the largest zone first. */
export function distinct(zones: readonly string[], rules: ZoneRules): string[] {
  const kept: string[] = [];
  for (const name of zones) {
    const zone = rules.canonical(name) ?? name;
    if (!kept.some((known) => known === zone || rules.sameRules(known, zone))) kept.push(zone);
  }
  return kept.sort();
}
