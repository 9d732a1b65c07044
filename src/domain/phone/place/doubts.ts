import type { ZoneRules } from '../../time/zone-rules.ts';
import type { AddressesAbroad } from '../number/abroad.ts';
import { countryAbroad, readsAddress, type Evidence, type LocatedNumber } from './address.ts';
import { areaOf, type Area } from './tables.ts';
import { distinct } from './word.ts';

/** What of a person's number and address is odd, and keeps nobody from calling them. */
export interface Doubt {
  readonly kind: 'conflict' | 'unknown' | 'unused' | 'new_area';
  readonly column: 'timezone' | 'postal_code' | 'state' | 'country' | 'phone';
  readonly text: string;
  /** How to fix the cell, where the doubt itself knows it. */
  readonly fix?: string | undefined;
}

/** Russia has a dozen. */
const ZONES_SHOWN = 3;

interface Where {
  readonly rules: ZoneRules;
  /** Zones of each country. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  readonly abroad: AddressesAbroad;
}

/** An area code in service that the number data does not know yet: such a number is called, and reported. */
export function newArea(
  { e164, validity }: LocatedNumber,
  areas: Readonly<Record<string, Area>>,
): Doubt[] {
  const area = validity === 'possible' ? areaOf(e164, areas) : undefined;
  if (area === undefined) return [];
  const where = `${area.in.join(' or ')}, ${area.zones.join(' or ')}`;
  const since =
    area.from === undefined ? '' : area.from === 'planned' ? ', planned' : `, from ${area.from}`;
  return [
    {
      kind: 'new_area',
      column: 'phone',
      text: `Area code ${e164.slice(2, 5)} is newer than the number data, which knows no such number; by the list of area codes it is of ${where}${since}.`,
      fix: 'Compare the number with the original. If it is right, nothing is to be done.',
    },
  ];
}

/**
 * A state of a country whose states are not known. It is said where it could have told one clock of
 * the country from another, though a number may leave one: its owner may have moved to the state that is written.
 */
export function unusedState(
  on: {
    readonly number: LocatedNumber;
    readonly evidence: Evidence;
    /** The clock that the row itself names. */
    readonly zone: string | null;
  },
  { rules, regions, abroad }: Where,
): Doubt[] {
  const { number, evidence, zone } = on;
  const state = evidence.state?.trim() ?? '';
  if (zone !== null || state === '' || readsAddress(number, evidence)) return [];
  if (countryAbroad(number, evidence, { abroad }) !== null) return [];
  const written = evidence.country?.trim().toUpperCase() ?? '';
  const country = written === '' ? (number.region ?? '') : written;
  const clocks = distinct(regions[country] ?? [], rules);
  if (clocks.length < 2) return [];
  return [
    {
      kind: 'unused',
      column: 'state',
      text: `"${state}" was not used: states of ${country} are not known, and it has several clocks.`,
      fix: `Name the person’s time zone in a column timezone, such as ${clocks.slice(0, ZONES_SHOWN).join(' or ')}.`,
    },
  ];
}
