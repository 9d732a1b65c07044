import { createRequire } from 'node:module';
import type * as Rails from 'rails-timezone';
import { sorted } from '../format.ts';
import { canonicalZone } from './zones.ts';

const load = createRequire(import.meta.url);
const cldr = load('cldr-core/supplemental/windowsZones.json') as Cldr;
const rails = load('rails-timezone') as typeof Rails;
const versionOf = (name: string): string =>
  (load(`${name}/package.json`) as { version: string }).version;

interface Cldr {
  readonly supplemental: {
    readonly windowsZones: {
      readonly mapTimezones: readonly {
        readonly mapZone: {
          readonly _other: string;
          readonly _type: string;
          readonly _territory: string;
        };
      }[];
    };
  };
}

/** CLDR's mark of the zone that stands for a name of Windows in the whole world. */
const WORLD = '001';

/** Names of Rails whose zone is another city's, which kept the same time once and no longer does. */
const PARTED: ReadonlySet<string> = new Set(['Astana']);

/** Time zones as Windows and Rails name them, and the programs that are made with these. */
export function zoneNameData(known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Map<string, string>();
  const add = (name: string, zone: string): void => {
    const canonical = canonicalZone(zone);
    if (known[canonical] === undefined) throw new Error(`${name} is ${zone}, which is no zone`);
    names.set(name, canonical);
  };
  for (const { mapZone } of cldr.supplemental.windowsZones.mapTimezones)
    if (mapZone._territory === WORLD) add(mapZone._other, mapZone._type);
  for (const name of rails.list()) if (!PARTED.has(name)) add(name, rails.from(name));
  const [cldrCore, railsTimezone] = [versionOf('cldr-core'), versionOf('rails-timezone')];
  return {
    what: 'Time zones as Windows and Rails name them',
    source: `CLDR's names of Windows, from cldr-core ${cldrCore} (Unicode-3.0); the names of Rails, from rails-timezone ${railsTimezone} (MIT)`,
    release: `${cldrCore}/${railsTimezone}`,
    names: sorted(names),
  };
}
