import moment from 'moment-timezone';
import { describe, expect, test } from 'vitest';
import { place } from '../domain/phone/place/located.ts';
import { ABROAD } from './place-abroad.ts';
import { CANADA, UNITED_STATES } from './place-america.ts';
import type { PlaceFact } from './place-fact.ts';

/** Every third day until the middle of 2028, by moment-timezone: no clock is changed for fewer days. */
const MOMENTS = Array.from({ length: 200 }, (_, nth) => Date.UTC(2026, 11, 1 + 3 * nth, 12));

function offsetOf(name: string, at: number): number {
  const zone = moment.tz.zone(name);
  if (zone === null) throw new Error(`moment-timezone has no ${name}`);
  return zone.utcOffset(at);
}

/** The zones among some whose time of the day is, at some moment, that of none of all. */
const beside = (some: readonly string[], all: readonly string[]): string[] =>
  some.filter((zone) =>
    MOMENTS.some((at) => !all.some((other) => offsetOf(other, at) === offsetOf(zone, at))),
  );

/** What the product gets wrong of a fact; empty: nothing. */
function wrongOf({ number, cells = {}, is, has, hasNot, law }: PlaceFact): string[] {
  const { zones, jurisdictions } = place(number, cells);
  const all = is?.split('+');
  return [
    ...(all === undefined ? [] : beside(all, zones).map((zone) => `lacks ${zone}`)),
    ...(all === undefined ? [] : beside(zones, all).map((zone) => `has ${zone}`)),
    ...(has === undefined ? [] : beside([has], zones).map((zone) => `lacks ${zone}`)),
    ...(hasNot === undefined || beside([hasNot], zones).length > 0 ? [] : [`has ${hasNot}`]),
    ...(law === undefined || jurisdictions.includes(law) ? [] : [`not of ${law}`]),
  ];
}

describe.each([
  ['the United States', UNITED_STATES],
  ['Canada', CANADA],
  ['other countries', ABROAD],
])('places in %s', (_, facts) => {
  test.each(facts.map((fact) => [fact.what, fact.number, fact] as const))(
    '%s: %s',
    (...[, , fact]) => {
      expect(wrongOf(fact)).toEqual([]);
    },
  );
});
