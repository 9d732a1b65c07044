import { readFileSync } from 'node:fs';

/** What the audit recorded of postal codes. */
export interface PostalEvidence {
  /** The zone of the centre of each ZIP code of the Census. */
  readonly zips: ReadonlyMap<string, string>;
  /** Zones of the counties that a ZIP code touches, where these keep two clocks. */
  readonly counties: Readonly<Record<string, readonly string[]>>;
  /** The zone of the centre of each of Canada's forward sortation areas. */
  readonly sorting: ReadonlyMap<string, string>;
}

type Grouped = Readonly<Record<string, string>>;

/** `postal.json` of a folder; of `data/audit/` without. */
export function recordedPostal(folder = new URL('../../audit/', import.meta.url)): PostalEvidence {
  const file = new URL('postal.json', folder);
  const { zips, counties, sorting } = JSON.parse(readFileSync(file, 'utf8')) as {
    zips: Grouped;
    counties: PostalEvidence['counties'];
    sorting: Grouped;
  };
  return { zips: byCode(zips), counties, sorting: byCode(sorting) };
}

const byCode = (groups: Grouped): Map<string, string> =>
  new Map(
    Object.entries(groups).flatMap(([zone, codes]) =>
      codes.split(' ').map((code) => [code, zone] as const),
    ),
  );
