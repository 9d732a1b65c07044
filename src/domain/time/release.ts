/** As `releases` of a run begins, written by `releasesOf`. */
const ZONES = /^time zones (?<year>\d{4})(?<letters>[a-z]+)/;

/** `2026g` comes after `2026f`, and `2026za` after `2026z`. */
function orderOf(
  releases: string,
): { name: string; rank: readonly [number, number, string] } | null {
  const { year, letters } = ZONES.exec(releases)?.groups ?? {};
  if (year === undefined || letters === undefined) return null;
  return { name: year + letters, rank: [Number(year), letters.length, letters] };
}

function isBefore(a: readonly [number, number, string], b: typeof a): boolean {
  if (a[0] !== b[0]) return a[0] < b[0];
  return a[1] === b[1] ? a[2] < b[2] : a[1] < b[1];
}

/**
 * That the time-zone rules which people were located with last are newer than those of this session; null when
 * they are not. Going on without the file that was named before would take a step back without a word.
 */
export function stepBack(last: string, now: string): string | null {
  const was = orderOf(last);
  const is = orderOf(now);
  if (was === null || is === null || !isBefore(is.rank, was.rank)) return null;
  return `this run was last located by time zones ${was.name}; this session uses ${is.name}, which is older: name the newer file with --tzdata`;
}
