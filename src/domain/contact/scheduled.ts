import { parseMoment, type Moment } from '../time/local.ts';
import type { ZoneRules } from '../time/zone-rules.ts';

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
