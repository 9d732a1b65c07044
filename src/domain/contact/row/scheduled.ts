import { parseMoment, type Moment } from '../../time/local.ts';
import { readWrittenDate, type DateOrder } from '../../time/written-date.ts';
import type { ZoneRules } from '../../time/zone-rules.ts';
import type { Finding } from './row-cells.ts';

/** Where a day begins last on earth: what is past there is past everywhere. */
const LAST_ZONE = 'Etc/GMT+12';

/**
 * The instant that a `scheduled_at` without an offset means to a person in one of these zones. With several
 * it is the latest of them, so that the moment has come on the person's clock whichever is right; with none,
 * every zone is a candidate.
 */
export function latestMoment(text: string, rules: ZoneRules, zones: readonly string[]): Moment {
  let latest: Moment | null = null;
  for (const zone of zones.length === 0 ? [rules.canonical(LAST_ZONE)] : zones) {
    const moment = parseMoment(text, rules, zone);
    if (!moment.ok) return moment;
    if (latest === null || (latest.ok && moment.at > latest.at)) latest = moment;
  }
  return latest ?? parseMoment(text, rules, null);
}

const ISO = /^\d{4}-\d{2}-\d{2}/;

/** A cell with a date as ISO 8601, or as it stands where it is none; null: it may be two days, and nobody said which. */
export function readDateCell(text: string, order: DateOrder | null): string | null {
  const written = readWrittenDate(text, order);
  if (written.kind === 'ambiguous') return null;
  return written.kind === 'none' || ISO.test(text) ? text : written.iso;
}

/** What is wrong with a cell whose date may be two days. */
export function ambiguousDate(text: string): Finding {
  const written = readWrittenDate(text, null);
  const which =
    written.kind === 'ambiguous' ? ` ${written.monthFirst} or ${written.dayFirst}` : ' two days';
  return {
    code: 'date_ambiguous',
    message: `"${text}" may mean${which}.`,
    fix: 'Say once in the campaign file which comes first in this file: dates: month-first, or dates: day-first.',
  };
}

const HALF_A_DAY = 12 * 3_600_000;
/** Before it nobody kept such lists: what looks like an older date is a default of some program. */
const OLDEST = Date.UTC(1990, 0);

/**
 * A moment of the past. Before the years whose time-zone rules are known the clock of its place is not needed either:
 * what is over where days begin last on earth is over everywhere. Null: it is no moment that can be told.
 */
export function pastMoment(iso: string, rules: ZoneRules, zones: readonly string[]): number | null {
  const moment = latestMoment(iso, rules, zones);
  if (moment.ok) return moment.at;
  const hasOffset = /T.*(?:Z|[+-]\d{2}:?\d{0,2})$/i.test(iso);
  const wall = Date.parse(
    hasOffset ? iso : `${iso.replace(' ', 'T')}${iso.length > 10 ? 'Z' : ''}`,
  );
  if (!(wall >= OLDEST && wall < rules.covers.start)) return null;
  return hasOffset ? wall : wall + HALF_A_DAY;
}
