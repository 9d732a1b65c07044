import { reasonText } from '../../../domain/run/text/reason-text.ts';
import { askedText } from '../../../domain/law/consent-asked.ts';
import { saidText } from '../../../domain/law/said-text.ts';
import { limitReasons, limitsOf, NO_LIMITS } from '../../../domain/law/limits.ts';
import { PURPOSES, AUDIENCES, Rule, type RuleRecord } from '../../../domain/law/rule.ts';
import { counted } from '../../terminal/words.ts';
import { ageInDays, windowTexts } from './rules-json.ts';

/** A record on the screen: what it allows, what it asks for, and where that comes from. */
export function ruleLines(record: RuleRecord, now: number): string[] {
  const limits = limitReasons(limitsOf([new Rule(record)], NO_LIMITS)).map(reasonText);
  return [
    `${record.id}  ${record.name}`,
    line('in', record.in.join(', ') || 'wherever it is named'),
    ...(record.automatic ? [] : [line('holds', 'only where a campaign names it')]),
    ...some('of', scopeText(record)),
    ...some('in force', datesText(record)),
    line('hours', hoursText(record)),
    ...closureLines(record),
    ...limits.map((text) => line('limit', text.slice(record.id.length + 2))),
    ...(record.consent === null ? [] : [line('consent', consentText(record))]),
    ...some('must say', saidText(record)),
    ...record.sources.map((source) => line('source', source)),
    ...some('quote', record.quote === null ? null : `“${record.quote}”`),
    ...some('note', record.note),
    line('sure', sureText(record, now)),
  ];
}

const line = (name: string, text: string): string => `  ${name.padEnd(9)} ${text}`;
const some = (name: string, text: string | null): string[] =>
  text === null ? [] : [line(name, text)];

function scopeText({ purposes, audience }: RuleRecord): string | null {
  const parts = [
    ...(purposes.length === PURPOSES.length ? [] : [purposes.join(', ')]),
    ...(audience.length === AUDIENCES.length ? [] : [`calls to ${audience.join(', ')}`]),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

function datesText({ effectiveFrom, until }: RuleRecord): string | null {
  const parts = [
    ...(effectiveFrom === null ? [] : [`from ${effectiveFrom}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

function hoursText({ hours }: RuleRecord): string {
  if (hours === null) return 'none are laid down, or none are known';
  const [weekday = [], , , , , saturday = [], sunday = []] = hours;
  const named = [
    ['Mon-Fri', weekday],
    ['Sat', saturday],
    ['Sun', sunday],
  ] as const;
  return named
    .map(([name, windows]) => `${name} ${windowTexts(windows).join(' ') || 'none'}`)
    .join(', ');
}

const closureLines = ({ closures }: RuleRecord): string[] =>
  closures.map(({ days, hours, in: parts }) => {
    const left = windowTexts(hours).join(' ') || 'none';
    const where = parts === undefined ? '' : ` in ${parts.join(', ')}`;
    const names = new Set(days.map(({ name }) => name));
    return line('holidays', `${left} on ${[...names].join(', ')}${where}`);
  });

function consentText(record: RuleRecord): string {
  const lifts =
    record.consent?.liftsHours === true ? '; on record with its day it lifts the hours' : '';
  return `on record, by ${askedText(record)}${lifts}`;
}

function sureText(record: RuleRecord, now: number): string {
  const days = ageInDays(record, now);
  const read =
    days === null
      ? 'read on no day that is known'
      : `read ${counted(days, 'day', 'days')} ago, on ${record.verifiedOn}`;
  return `${record.basis}, ${record.confidence} confidence; ${read}; to be read again by ${record.reviewBy}`;
}
