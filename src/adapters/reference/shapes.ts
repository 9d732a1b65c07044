import * as z from 'zod';

/** What the files of `data/reference` look like, but for time zones and rules. */

const texts = z.array(z.string());
const release = z.string().min(1);
const record = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
const range = z.tuple([z.string(), z.string(), z.int().nonnegative()]);
const area = z.object({ in: texts, zones: texts, from: z.string().optional() });
const lineType = z.enum(['fixed', 'mobile', 'fixed_or_mobile', 'non_geographic', 'unknown']);

/** `numbers.json` */
export const numberFile = z.object({
  release,
  published: z.iso.date(),
  mobilesWithArea: texts,
  /** Prefixes by calling code and zones. */
  prefixes: record(z.string()),
  areaCodes: record(area),
  regions: record(texts),
  states: record(z.object({ name: z.string(), zones: texts })),
  stateNames: record(z.string()),
  letters: record(z.object({ in: texts, zones: texts.optional() })),
  /** States and postal codes by zones, of other countries with several clocks. */
  abroad: record(
    z.object({ digits: z.int(), states: record(z.string()), postal: record(z.string()) }),
  ),
  /** Canada's forward sortation areas by zones. */
  sorting: record(texts),
  /** Exchanges of North America under a clock that their area code does not have. */
  exchanges: record(texts),
  zipStates: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

/** `us-zips.json` */
export const zipFile = z.object({ release, zones: z.array(texts), ranges: z.array(range) });

/** `zone-names.json` */
export const zoneNameFile = z.object({ names: record(z.string()) });

/** `named-places.json` */
export const namedPlaceFile = z.object({ places: record(record(z.string())) });

/** `ranges.json` */
export const rangeFile = z.object({
  release,
  fictional: z.array(
    z.object({ region: z.string().nullable(), type: lineType, from: z.string(), to: z.string() }),
  ),
  special: record(z.string()),
  emergency: texts,
});
