import type { ZoneRules } from '../../time/zone-rules.ts';
import type { DigitZones } from './word.ts';

/** `named-places.json`: by first digits, the places that keep the clocks which the audit of the map added there. */
export type NamedPlaces = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** `exchange 807-597, of Atikokan, ON`, or `first digits +618514, of Roebuck and others`. */
export function digitsText(
  { kind, digits }: DigitZones,
  zone: string,
  { named, rules }: { named: NamedPlaces; rules: ZoneRules },
): string {
  const places = Object.entries(named[digits] ?? {});
  const place = places.find(([other]) => other === zone || rules.sameRules(other, zone))?.[1];
  if (kind === 'exchange') {
    const exchange = `exchange ${digits.slice(1, 4)}-${digits.slice(4)}`;
    return `${exchange}, of ${place ?? 'a town'}, where another time is kept than in the rest`;
  }
  return `first digits +${digits}, ${place === undefined ? 'by the places that are named for them' : `of ${place}`}`;
}
