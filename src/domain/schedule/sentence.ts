import { localClock } from '../time/local.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import type { Why } from './why.ts';

/** As far as the schedules look ahead. */
const YEAR_MS = 366 * 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Whether a person may be rung at that instant, until when or from when, by each clock that may be theirs, and
 * what stands in the way. One sentence, the same wherever it is said.
 */
export function whySentence(why: Why, asked: { at: number; rules: ZoneRules }): string {
  if (why.zones.length === 0) return 'never: no time zone is known';
  const forbids = why.rules.filter((rule) => !rule.allows);
  const by = forbids.map(({ id, window }) => `${id} ${hoursText(window)}`).join('; ');
  const because = by === '' ? '' : `: ${by}`;
  if (!why.open) {
    const { nextOpenAt } = why;
    if (nextOpenAt === null) return `never within a year${because}`;
    return `not before ${clocks(why, nextOpenAt, asked.rules)}${because}`;
  }
  const { closesAt } = why;
  if (closesAt === null || closesAt - asked.at >= YEAR_MS) return 'at any time';
  return `until ${clocks(why, closesAt, asked.rules)}`;
}

/** The hours of a rule on the day in question, as a person reads them. */
export const hoursText = (window: string): string => window.replace(/^none\b/, 'closed all day');

/** `Tue 09:00 America/New_York = 2026-12-01T14:00Z` */
function clocks({ zones }: Why, at: number, rules: ZoneRules): string {
  const local = zones.map(({ zone }) => `${localClock(rules, zone, at)} ${zone}`);
  const minute = new Date(Math.floor(at / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16);
  return `${local.join(', ')} = ${minute}Z`;
}
