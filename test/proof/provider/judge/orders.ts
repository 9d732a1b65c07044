import type { Accepted, Post } from '../log.ts';
import type { Verdict } from './verdict.ts';
import { everTold, ringsTold, unresolved, type History, type Known } from './history.ts';
import { clearness } from './reading.ts';

export interface Numbers {
  readonly lines: number;
  readonly tries: number;
  readonly delayMs: number;
  /** Attempts of one person in a day; a run of the test is always inside one. */
  readonly perDay: number | null;
}

const FRESH_MS = 5_000;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

/** What a send would have to answer for, by all that was told before it. */
export function sendProblems(history: History, post: Post, numbers: Numbers): Verdict[] {
  const before = history.ordersTo(post.number);
  const newest = before.at(-1);
  return [
    ...sameKey(history, post),
    ...doubtful(history, post),
    ...toldEnough(before, post),
    ...rings(before, post, numbers),
    ...(newest === undefined
      ? []
      : [
          ...notOver(newest, post),
          ...notLookedAt(newest, post),
          ...tooSoon(newest, post, numbers),
        ]),
  ];
}

const verdict = (rule: Verdict['rule'], post: Post, text: string): Verdict => ({
  rule,
  at: post.at,
  text: `request ${post.request} to ${post.number} in session ${post.session}: ${text}`,
});

/** The same key may be sent again only after an answer that is certain that there is no order. */
function sameKey(history: History, post: Post): Verdict[] {
  const earlier = history.sent.filter((sent) => sent.post.key === post.key);
  const sure = earlier.every(
    ({ answer, accepted }) => !accepted && answer !== null && clearness(answer) === 'not placed',
  );
  return sure ? [] : [verdict('key twice', post, `its key ${post.key} was sent before`)];
}

function doubtful(history: History, post: Post): Verdict[] {
  const open = unresolved(history, history.sentTo(post.number));
  return open.map(({ post: was, answer }) =>
    verdict(
      'after a doubtful send',
      post,
      `request ${was.request} was answered "${answer?.how ?? ''}" and nobody has found its order`,
    ),
  );
}

function toldEnough(before: readonly Known[], post: Post): Verdict[] {
  const human = before.find((known) => everTold(known, 'human'));
  const refused = before.find((known) => everTold(known, 'refused'));
  return [
    ...(human === undefined
      ? []
      : [verdict('after a human', post, `order ${human.accepted.order} was told as a human`)]),
    ...(refused === undefined
      ? []
      : [verdict('after a refusal', post, `order ${refused.accepted.order} told of a refusal`)]),
  ];
}

function rings(before: readonly Known[], post: Post, { tries, perDay }: Numbers): Verdict[] {
  const told = before.reduce((sum, known) => sum + ringsTold(known), 0);
  const allowed = Math.min(tries, perDay ?? Infinity);
  if (told < allowed) return [];
  return [
    verdict('too many rings', post, `${told} rings were told before, ${allowed} are allowed`),
  ];
}

function notOver(newest: Known, post: Post): Verdict[] {
  const last = newest.answers.at(-1);
  if (last?.said.state === 'over') return [];
  const said = last === undefined ? 'was never told' : `was last told as ${last.said.state}`;
  return [verdict('while open', post, `order ${newest.accepted.order} ${said}`)];
}

function notLookedAt(newest: Known, post: Post): Verdict[] {
  const last = newest.answers.findLast(({ isLook }) => isLook);
  if (last !== undefined && post.at - last.at < FRESH_MS) return [];
  const said = last === undefined ? 'never' : `${seconds(post.at - last.at)} before`;
  return [verdict('not looked at', post, `order ${newest.accepted.order} was looked at ${said}`)];
}

/** Counts from the true end of the call before, once it was told that there was a call. */
function tooSoon(newest: Known, post: Post, { delayMs }: Numbers): Verdict[] {
  const last = newest.accepted.dials.filter(({ startedAt }) => startedAt < newest.overAt).at(-1);
  if (last === undefined || ringsTold(newest) === 0) return [];
  const since = post.at - Math.min(last.endedAt, newest.overAt);
  if (since >= delayMs) return [];
  return [
    verdict(
      'too soon',
      post,
      `${seconds(since)} after the call before, ${seconds(delayMs)} are due`,
    ),
  ];
}

/** By the provider's own books: how many orders are live when this one is added. */
export function lineProblems(history: History, entry: Accepted, { lines }: Numbers): Verdict[] {
  const live = [...history.orders.values()].filter(
    ({ accepted, overAt }) => accepted.order !== entry.order && overAt > entry.at,
  );
  if (live.length < lines) return [];
  const text = `order ${entry.order}: ${live.length + 1} orders are live, ${lines} lines`;
  return [{ rule: 'too many live', at: entry.at, text }];
}
