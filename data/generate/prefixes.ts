import { googleMap } from './google.ts';

/**
 * Calling codes of countries that keep several times. Everywhere else the country gives the zone, and
 * better than Google's map, which goes through CLDR's metazones and so puts Algiers into Paris, Rabat into
 * the Canaries, Tripoli and Gaza into Bucharest, Juba into Nairobi and Managua into Chicago.
 */
export const SEVERAL_TIMES = [
  ...['243', '299', '34', '351', '52', '55', '56', '593', '61', '62', '64', '675', '686'],
  ...['689', '691', '7', '86', '976'],
] as const;

/** Calling codes whose mobile numbers have area codes of their own: there the digits tell the place. */
export const MOBILES_WITH_AREA = ['52', '54', '55', '86'] as const;

const SYDNEY = 'Australia/Sydney';
const BRISBANE = 'Australia/Brisbane';
const SAO_PAULO = 'America/Sao_Paulo';
const SANTIAGO = 'America/Santiago';

/** Prefixes below which Google's entries are dropped, since they are wrong or hide a border. */
const REPLACED: Readonly<Record<string, readonly string[]>> = {
  // Queensland has no summer time, and Google gives it Sydney's unless an exchange is listed.
  '617': [BRISBANE, SYDNEY],
  // Recife and Caruaru; Google gives most of them the time of the islands of Noronha, an hour ahead.
  '5581': [SAO_PAULO, 'America/Noronha'],
  '740': ['Europe/Kaliningrad'],
  '7840': ['Europe/Kaliningrad', 'Europe/Moscow'],
};

/** Prefixes that Google lacks, or where it names one zone of several. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  '344': ['Europe/Madrid'],
  '5597': ['America/Manaus', 'America/Eirunepe'],
  '5661': [SANTIAGO, 'America/Punta_Arenas'],
  '5667': [SANTIAGO, 'America/Coyhaique'],
  '6187': ['Australia/Adelaide', 'Australia/Darwin', 'Australia/Perth'],
  '6188': ['Australia/Adelaide', 'Australia/Darwin', 'Australia/Perth'],
  '7365': ['Europe/Simferopol'],
  '7411': ['Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Srednekolymsk'],
  '7845': ['Europe/Saratov'],
  '97626': ['Asia/Ulaanbaatar'],
};

/** Zones that Google lists where nobody lives by them. */
const SPURIOUS: Readonly<Record<string, string>> = { '52201': 'America/New_York' };

/** The zones of land lines by first digits, in the countries where the country does not tell. */
export function prefixes(): Map<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  for (const [prefix, zones] of googleMap()) {
    const country = SEVERAL_TIMES.find((code) => prefix.startsWith(code));
    // The entry of a whole country lacks zones; the country's own list has them all.
    if (country === undefined || country === prefix) continue;
    // Kazakhstan, one time since 2024, is numbered inside Russia's code.
    if (/^7[67]/.test(prefix)) continue;
    if (Object.keys(REPLACED).some((replaced) => prefix.startsWith(replaced))) continue;
    table.set(
      prefix,
      zones.filter((zone) => SPURIOUS[prefix] !== zone),
    );
  }
  for (const [prefix, zones] of Object.entries({ ...REPLACED, ...ADDED })) table.set(prefix, zones);
  return withoutEchoes(table);
}

/** An entry that says the same as the next shorter one changes no answer. */
function withoutEchoes(
  table: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>();
  for (const prefix of [...table.keys()].sort((a, b) => a.length - b.length)) {
    const zones = table.get(prefix) ?? [];
    let shorter = prefix.slice(0, -1);
    while (shorter !== '' && !kept.has(shorter)) shorter = shorter.slice(0, -1);
    if (kept.get(shorter)?.join() !== zones.join()) kept.set(prefix, zones);
  }
  return kept;
}
