import type { ZoneNames } from '../../time/zone-names.ts';
import type { ZoneRules } from '../../time/zone-rules.ts';
import type { Doubt } from './doubts.ts';
import type { Word } from './word.ts';

export interface LocateProblem {
  readonly problem: string;
  readonly column: 'timezone' | 'postal_code' | 'state';
}

/**
 * In the time-zone rules EST is Panama, MST Phoenix and HST Honolulu, whose clocks never change. Anyone who writes
 * EST into a list means New York, where it is an hour later all summer.
 */
const ABBREVIATION = /^(EST|MST|HST)$/i;

/** The zone that a cell names; null: none, or one that nobody understands. */
export function zoneOf(named: string, inNorthAmerica: boolean, names: ZoneNames): string | null {
  if (named === '' || ABBREVIATION.test(named)) return null;
  return names.zoneOf(named, inNorthAmerica);
}

export const unreadZone = (named: string, rules: ZoneRules): LocateProblem =>
  ABBREVIATION.test(named) ? ambiguousZone(named) : unknownZone(named, rules);

/** What counts in place of a time zone that nobody understands. */
export function insteadOfZone({ problem }: LocateProblem, address: readonly Word[]): Doubt {
  const what =
    address.find(({ zones }) => zones.length > 0)?.source === 'state' ? 'state' : 'postal code';
  const text = `${problem.replace(/\.$/, '')}: the ${what} counts.`;
  return { kind: 'unknown', column: 'timezone', text };
}

const ambiguousZone = (name: string): LocateProblem => ({
  problem: `"${name}" does not say whose clock is meant: in the time-zone rules it never changes, in life it does`,
  column: 'timezone',
});

function unknownZone(name: string, rules: ZoneRules): LocateProblem {
  const city = name.toLowerCase().replace(/\s+/g, '_');
  const near = rules
    .names()
    // Etc/GMT+5 is five hours west of Greenwich: the opposite of what GMT+5 means to a person who wrote it.
    .filter((zone) => !zone.startsWith('Etc/') && zone.toLowerCase().endsWith(`/${city}`));
  const hint = near.length === 1 ? `; did you mean ${String(near[0])}?` : '';
  return {
    problem: `"${name}" is not a time zone that is known${hint === '' ? '.' : hint}`,
    column: 'timezone',
  };
}
