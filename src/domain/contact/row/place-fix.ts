import { nearest } from '../../campaign/problems/nearest.ts';
import type { LocateProblem } from '../../phone/place/place.ts';
import type { ZoneRules } from '../../time/zone-rules.ts';

/** How to fix a cell from which no place can be made. */
export function placeFix(column: LocateProblem['column'], cell: string, rules: ZoneRules): string {
  switch (column) {
    case 'timezone':
      return zoneFix(cell.trim(), rules);
    case 'postal_code':
      return 'Correct the postal code, or leave the cell blank.';
    case 'state':
      return 'Write the state by its usual two letters or its full name, or leave the cell blank.';
  }
}

/** Looks only among the zones of the same continent: the whole list takes 0.3 ms, and every row may be wrong. */
function zoneFix(zone: string, rules: ZoneRules): string {
  const continent = /^[^/]+\//.exec(zone)?.[0].toLowerCase() ?? null;
  const near =
    continent === null
      ? null
      : nearest(
          zone,
          rules.names().filter((name) => name.toLowerCase().startsWith(continent)),
        );
  return near === null
    ? 'Write a zone name such as America/New_York or Europe/Paris, or leave the cell blank.'
    : `Did you mean ${near}? Otherwise leave the cell blank.`;
}
