import type { Row } from '../world/script.ts';
import type { Entry } from '../log.ts';
import { everTold, ringsShown, ringsTold, type History, type Known, type Told } from './history.ts';
import { clearness, UNNAMED } from './reading.ts';
import { isOver } from './sessions.ts';
import type { Verdict } from './verdict.ts';

/** A line of the exported results, by header. */
export type Line = Readonly<Record<string, string>>;

export interface Results {
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly log: readonly Entry[];
}

/** Longer than it takes to write down what was heard, on a busy computer. */
const HEARD_MS = 1_500;

type Heard = (answer: Told) => boolean;

/** Was the order asked for and named, and the session alive for long enough after the answer to write it down? */
function heardIn(log: readonly Entry[]): Heard {
  const ends = new Map(log.filter(isOver).map(({ session, at }) => [session, at]));
  return ({ at, session, said, isAsked }) =>
    isAsked && said.id !== UNNAMED && (ends.get(session) ?? at) - at > HEARD_MS;
}

export function exportProblems(history: History, results: Results): Verdict[] {
  const at = results.log.at(-1)?.at ?? 0;
  return [
    ...counted(results).map((text) => ({ rule: 'row lost or twice' as const, at, text })),
    ...refusers(history, results).map((text) => ({
      rule: 'row that refuses was called' as const,
      at,
      text,
    })),
    ...disagreeing(history, results).map((text) => ({
      rule: 'row not as told' as const,
      at,
      text,
    })),
  ];
}

function counted({ rows, lines }: Results): string[] {
  const known = new Set(rows.map(({ id }) => id));
  const strange = lines.filter((line) => !known.has(line['row_id'] ?? ''));
  return [
    ...rows.flatMap(({ id }) => {
      const times = lines.filter((line) => line['row_id'] === id).length;
      return times === 1 ? [] : [`row ${id} is in the results ${times} times`];
    }),
    ...strange.map((line) => `a line that is no row: ${JSON.stringify(line)}`),
  ];
}

const refusers = (history: History, { rows }: Results): string[] =>
  rows
    .filter(({ number, refuses }) => refuses && number !== null)
    .filter(({ number }) => history.sentTo(number ?? '').length > 0)
    .map(({ id }) => `row ${id} says not to call`);

interface Person {
  readonly number: string;
  readonly line: Line;
  readonly orders: readonly Known[];
  readonly history: History;
  readonly heard: Heard;
  /** A session was killed: it may have committed an order whose request had not arrived. */
  readonly killed: boolean;
}

function disagreeing(history: History, results: Results): string[] {
  const heard = heardIn(results.log);
  const killed = results.log.some((entry) => isOver(entry) && entry.by === 'SIGKILL');
  return results.rows.flatMap(({ id, number }) => {
    const line = results.lines.find((one) => one['row_id'] === id);
    if (line === undefined) return [];
    if (number === null)
      return line['call_state'] === 'invalid' ? [] : [`row ${id} is ${line['call_state']}`];
    if (line['call_state'] === 'duplicate') return [];
    const person = { number, line, orders: history.ordersTo(number), history, heard, killed };
    return [...stateProblems(person), ...factProblems(person)].map((text) => `row ${id}: ${text}`);
  });
}

const heardHuman = ({ orders, heard }: Person): boolean =>
  orders.some(({ answers }) =>
    answers.some((answer) => answer.said.human && answer.said.state === 'over' && heard(answer)),
  );

const allOver = ({ orders }: Person): boolean =>
  orders.length > 0 &&
  orders.every(({ answers }) => answers.some(({ said }) => said.state === 'over'));

const WAITING = ['pending', 'placing', 'calling'];

function stateProblems(person: Person): string[] {
  const { number, line, orders, history, killed } = person;
  const state = line['call_state'] ?? '';
  const told = orders.some((known) => everTold(known, 'human'));
  if (heardHuman(person) && state !== 'reached') return [`a human was told, and it is ${state}`];
  switch (state) {
    case 'reached':
      return told ? [] : ['it is reached, and no human was told'];
    case 'exhausted':
      return allOver(person)
        ? []
        : ['it is exhausted, and not all of its orders were told as over'];
    case 'failed':
      return allOver(person) || wasRejected(person) ? [] : ['it failed, for no reason'];
    case 'skipped':
      return orders.length === 0 ? [] : ['it is skipped, and was called'];
    case 'uncertain':
      return history.sentTo(number).length > 0 || killed ? [] : ['it is uncertain, never sent'];
    default:
      return WAITING.includes(state) ? [] : [`it is ${state}`];
  }
}

const wasRejected = ({ history, number }: Person): boolean =>
  history
    .sentTo(number)
    .some(({ answer }) => answer !== null && clearness(answer) === 'not placed');

const DONE = ['reached', 'exhausted', 'failed'];

function factProblems({ line, orders, heard }: Person): string[] {
  const state = line['call_state'] ?? '';
  const problems: string[] = [];
  const ids = (line['call_provider_ids'] ?? '').split(/[ ,;]+/);
  for (const { accepted, answers } of orders) {
    const known = answers.some((answer) => heard(answer));
    if (known && !ids.includes(accepted.order)) problems.push(`it does not name ${accepted.order}`);
  }
  if (!DONE.includes(state)) return problems;
  const most = orders.reduce((sum, known) => sum + ringsTold(known), 0);
  const least = orders.reduce((sum, { answers, accepted }) => {
    const sure = answers.filter((answer) => heard(answer));
    return sum + ringsShown({ accepted, answers: sure, overAt: 0 });
  }, 0);
  const attempts = Number(line['call_attempts'] || 0);
  if (attempts < least || attempts > most)
    problems.push(`it has ${attempts} attempts; told were ${least} to ${most}`);
  const outcome = line['call_outcome'] ?? '';
  const outcomes = orders.flatMap(({ answers }) => answers.flatMap(({ said }) => said.outcomes));
  const named = state === 'reached' ? outcome === 'human' : agrees(outcome, outcomes);
  if (!named)
    problems.push(`its outcome is "${outcome}"; told were ${[...new Set(outcomes)].join(', ')}`);
  return problems;
}

/** `unanswered` and no outcome at all: the provider showed no result. */
const agrees = (outcome: string, told: readonly string[]): boolean =>
  told.includes(outcome) || ['', 'unanswered', 'answered_unknown'].includes(outcome);
