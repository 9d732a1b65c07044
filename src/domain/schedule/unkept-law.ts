import { parseGroup } from '../run/calling-group.ts';
import { AUTO, holdsIn } from '../law/law.ts';
import { bindsCalls } from '../law/rule.ts';
import type { Schedules } from './schedules.ts';

/** A place whose law is not kept, and how many people it concerns. */
export interface Unkept {
  /** A country, or a state where the country's own rule is kept: `US`, `US-FL`. */
  readonly place: string;
  readonly people: number;
}

/**
 * Which law the campaign's own list of rules leaves out where its people are; the most people first. Somebody
 * who may be in two such places counts in both. A campaign without rules has been told so in other words.
 */
export function unkeptLaw(
  schedules: Schedules,
  groups: readonly { readonly group: string; readonly people: number }[],
): readonly Unkept[] {
  const { rules } = schedules.calling;
  if (rules === undefined || rules.automatic || rules.named.length === 0) return [];
  const automatic = schedules.with({ rules: AUTO });
  const counts = new Map<string, number>();
  for (const { group, people } of groups) {
    for (const place of placesLeftOut(group, schedules, automatic)) {
      counts.set(place, (counts.get(place) ?? 0) + people);
    }
  }
  return [...counts]
    .map(([place, people]) => ({ place, people }))
    .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1));
}

function placesLeftOut(group: string, kept: Schedules, automatic: Schedules): ReadonlySet<string> {
  const ids = new Set(kept.rulesOf(group).map(({ record }) => record.id));
  const left = automatic
    .rulesOf(group)
    .filter(({ record }) => !ids.has(record.id) && bindsCalls(record));
  const wheres = left.flatMap(({ record }) => record.in);
  const places = parseGroup(group).jurisdictions;
  return new Set(
    places.flatMap((place) => {
      const here = wheres.filter((where) => holdsIn(where, place));
      const country = place.split('-')[0] ?? place;
      if (here.includes(country)) return [country];
      // Of a person of whom only the country is known, the states count whose law may be theirs.
      return here.map((where) => (where.length > place.length ? where : place));
    }),
  );
}
