import { evidenceLabel } from '../evidence/places.ts';
import { sorted, type ReferenceFile } from '../format.ts';
import { GAZETTEER } from './map/gazetteer.ts';
import { placeNames } from './map/place-names.ts';
import { POLYGONS } from './map/polygons.ts';

/** `places.json`: where each name of the geocoder is, one line for each way in which that was found. */
export function placesFile(): ReferenceFile {
  const places: Record<string, Record<string, string[]>> = {};
  for (const [code, names] of placeNames()) {
    const labels = new Map<string, string[]>();
    for (const [name, evidence] of names) {
      const label = evidenceLabel(evidence);
      labels.set(label, [...(labels.get(label) ?? []), name]);
    }
    places[code] = sorted([...labels].map(([label, list]) => [label, list.sort()] as const));
  }
  const head = {
    what: 'Clocks of the places that Google’s geocoder names beside number prefixes',
    source: `${GAZETTEER}; ${POLYGONS}`,
  };
  return { name: 'places.json', text: `${JSON.stringify({ ...head, places }, null, 1)}\n` };
}
