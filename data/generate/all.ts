import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { lawFile } from '../../src/adapters/reference/rules.ts';
import {
  namedPlaceFile,
  numberFile,
  rangeFile,
  zipFile,
  zoneNameFile,
} from '../../src/adapters/reference/shapes.ts';
import { zoneFile } from '../../src/adapters/reference/zones.ts';
import { namedPlaces } from './numbers/added-places.ts';
import { referenceFile, type ReferenceFile } from './format.ts';
import { GOOGLE_PUBLISHED, GOOGLE_RELEASE } from './numbers/google.ts';
import { AREA_CODES_AS_OF } from './numbers/nanp.ts';
import { numberData } from './numbers/numbers.ts';
import { rangeData } from './numbers/ranges.ts';
import { rulesFile } from './rules/rules-file.ts';
import { zipData } from './postal/zips.ts';
import { zoneNameData } from './zones/zone-names.ts';
import { zoneData } from './zones/zones.ts';

/** Every generated file of `data/reference`. The same packages give the same bytes. */
export function generateAll(): ReferenceFile[] {
  const zones = zoneData();
  const [numbers, zips, ranges] = [numberData(), zipData(), rangeData()];
  // Part of the release, so that a correction by hand makes the ledger look at every contact again.
  const content = createHash('sha256').update(JSON.stringify([numbers, zips, ranges]));
  const release = `${GOOGLE_RELEASE}/${AREA_CODES_AS_OF}/${content.digest('hex').slice(0, 8)}`;
  const files = [
    referenceFile('zones.json', zones),
    referenceFile('zone-names.json', zoneNameData(zones.names)),
    referenceFile('numbers.json', { ...numbers, release, published: GOOGLE_PUBLISHED }),
    referenceFile('us-zips.json', { ...zips, release }),
    referenceFile('named-places.json', namedPlaces()),
    referenceFile('ranges.json', ranges),
    rulesFile(),
  ];
  for (const { name, text } of files) shapeOf(name).parse(JSON.parse(text));
  return [...files, digestsOf(files)];
}

const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'zones.json': zoneFile,
  'zone-names.json': zoneNameFile,
  'numbers.json': numberFile,
  'us-zips.json': zipFile,
  'named-places.json': namedPlaceFile,
  'ranges.json': rangeFile,
  'rules.json': lawFile,
};

function shapeOf(name: string): z.ZodType {
  const shape = SHAPES[name];
  if (shape === undefined) throw new Error(`there is no shape to check ${name} with`);
  return shape;
}

/** By these the program knows the files that were checked here, and does not check them again at each start. */
function digestsOf(files: readonly ReferenceFile[]): ReferenceFile {
  const digests = files.map(({ name, text }) => {
    return [name, createHash('sha256').update(text).digest('hex')] as const;
  });
  return referenceFile('digests.json', Object.fromEntries(digests));
}
