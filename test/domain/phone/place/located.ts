import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { readNumber } from '../../../../src/domain/phone/number/number.ts';
import {
  locate,
  type Evidence,
  type LocateChoices,
  type Place,
} from '../../../../src/domain/phone/place/place.ts';

export const { numbers: tables, places, rules } = loadReference();
const NOTHING: Evidence = { timezone: null, postalCode: null, state: null, country: null };
export const MOVER = '+12125550123';
export const FREE_PHONE = '+18005550123';

/** Where the person of this number is, by the other cells of the row. */
export function place(
  cell: string,
  evidence: Partial<Evidence>,
  choices: Partial<LocateChoices> = {},
): Place {
  const number = readNumber(cell, { defaultCountry: null, extract: false, tables });
  if (number.kind !== 'ok') throw new Error(`${cell}: ${number.message}`);
  const chosen = { location: 'address_first', nonGeographic: null, ...choices } as const;
  const found = locate(number, { ...NOTHING, ...evidence }, { ...places, rules, choices: chosen });
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

export const doubtsOf = (found: Place): string[] => found.doubts.map(({ text }) => text);
