/** As `releases` of a run begins, written by `releasesOf`. */
const ZONES = /^time zones (?<year>\d{4})(?<letters>[a-z]+)/;

interface Release {
  readonly name: string;
  readonly rank: readonly [number, number, string];
}

/** `2026g` comes after `2026f`, and `2026za` after `2026z`. */
function orderOf(releases: string): Release | null {
  const { year, letters } = ZONES.exec(releases)?.groups ?? {};
  if (year === undefined || letters === undefined) return null;
  return { name: year + letters, rank: [Number(year), letters.length, letters] };
}

function isBefore(a: readonly [number, number, string], b: typeof a): boolean {
  if (a[0] !== b[0]) return a[0] < b[0];
  return a[1] === b[1] ? a[2] < b[2] : a[1] < b[1];
}

/** The rules that ship, where they are as new as those that are missed, are had by naming no file. */
function fixFor(missed: Release, shipped: string | undefined): string | null {
  const ours = shipped === undefined ? null : orderOf(zonesText(shipped));
  return ours === null || isBefore(ours.rank, missed.rank) ? null : 'leave out --tzdata';
}

/** How a release of zones begins the text that a ledger keeps. */
const zonesText = (release: string): string => `time zones ${release}`;

/**
 * That the time-zone rules which people were located with last are newer than those of this session; null when
 * they are not. Going on without the file that was named before would take a step back without a word.
 */
export function stepBack(last: string, now: string, shipped?: string): string | null {
  const was = orderOf(last);
  const is = orderOf(now);
  if (was === null || is === null || !isBefore(is.rank, was.rank)) return null;
  const fix = fixFor(was, shipped) ?? 'name the newer file with --tzdata';
  return `this run was last located by time zones ${was.name}; this session uses ${is.name}, which is older: ${fix}`;
}

/**
 * That the hours which are shown are by other time-zone rules than those of the run's last session: it waits
 * for other moments than these. Null when the two are the same, or do not say what they are.
 */
export function otherRules(
  run: { readonly releases: string; readonly finishedAt: number | null },
  hours: { readonly by: string; readonly shipped: string },
): string | null {
  const was = orderOf(run.releases);
  const is = orderOf(zonesText(hours.by));
  const last = run.releases.split(',')[0];
  if (was === null || is === null || last === zonesText(hours.by)) return null;
  const older = isBefore(was.rank, is.rank);
  // Nothing is to come of a run that is over, so that newer rules than it had are no trouble.
  if (older && run.finishedAt !== null) return null;
  const twice = was.name === is.name;
  const names = twice ? [last?.slice(zonesText('').length), hours.by] : [was.name, is.name];
  const said = `this run was last worked on by time zones ${names[0]}; these hours are by ${names[1]}`;
  const named = hours.by !== hours.shipped;
  if (older)
    return `${said}${named ? ': a session needs the same --tzdata' : ', as those of its next session will be'}`;
  const leave = named ? fixFor(was, hours.shipped) : null;
  return `${said}: ${leave ?? 'add --tzdata <its file>'}`;
}
