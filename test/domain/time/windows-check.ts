import { firstEndingAfter } from '../../../src/domain/time/intervals.ts';
import { openIntervals } from '../../../src/domain/time/windows.ts';
import type { ZoneRules } from '../../../src/domain/time/zone-rules.ts';
import { chance, changesOf, someWeekly, wallSays, zoneNames } from './every-clock/oracle.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
export const SPAN = { start: Date.UTC(2026, 9, 1), end: Date.UTC(2027, 11, 1) };

/**
 * Compares the intervals of `cases` random schedules with the wall clock, each at `checks` instants: all
 * over fourteen months, around every change of the clocks, and one millisecond to either side of every edge.
 */
export function disagreements(
  rules: ZoneRules,
  how: { seed: number; cases: number; checks: number },
): string[] {
  const next = chance(how.seed);
  const names = zoneNames();
  const wrong: string[] = [];
  for (let index = 0; index < how.cases; index += 1) {
    const zone = names[Math.floor(next() * names.length)] ?? 'Etc/UTC';
    const weekly = someWeekly(next);
    const open = openIntervals(rules, zone, { weekly, span: SPAN });
    const instants = Array.from(
      { length: how.checks },
      () => SPAN.start + Math.floor(next() * (SPAN.end - SPAN.start)),
    );
    for (const change of changesOf(zone, {
      start: SPAN.start + 2 * DAY,
      end: SPAN.end - 2 * DAY,
    })) {
      for (let minute = -180; minute <= 180; minute += 1) instants.push(change + minute * MINUTE);
    }
    const edges = open.slice(1, -1).flatMap((piece) => [piece.start, piece.end]);
    instants.push(...edges.slice(0, how.checks / 4).flatMap((edge) => [edge - 1, edge]));
    for (const at of instants) {
      const piece = open[firstEndingAfter(open, at)];
      const isOpen = piece !== undefined && piece.start <= at;
      if (isOpen === wallSays(zone, weekly, at)) continue;
      wrong.push(`${zone} ${JSON.stringify(weekly)} at ${new Date(at).toISOString()}`);
    }
  }
  return wrong;
}
