import { reasonText } from '../../domain/run/text/reason-text.ts';
import type { Witness } from '../../domain/phone/place/place.ts';
import { hoursText } from '../../domain/schedule/sentence.ts';
import type { Why } from '../../domain/schedule/why.ts';
import { askedText } from '../../domain/law/consent-asked.ts';
import { localIso } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import type { WhyFacts } from './why-json.ts';
import type { Known } from './why-ledger.ts';

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

/** The answer, a line for each clock, rule, and whatever else stands against a call. */
export function linesOf(why: Why, facts: WhyFacts, rules: ZoneRules): string[] {
  const { subject, known, at } = facts;
  const { place } = subject;
  const answer = why.open ? 'may be called' : 'may not be called';
  const where = place.jurisdictions.join(', ') || 'not known';
  const width = Math.max(0, ...why.zones.map(({ zone }) => zone.length));
  return [
    `${subject.name} ${answer} at ${iso(at)}`,
    `  law of    ${where}`,
    ...why.zones.map(
      ({ zone, sources, digits, localTime }) =>
        `  clock     ${zone.padEnd(width)}  ${localTime}  ${from(sources)}${digits === null ? '' : ` (${digits})`}`,
    ),
    ...(why.zones.length === 0
      ? ['  clock     no time zone is known: give one with --timezone']
      : []),
    ...why.rules.flatMap(ruleLines),
    ...(why.rules.length === 0 ? ['  no rule is known for this place'] : []),
    ...knownLines(known),
    ending(why, facts, rules),
    ...place.doubts.map(({ text }) => `  note      ${text}`),
    ...facts.limits.map((limit) => `  limits    ${reasonText(limit)}`),
    ...(facts.consent.length === 0
      ? []
      : [`  needs     consent on record, by ${facts.consent.map(askedText).join(', ')}`]),
    ...facts.mustSay.map(({ id, what }) => `  must say  ${what}, by ${id}`),
    `  in short  ${facts.sentence}`,
  ];
}

const iso = (at: number): string => new Date(at).toISOString();

function knownLines({ never, open, waits }: Known): string[] {
  return [
    ...never.map((reason) => `  FORBIDS   ${reasonText(reason)}`),
    ...(open === null
      ? []
      : [`  open      order ${open.key} of run ${open.run}, made at ${iso(open.orderedAt)}`]),
    ...waits.map(({ until, reason }) => `  waits     until ${iso(until)}: ${reasonText(reason)}`),
  ];
}

function ruleLines(rule: Why['rules'][number]): string[] {
  const sure = rule.confidence === null ? '' : `, ${rule.confidence} confidence`;
  const head = `  ${rule.allows ? 'allows ' : 'FORBIDS'}   ${rule.id}  ${hoursText(rule.window)}`;
  return [
    rule.basis === 'campaign' ? head : `${head}  ${rule.basis}${sure}`,
    `            ${rule.source}`,
    ...(rule.note === null ? [] : [`            ${rule.note}`]),
  ];
}

/** As far as the schedules look ahead. */
const YEAR_MS = 366 * 86_400_000;

function ending(why: Why, { subject, known, at: asked }: WhyFacts, rules: ZoneRules): string {
  if (known.never.length > 0) return '  opens     never';
  if (known.open !== null) return '  opens     when that order has ended, at the earliest';
  const at = why.open ? why.closesAt : why.nextOpenAt;
  if (at === null) return '  opens     never within a year';
  if (why.open && at - asked >= YEAR_MS) return '  closes    not within a year';
  const local = subject.place.zones
    .map((zone) => `${localIso(rules, zone, at)} ${zone}`)
    .join(', ');
  return `  ${why.open ? 'closes' : 'opens '}    ${iso(at)}  ${local}`;
}
