import type { Place, Witness } from '../domain/phone/place.ts';
import type { Why } from '../domain/schedule/why.ts';
import { localIso } from '../domain/time/local.ts';
import type { ZoneRules } from '../domain/time/zone-rules.ts';

const EVIDENCE: Readonly<Record<Witness['source'], string>> = {
  timezone: 'the time zone given',
  postal_code: 'the postal code',
  state: 'the state',
  number: 'the number',
  country: 'the country given',
  non_geographic: 'the campaign, for a number of no place',
  none: 'nothing',
};

const from = (sources: readonly Witness['source'][]): string =>
  `from ${sources.map((source) => EVIDENCE[source]).join(', and ')}`;

/** The answer, a line for each clock and rule. */
export function linesOf(
  why: Why,
  asked: { number: string; place: Place; at: number; rules: ZoneRules },
): string[] {
  const { place, at } = asked;
  const answer = why.open ? 'may be called' : 'may not be called';
  const where = place.jurisdictions.join(', ') || 'not known';
  const width = Math.max(0, ...why.zones.map(({ zone }) => zone.length));
  return [
    `${asked.number} ${answer} at ${new Date(at).toISOString()}`,
    `  law of    ${where}`,
    ...why.zones.map(
      ({ zone, sources, localTime }) =>
        `  clock     ${zone.padEnd(width)}  ${localTime}  ${from(sources)}`,
    ),
    ...(why.zones.length === 0
      ? ['  clock     no time zone is known: give one with --timezone']
      : []),
    ...why.rules.flatMap(ruleLines),
    ...(why.rules.length === 0 ? ['  no rule is known for this place'] : []),
    ending(why, asked),
  ];
}

function ruleLines(rule: Why['rules'][number]): string[] {
  const sure = rule.confidence === null ? '' : `, ${rule.confidence} confidence`;
  const head = `  ${rule.allows ? 'allows ' : 'FORBIDS'}   ${rule.id}  ${rule.window}`;
  return [
    rule.basis === 'campaign' ? head : `${head}  ${rule.basis}${sure}`,
    `            ${rule.source}`,
  ];
}

/** As far as the schedules look ahead. */
const YEAR_MS = 366 * 86_400_000;

function ending(why: Why, asked: { place: Place; at: number; rules: ZoneRules }): string {
  const { place, rules } = asked;
  const at = why.open ? why.closesAt : why.nextOpenAt;
  if (at === null) return '  opens     never within a year';
  if (why.open && at - asked.at >= YEAR_MS) return '  closes    not within a year';
  const local = place.zones.map((zone) => `${localIso(rules, zone, at)} ${zone}`).join(', ');
  return `  ${why.open ? 'closes' : 'opens '}    ${new Date(at).toISOString()}  ${local}`;
}
