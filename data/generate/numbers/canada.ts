import { clockOf, oneOfEachClock } from '../zones/clocks.ts';
import { recordedPostal } from '../evidence/postal.ts';
import { CANADIAN_LETTERS, CANADIAN_PROVINCES } from '../postal/states.ts';

const WINNIPEG = 'America/Winnipeg';

/** Country around towns, too wide for its centre to tell, by hand. */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  // Creighton and Denare Beach, beside Flin Flon, keep Manitoba's clock.
  S0P: ['America/Regina', WINNIPEG],
  X0A: ['America/Iqaluit', 'America/Resolute', 'America/Atikokan'],
  X0B: ['America/Cambridge_Bay', 'America/Rankin_Inlet'],
  X0C: ['America/Rankin_Inlet', 'America/Atikokan'],
  X0E: ['America/Inuvik'],
  X0G: ['America/Inuvik'],
  X1A: ['America/Inuvik'],
};

function zonesOfLetter(letter: string): readonly string[] {
  const known = CANADIAN_LETTERS[letter];
  return known?.zones ?? known?.in.flatMap((code) => CANADIAN_PROVINCES[code]?.zones ?? []) ?? [];
}

/**
 * The zones of Canada's forward sortation areas, where these are others than those of the first letter. One of a town
 * (its second sign is no 0) has the clock of its centre; one of the country has that beside those of the letter.
 */
export function sortingAreas(): [code: string, zones: readonly string[]][] {
  const found = new Map<string, readonly string[]>();
  for (const [code, zone] of recordedPostal().sorting) {
    const letter = zonesOfLetter(code.slice(0, 1));
    if (letter.length === 0) continue;
    const same = letter.find((one) => clockOf(one) === clockOf(zone));
    const urban = code.charAt(1) !== '0';
    const zones = urban ? [same ?? zone] : oneOfEachClock([...letter, zone]);
    if (zones.length !== oneOfEachClock(letter).length || same === undefined)
      found.set(code, zones);
  }
  for (const [code, zones] of Object.entries(WIDE)) found.set(code, oneOfEachClock(zones));
  return [...found];
}
