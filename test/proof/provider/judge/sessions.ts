import type { Answer, Entry, Over, Post } from '../log.ts';
import { unresolved, type History } from './history.ts';
import { clearness } from './reading.ts';
import type { Verdict } from './verdict.ts';

/** What was on its way already when an answer left the provider. */
const GRACE_MS = 500;
const UNCLEAR_AT_MOST = 5;

const stopsOf = (history: History, session: number): Answer[] =>
  history.sent.flatMap(({ post, answer }) =>
    post.session === session && answer !== null && clearness(answer) === 'stop' ? [answer] : [],
  );

/** A session that was refused, or has too many sends in doubt, sends nothing more. */
export function brakeProblems(history: History, post: Post): Verdict[] {
  const { session, at } = post;
  const text = `request ${post.request} in session ${session}`;
  const stop = stopsOf(history, session).find((answer) => at - answer.at > GRACE_MS);
  const doubtful = unresolved(
    history,
    history.sent.filter(({ answer }) => answer?.session === session && at - answer.at > GRACE_MS),
  );
  return [
    ...(stop === undefined
      ? []
      : [{ rule: 'sent after a stop' as const, at, text: `${text}: ${stop.how} came before` }]),
    ...(doubtful.length < UNCLEAR_AT_MOST
      ? []
      : [
          { rule: 'no brake' as const, at, text: `${text}: ${doubtful.length} sends are in doubt` },
        ]),
  ];
}

const refusals = [400, 401, 413, 415, 422];

/** Which codes a session may end with by itself, after these answers. */
function allowed(history: History, session: number): readonly number[] {
  if (stopsOf(history, session).length > 0) return [4];
  const refused = history.sent.some(
    ({ post, answer }) =>
      post.session === session && answer !== null && refusals.includes(answer.status),
  );
  return refused ? [0, 3, 4] : [0, 3];
}

/** More looks at one order in one second than anybody needs. */
const LOOKS_A_SECOND = 30;

/** No answer, however odd, makes a session ask without a pause. */
export function hammering(log: readonly Entry[]): Verdict[] {
  const looks = new Map<string, number[]>();
  for (const entry of log) {
    if (entry.kind !== 'answer' || entry.to !== 'get') continue;
    const name = `${entry.order ?? ''} in session ${entry.session}`;
    looks.set(name, [...(looks.get(name) ?? []), entry.at]);
  }
  return [...looks].flatMap(([name, times]) => {
    const from = times.find((at, i) => (times[i + LOOKS_A_SECOND] ?? Infinity) - at < 1_000);
    if (from === undefined) return [];
    const text = `order ${name} was looked at more than ${LOOKS_A_SECOND} times in a second`;
    return [{ rule: 'hammering' as const, at: from, text }];
  });
}

export function endProblems(history: History, over: Over): Verdict[] {
  const { session, at, code, by, err, endless } = over;
  const problems: Verdict[] = [];
  const add = (rule: Verdict['rule'], text: string): void => {
    problems.push({ rule, at, text: `session ${session}: ${text}` });
  };
  if (endless) add('no end', 'it did not end');
  if (/^\s+at .+:\d+/m.test(err)) add('stack trace', err);
  const codes = by === 'itself' ? allowed(history, session) : [0, 3, 4, 130];
  if (by !== 'SIGKILL' && !endless && !codes.includes(code ?? -1))
    add('exit code', `it ended with ${code}, not with ${codes.join(' or ')}: ${err.slice(-400)}`);
  return problems;
}

export const isOver = (entry: Entry): entry is Over => entry.kind === 'over';
