import { readFileSync } from 'node:fs';
import { areaOf, type Plan } from '../numbers/plans.ts';

/** What the audit found of one name of the geocoder. */
export interface PlaceEvidence {
  /** How it was found: see `audit/name-clocks.ts`. */
  readonly by: string;
  /** One zone for each clock that may be meant. */
  readonly zones: readonly string[];
  /** Zones of Google's map beside these that are kept near enough for the map to be believed. */
  readonly believed: readonly string[];
}

/** A name means another place in another area code of Australia or Indonesia. */
export const placeKey = (name: string, prefix: string, { within }: Plan): string =>
  within === undefined ? name : `${areaOf(prefix, within) ?? ''} ${name}`;

/** The entry of the longest beginning of a number that a table has; nothing of a whole country counts. */
export function byPrefix<T>(digits: string, table: ReadonlyMap<string, T>): T | undefined {
  for (let length = digits.length; length > 0; length -= 1) {
    const found = table.get(digits.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `town America/Chihuahua | America/Mazatlan`: how it was found, its zones, those of Google's map that are believed. */
export const evidenceLabel = ({ by, zones, believed }: PlaceEvidence): string =>
  [`${by} ${zones.join('+')}`, ...(believed.length === 0 ? [] : [believed.join('+')])].join(' | ');

function evidenceOf(label: string): PlaceEvidence {
  const [first = '', believed] = label.split(' | ');
  const [by = '', zones = ''] = first.split(' ');
  return { by, zones: zones.split('+'), believed: believed?.split('+') ?? [] };
}

/** Names by label, by calling code: `data/audit/places.json`. */
type Places = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What the audit recorded of the names of a calling code. */
export function recordedPlaces(
  folder = new URL('../../audit/', import.meta.url),
): ReadonlyMap<string, ReadonlyMap<string, PlaceEvidence>> {
  const file = new URL('places.json', folder);
  const { places } = JSON.parse(readFileSync(file, 'utf8')) as { places: Places };
  return new Map(
    Object.entries(places).map(([code, labels]) => [
      code,
      new Map(
        Object.entries(labels).flatMap(([label, names]) => {
          const evidence = evidenceOf(label);
          return names.map((name) => [name, evidence] as const);
        }),
      ),
    ]),
  );
}
