import { createHash } from 'node:crypto';
import { referenceFile, type ReferenceFile } from './format.ts';
import { GOOGLE_PUBLISHED, GOOGLE_RELEASE } from './google.ts';
import { AREA_CODES_AS_OF } from './nanp.ts';
import { numberData } from './numbers.ts';
import { rangeData } from './ranges.ts';
import { rulesFile } from './rules-file.ts';
import { zipData } from './zips.ts';
import { zoneNameData } from './zone-names.ts';
import { zoneData } from './zones.ts';

/** Every generated file of `data/reference`. The same packages give the same bytes. */
export function generateAll(): ReferenceFile[] {
  const zones = zoneData();
  const [numbers, zips, ranges] = [numberData(), zipData(), rangeData()];
  // Part of the release, so that a correction by hand makes the ledger look at every contact again.
  const content = createHash('sha256').update(JSON.stringify([numbers, zips, ranges]));
  const release = `${GOOGLE_RELEASE}/${AREA_CODES_AS_OF}/${content.digest('hex').slice(0, 8)}`;
  return [
    referenceFile('zones.json', zones),
    referenceFile('zone-names.json', zoneNameData(zones.names)),
    referenceFile('numbers.json', { ...numbers, release, published: GOOGLE_PUBLISHED }),
    referenceFile('us-zips.json', { ...zips, release }),
    referenceFile('ranges.json', ranges),
    rulesFile(),
  ];
}
