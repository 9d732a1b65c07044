import { readFileSync, writeFileSync } from 'node:fs';

export interface ZonesFile {
  release: string;
  published?: string;
  from: string;
  until: string;
  rules: { offsets: number[]; changes: number[] }[];
  names: Record<string, number>;
  links: Record<string, string>;
}

/** The rules that ship, changed, as a file of their own. */
export function otherZones(path: string, change: (zones: ZonesFile) => void): string {
  const shipped = new URL('../../../../data/reference/zones.json', import.meta.url);
  const zones = JSON.parse(readFileSync(shipped, 'utf8')) as ZonesFile;
  change(zones);
  writeFileSync(path, JSON.stringify(zones));
  return path;
}

/** New York is at UTC-2 all year: three hours before its winter time of today. */
export function newYorkMoved(zones: ZonesFile): void {
  zones.release = '2027a';
  zones.names['America/New_York'] = zones.rules.push({ offsets: [-120], changes: [] }) - 1;
}
