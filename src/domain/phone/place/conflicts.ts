import type { ZoneRules } from '../../time/zone-rules.ts';
import type { Doubt } from './doubts.ts';
import { overlap, shareClock, type Found, type Source, type Word } from './word.ts';

const NAMES: Readonly<Record<Source, string>> = {
  timezone: 'the time zone',
  postal_code: 'the postal code',
  state: 'the state',
  number: 'the number',
  non_geographic: 'the campaign, for a number of no place,',
  none: 'the number',
};

interface Weighed {
  readonly rules: ZoneRules;
  /** Every piece of evidence counts, not the strongest alone. */
  readonly all: boolean;
  /** The places of the row's time zone count beside those of its other evidence. */
  readonly widened: boolean;
}

/**
 * Evidence that contradicts the stronger. The row's time zone is held against every other clock. The strongest word
 * that names places is held against the weaker by clock and by law: two states may share a clock and not a law.
 */
export function conflicts(words: readonly Word[], weighed: Weighed): Doubt[] {
  const [first] = words;
  if (first === undefined) return [];
  const clock = first.source === 'timezone' ? first : null;
  const [legal, ...others] = clock === null ? words : words.slice(1);
  if (legal === undefined) return [];
  if (clock === null && legal.parts === undefined && others.length === 0) return [];
  const ofClock = clock === null ? [] : againstClock(clock, [legal, ...others], weighed);
  const counts = weighed.all ? 'both apply' : `${NAMES[legal.source]} counts`;
  const ofPlaces = others
    // Who has moved has a number of another place: one note on it is enough.
    .filter((word) => !(isNumber(word) && ofClock.some((one) => one.word === word)))
    .flatMap((word) => {
      const own = word.parts?.[0] ?? word;
      const same = clock !== null || !apart(own, legal, weighed.rules);
      if (same && !elsewhere(own, legal)) return [];
      const said = `${says(word.source, own, same)}, ${says(legal.source, legal, same)}`;
      return { kind: 'conflict' as const, column: columnOf(legal), text: sentence(said, counts) };
    });
  const both = clock === null ? 'both apply' : 'the rules of both apply';
  return [...ofClock.map(({ doubt }) => doubt), ...ofPlaces, ...ofCountry(legal, both)];
}

function againstClock(
  clock: Word,
  others: readonly Word[],
  { rules, all, widened }: Weighed,
): { word: Word; doubt: Doubt }[] {
  return others.flatMap((word, nth) => {
    const added = widened && nth === 0;
    if (!apart(word, clock, rules) && !(added && word.in.length > 0)) return [];
    const said = `${says(word.source, word, false)}, ${says(clock.source, clock, false)}`;
    const alone = `${NAMES.timezone} counts${added ? ' for the hours, and the rules of both apply' : ''}`;
    const text = sentence(said, all ? 'both apply' : alone);
    return { word, doubt: { kind: 'conflict', column: 'timezone', text } };
  });
}

/** The number of one country, the row of another: nobody can say which of the two it is. */
function ofCountry({ parts }: Word, counts: string): Doubt[] {
  const [number, country] = parts ?? [];
  if (number?.source !== 'number' || country === undefined || !elsewhere(number, country))
    return [];
  const said = `The number says ${number.in.join(' or ')}, the country says ${country.in.join(' or ')}`;
  return [{ kind: 'conflict', column: 'country', text: sentence(said, counts) }];
}

const isNumber = ({ source }: Word): boolean => source === 'number' || source === 'non_geographic';

const columnOf = ({ source }: Word): Doubt['column'] =>
  source === 'postal_code' || source === 'state' ? source : 'phone';

const apart = (a: Found, b: Found, rules: ZoneRules): boolean =>
  a.zones.length > 0 && b.zones.length > 0 && !shareClock(a.zones, b.zones, rules);

/** A number of no place says nothing of where its owner is, though a country gave it out. */
const elsewhere = (a: Found & { readonly source: Word['source'] | 'country' }, b: Found): boolean =>
  a.source !== 'none' &&
  a.source !== 'non_geographic' &&
  a.in.length > 0 &&
  b.in.length > 0 &&
  !overlap(a.in, b.in);

/** By its places where the clocks are no news, or there are none. */
function says(source: Source, { zones, in: places }: Found, byPlace: boolean): string {
  const named = byPlace || zones.length === 0 ? places : zones;
  const what = byPlace || zones.length === 0 ? 'places' : 'zones';
  return `${NAMES[source]} says ${named.length > 3 ? `${named.length} other ${what}` : named.join(' or ')}`;
}

const sentence = (said: string, counts: string): string =>
  `${said.charAt(0).toUpperCase()}${said.slice(1)}: ${counts}.`;
