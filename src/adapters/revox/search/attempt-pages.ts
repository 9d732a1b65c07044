import { parseJson } from '../answers/json.ts';
import { readAttempts } from '../answers/order.ts';
import { httpReason } from '../answers/send-answer.ts';
import type { AttemptView } from '../../../domain/order/view.ts';
import type { AttemptsAnswer } from '../../../ports/voice-api.ts';
import { hasNoSearch, isSuccess, noAnswer, type Exchange } from '../answers/read-answers.ts';

const PAGE_SIZE = 100;
/** 5,000 attempts are read at most (I7): a list that goes on has to answer next time. */
const MOST_PAGES = 50;
/** The list is sorted by orders, and a later attempt stands with its order: a page is old when all of it is. */
const SLACK_MS = 24 * 3_600_000;

interface Page {
  readonly kind: 'page';
  readonly attempts: readonly AttemptView[];
  readonly isLast: boolean;
}

interface AttemptsAsked {
  readonly number: string;
  /** An instant in ms: what rang a day before it is not looked for. */
  readonly since: number;
}

/**
 * The provider's list of attempts, newest first, as far back as is asked. Pages begin at 0 by the text of the
 * provider's page and at 1 by its schema: the other one is tried too. New attempts move older ones to the next
 * page while it is read, so that one may be met twice, and none is passed over.
 */
export async function readAttemptsBack(
  ask: (page: number, size: number) => Promise<Exchange>,
  asked: AttemptsAsked,
): Promise<AttemptsAnswer> {
  const found = new Map<string, AttemptView>();
  let first = 0;
  for (let nth = 0; nth < MOST_PAGES; nth++) {
    let page = readPage(await ask(first + nth, PAGE_SIZE), asked);
    if (page.kind === 'unsupported' && nth === 0) {
      first = 1;
      page = readPage(await ask(first, PAGE_SIZE), asked);
    }
    if (page.kind === 'unsupported' && nth > 0)
      return { kind: 'unreachable', why: `its page ${first + nth} cannot be had` };
    if (page.kind !== 'page') return page;
    for (const attempt of page.attempts) found.set(attempt.id, attempt);
    if (page.isLast) break;
  }
  return { kind: 'found', attempts: [...found.values()] };
}

function readPage(
  exchange: Exchange,
  { number, since }: AttemptsAsked,
): Page | Exclude<AttemptsAnswer, { kind: 'found' }> {
  if (exchange.kind === 'failure') return noAnswer(exchange);
  const { status, body } = exchange;
  if (hasNoSearch(status)) return { kind: 'unsupported' };
  const why = httpReason(status, body);
  if (!isSuccess(status)) return { kind: 'unreachable', why };
  const read = readAttempts(parseJson(body), number);
  if (read === null)
    return { kind: 'unreachable', why: `the answer is no list of attempts: ${why}` };
  const isOld = read.latest !== null && read.latest < since - SLACK_MS;
  return { kind: 'page', attempts: read.attempts, isLast: isOld || read.listed < PAGE_SIZE };
}
