import { formatGroup, parseGroup } from '../run/calling-group.ts';
import type { NeverCause } from '../run/reason-facts.ts';
import { LEAST_OPENING_MS } from './fence.ts';
import type { Schedules } from './schedules.ts';

/**
 * What keeps the people of a group from ever being called: each thing without which they could be. Asked only of
 * groups that never open, of which there are few.
 */
export function causesOf(group: string, schedules: Schedules, now: number): readonly NeverCause[] {
  const opening = schedules.at(group, now);
  if (opening.open || opening.opensAt !== null) {
    return [{ cause: 'too_short', minutes: LEAST_OPENING_MS / 60_000 }];
  }
  const causes = [
    ...ownCauses(group, schedules, now),
    ...lawCauses(group, schedules, now),
    ...zoneCauses(group, schedules, now),
  ];
  return causes.length === 0 ? [{ cause: 'together' }] : causes;
}

function ownCauses(group: string, schedules: Schedules, now: number): NeverCause[] {
  const { zone, blackout = [] } = schedules.calling;
  const timezone = zone !== null && schedules.with({ zone: null }).everOpens(group, now);
  const dates = blackout.length > 0 && schedules.with({ blackout: [] }).everOpens(group, now);
  return [
    ...(timezone ? [{ cause: 'timezone', zone } as const] : []),
    ...(dates ? [{ cause: 'blackout' } as const] : []),
  ];
}

/** The rules without which there would be an hour: each that leaves none by itself, else all of them together. */
function lawCauses(group: string, schedules: Schedules, now: number): NeverCause[] {
  const ids = schedules
    .rulesOf(group)
    .filter(({ record }) => record.hours !== null || record.closures.length > 0)
    .map(({ record }) => record.id);
  const mine = schedules.calling.ownRules ?? [];
  const under = (named: readonly string[]): Schedules => {
    const ownRules = mine.filter(({ id }) => named.includes(id));
    return schedules.with({ rules: { automatic: false, named }, holidays: [], ownRules });
  };
  if (ids.length === 0 || !under([]).everOpens(group, now)) return [];
  const alone = ids.filter((id) => !under([id]).everOpens(group, now));
  const named = (alone.length === 0 ? ids : alone).join(', ');
  return [{ cause: 'rules', rules: named }];
}

function zoneCauses(group: string, schedules: Schedules, now: number): NeverCause[] {
  const parts = parseGroup(group);
  const under = (zone: string): string => formatGroup({ ...parts, zones: [zone] });
  const alone = parts.zones.every((zone) => schedules.everOpens(under(zone), now));
  return parts.zones.length > 1 && alone ? [{ cause: 'clocks' }] : [];
}
