import type { ForecastHour, ForecastSum } from '../../app/session/forecast.ts';
import type { End } from '../../app/session/end.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { localClock } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import type { Counts } from '../../ports/ledger/records.ts';
import { neverLines } from '../check/lines/never-lines.ts';
import type { PasteInto } from '../check/lines/remedy-lines.ts';
import { cost, counted, duration, number, statesOf } from '../terminal/words.ts';

export interface PlanFacts {
  readonly runId: string;
  readonly campaign: Campaign;
  readonly campaignFile: string;
  readonly contactFile: string;
  /** Where the remedies are pasted. */
  readonly into: PasteInto;
  /** Null: there is no live ledger yet. */
  readonly ledger: string | null;
  readonly known: { readonly runs: number; readonly orders: number; readonly barred: number };
  readonly at: number;
  readonly seed: number;
  readonly rules: ZoneRules;
}

export interface PlanEnd {
  readonly facts: PlanFacts;
  readonly end: End;
  readonly counts: Counts;
}

/** More hours than this are told day by day. */
const HOURS_SHOWN = 48;
/** Of one hour the largest groups; the others in one line. */
const GROUPS_SHOWN = 4;
const DAY_MS = 86_400_000;

/** Said before anything else, so that nobody takes it for a promise. */
export function planHead(facts: PlanFacts): string[] {
  const { ledger, known, campaign } = facts;
  const { runs, orders, barred } = known;
  return [
    'FORECAST  nobody is called and nothing is written; the hours are real, the answers simulated.',
    ledger === null
      ? 'ledger     there is no live ledger yet: nobody was called before'
      : `ledger     ${ledger}: ${counted(runs, 'run')}, ${counted(orders, 'order')}, ${number(barred)} on the do-not-call list`,
    `campaign   ${campaign.name} (${facts.campaignFile})`,
    `begins at  ${new Date(facts.at).toISOString()}, seed ${facts.seed}`,
  ];
}

export function planLines(sum: ForecastSum, { facts, end, counts }: PlanEnd): string[] {
  const { totals } = sum;
  const never = totals.people - totals.called;
  return [
    `${counted(totals.called, 'person', 'people')} would be called, ${number(never)} would not; ${counted(totals.problemRows, 'row has', 'rows have')} problems.`,
    ...spanLines(sum, { facts, end, counts }),
    ...tableLines(sum.hours(), facts.rules),
    ...neverLines(sum.never(), facts.into),
    ...simulatedLines(counts, facts.campaign),
  ];
}

function spanLines({ totals }: ForecastSum, { facts, end }: PlanEnd): string[] {
  const { firstAt, endsAt, orders } = totals;
  const stopped = end.exit === 0 ? [] : [`  stops     ${end.why}`];
  if (firstAt === null || endsAt === null) return stopped;
  return [
    `  begins    ${minute(firstAt)}, with the first call`,
    `  ends      ${minute(endsAt)}, after ${counted(orders, 'call')}; ${duration(endsAt - facts.at)} after the start at ${minute(facts.at)}`,
    ...stopped,
  ];
}

function tableLines(hours: readonly ForecastHour[], rules: ZoneRules): string[] {
  if (hours.length === 0) return [];
  const byDay = hours.length > HOURS_SHOWN;
  const lines = (byDay ? daysOf(hours) : hours).flatMap((hour) => hourLines(hour, byDay, rules));
  return [
    `${(byDay ? 'day, UTC' : 'hour, UTC').padEnd(17)}  ${'calls'.padStart(6)}  local time`,
    ...lines,
  ];
}

function hourLines(hour: ForecastHour, byDay: boolean, rules: ZoneRules): string[] {
  const when = minute(hour.at).slice(0, byDay ? 10 : 17);
  const shown = hour.groups.slice(0, GROUPS_SHOWN);
  const rest = hour.groups.slice(GROUPS_SHOWN);
  const groups = shown.map(({ zones, orders }) => {
    const clocks = byDay ? [] : zones.map((zone) => localClock(rules, zone, hour.at));
    const clock = clocks.length === 0 ? '' : `${[...new Set(clocks)].join(' / ')}  `;
    return `${number(orders).padStart(6)}  ${clock}${zones.join(' + ') || 'no zone'}`;
  });
  if (rest.length > 0) {
    const orders = rest.reduce((sum, group) => sum + group.orders, 0);
    groups.push(`${number(orders).padStart(6)}  in ${counted(rest.length, 'other area')}`);
  }
  if (groups.length > 1) groups.unshift(number(hour.orders).padStart(6));
  return groups.map((text, i) => `${(i === 0 ? when : '').padEnd(17)}  ${text}`);
}

/** The hours of each UTC day in one. */
function daysOf(hours: readonly ForecastHour[]): ForecastHour[] {
  const days = new Map<number, Map<string, number>>();
  for (const { at, groups } of hours) {
    const day = Math.floor(at / DAY_MS) * DAY_MS;
    const sums = days.get(day) ?? new Map<string, number>();
    for (const { zones, orders } of groups) {
      const key = JSON.stringify(zones);
      sums.set(key, (sums.get(key) ?? 0) + orders);
    }
    days.set(day, sums);
  }
  return [...days].map(([at, sums]) => ({
    at,
    orders: [...sums.values()].reduce((sum, n) => sum + n, 0),
    groups: [...sums]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([zones, orders]) => ({ zones: JSON.parse(zones) as string[], orders })),
  }));
}

function simulatedLines(counts: Counts, campaign: Campaign): string[] {
  const spent = cost(counts.talkMs, campaign.rate);
  const talk = `talk ${duration(counts.talkMs)}${spent === null ? '' : `, about ${spent}`}`;
  return [`simulated answers: ${statesOf(counts.states).join(' · ') || 'none'}; ${talk}`];
}

const minute = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
