import { readReason } from '../../domain/run/reason.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { AI_DISCLOSED } from '../../domain/disclosure/first-turn.ts';
import { counted, number } from '../../domain/text/counted.ts';
import { reasonText } from '../../domain/run/text/reason-text.ts';
import { CONTACT_STATES, type ContactState } from '../../domain/run/states.ts';
import type { Counts } from '../../ports/ledger/records.ts';

export { counted, number };

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
] as const;

/** The two largest units: `3 d 4 h`, `12 min 5 s`. */
export function duration(ms: number): string {
  let rest = Math.max(0, Math.round(ms / 1000) * 1000);
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

/** What a minute of talk costs, where the campaign says it. */
export function cost(talkMs: number, rate: Campaign['rate']): string | null {
  if (rate === null) return null;
  const amount = ((talkMs / 60_000) * rate.amount).toFixed(2);
  return rate.currency === null ? amount : `${amount} ${rate.currency}`;
}

/** What a state means that does not say it by itself. */
const MEANS: Partial<Record<ContactState, string>> = {
  exhausted: ' (gave up)',
  pending: ' (waiting)',
};

/** `reached 3 · exhausted 2 (gave up)`: the states that somebody is in. */
export const statesOf = (states: Counts['states']): string[] =>
  CONTACT_STATES.filter((state) => states[state] > 0).map(
    (state) => `${state} ${number(states[state])}${MEANS[state] ?? ''}`,
  );

/** A reason as the screen shows it. What the ledger stores, and results and JSON give, stays as it is. */
function shownReason(state: ContactState, stored: string): string {
  const reason = readReason(stored);
  if (reason.code === 'attempts_made' && reason.made === reason.max)
    return `gave up after ${counted(reason.made, 'try', 'tries')}`;
  return state === 'exhausted' ? `gave up: ${reasonText(stored)}` : reasonText(stored);
}

/** The counts of a run, a line each for states, calls and the reasons behind them. */
export function summaryLines(counts: Counts, rate: Campaign['rate']): string[] {
  const states = statesOf(counts.states);
  if (counts.invalid > 0) states.push(`invalid rows ${number(counts.invalid)}`);
  if (counts.duplicates > 0) states.push(`duplicate rows ${number(counts.duplicates)}`);
  if (counts.held > 0) states.push(`${number(counts.held)} of the pending no longer in the file`);
  const calls = [
    `placed ${number(counts.orders)}`,
    `dialled ${number(counts.attempts)}`,
    `talk ${duration(counts.talkMs)}`,
  ];
  const spent = cost(counts.talkMs, rate);
  if (spent !== null) calls.push(`about ${spent}`);
  const outcomes = Object.entries(counts.outcomes).map(([name, n]) => `${name} ${number(n)}`);
  return [
    `  people    ${states.join(' · ') || 'none'}`,
    `  calls     ${calls.join(' · ')}`,
    ...(outcomes.length === 0 ? [] : [`  outcomes  ${outcomes.join(' · ')}`]),
    ...saidLines(counts.aiDisclosed),
    ...counts.reasons.map(
      (r) => `  ${r.state.padEnd(9)} ${number(r.count)}: ${shownReason(r.state, r.reason)}`,
    ),
  ];
}

/** Where the first words of a talk left out that an AI speaks. */
function saidLines(said: Counts['aiDisclosed']): string[] {
  if (said.no + said['cut off'] === 0) return [];
  const parts = AI_DISCLOSED.filter((one) => said[one] > 0).map(
    (one) => `${one} ${number(said[one])}`,
  );
  return [`  AI said   ${parts.join(' · ')}`];
}

const DONE = ['reached', 'exhausted', 'failed', 'skipped', 'cancelled'] as const;

/** The rate of the past says nothing of people of whom none is ordered before a moment that is known. */
function endOf(run: {
  idle: { until: number | null } | null;
  waiting: number;
  at: number;
}): string | null {
  const { idle, waiting, at } = run;
  if (idle === null || waiting === 0) return `ends ≈ ${minute(at)}`;
  if (idle.until === null) return null;
  return idle.until < at ? `ends ≈ ${minute(at)}` : `ends after ${minute(idle.until)}`;
}

/** One line that says where a run stands and, when nothing is ordered, why. */
export function standingLine(run: {
  states: Counts['states'];
  /** Held by live calls, and by orders that may be live. */
  lines: number;
  now: number;
  startedAt: number;
  idle: { why: string; until: number | null } | null;
}): string {
  const { states, now, startedAt } = run;
  const done = DONE.reduce((sum, state) => sum + states[state], 0);
  const live = states.placing + states.calling;
  const left = states.pending + live;
  const elapsed = now - startedAt;
  const perHour = elapsed > 0 ? (done / elapsed) * 3_600_000 : 0;
  const parts = [
    `${number(run.lines)} live`,
    `${number(done)} done`,
    `${number(states.reached)} reached`,
    `${number(states.pending)} waiting`,
  ];
  if (states.uncertain > 0) parts.push(`${number(states.uncertain)} uncertain`);
  if (perHour >= 1) parts.push(`${number(perHour)}/h`);
  const { idle } = run;
  if (perHour >= 1 && left > 0) {
    const ends = endOf({ idle, waiting: states.pending, at: now + (left / perHour) * 3_600_000 });
    if (ends !== null) parts.push(ends);
  }
  if (idle !== null && live === 0) {
    const why = reasonText(idle.why);
    parts.push(idle.until === null ? why : `${why} until ${minute(idle.until)}`);
  }
  return `${minute(now)}  ${parts.join(' · ')}`;
}

/** `2026-12-01 15:00Z` */
export const minute = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
