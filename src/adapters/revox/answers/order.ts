import {
  ATTEMPT_STATUSES,
  type AttemptView,
  type Oddity,
  type OrderView,
  type Turn,
} from '../../../domain/order/view.ts';
import { Fields, shapeOf } from './fields.ts';
import { isRecord } from './json.ts';
import { DIAL_ERRORS, ORDER_STATUSES, RESULTS, stageOf } from './known-values.ts';
import { turnsIn } from './transcript.ts';

/**
 * Reads an order as the provider reports it (I15): each field by itself, so that one of an odd shape spoils no other.
 * The shapes are those of the vendor's reference page for `POST /call`; what it does not name is ignored.
 */

/** `{call: …}`, a bare call, or either of them in `data`; null when nothing in it has the id of an order. */
export function readOrder(json: unknown): OrderView | null {
  for (const candidate of candidatesIn(json)) {
    const fields = new Fields(candidate);
    const id = fields.id('id');
    if (id !== null) return orderIn(fields, id);
  }
  return null;
}

function candidatesIn(json: unknown): Readonly<Record<string, unknown>>[] {
  if (!isRecord(json)) return [];
  const { data } = json;
  const inData = isRecord(data) ? [data['call'], data] : [];
  return [json['call'], ...inData, json].filter(isRecord);
}

function orderIn(fields: Fields, id: string): OrderView {
  const status = fields.oneOf('status', ORDER_STATUSES) ?? '';
  const told = attemptsIn(fields, id);
  const metadata = fields.object('metadata') ?? {};
  const number = fields.text('to_phone_number');
  const count = Math.max(fields.count('calls_count') ?? 0, told.listed);
  const unseen = Math.max(0, count - told.attempts.length);
  return {
    id,
    stage: stageOf(status),
    status,
    attempts: told.attempts,
    metadata,
    ...(number === null ? {} : { number }),
    ...(unseen === 0 ? {} : { unseen }),
    ...oddIn([...fields.odd, ...told.odd]),
  };
}

const oddIn = (odd: readonly Oddity[]): { odd?: readonly Oddity[] } =>
  odd.length === 0 ? {} : { odd: uniqueIn(odd) };

/** Ten attempts with the same odd field say it once. */
const uniqueIn = (odd: readonly Oddity[]): readonly Oddity[] =>
  odd.filter(
    (one, i) => odd.findIndex(({ field, is }) => field === one.field && is === one.is) === i,
  );

interface Told {
  /** Oldest first (the provider sends newest first). */
  readonly attempts: readonly AttemptView[];
  /** How many the list has, those that could not be read among them. */
  readonly listed: number;
  readonly odd: readonly Oddity[];
}

function attemptsIn(order: Fields, orderId: string): Told {
  const odd: Oddity[] = [];
  const list = [...(order.list('call_attempts') ?? [])].reverse();
  const attempts: AttemptView[] = [];
  for (const [i, item] of list.entries()) {
    const name = `${orderId}-attempt-${i + 1}`;
    const one = isRecord(item) ? attemptIn(item, { path: 'call_attempts[].', name, odd }) : null;
    if (one === null) order.note('call_attempts[]', shapeOf(item), item);
    else attempts.push(one);
  }
  const last = order.object('last_call_attempt');
  if (last !== null) addLast(attempts, last, { orderId, odd });
  return { attempts, listed: list.length, odd };
}

/** The list may be missing, or behind: the last attempt stands beside it too. */
function addLast(
  attempts: AttemptView[],
  last: Readonly<Record<string, unknown>>,
  { orderId, odd }: { orderId: string; odd: Oddity[] },
): void {
  const own: Oddity[] = [];
  const name = attempts.at(-1)?.id ?? `${orderId}-attempt-1`;
  const one = attemptIn(last, { path: 'last_call_attempt.', name, odd: own });
  const at = attempts.findIndex(({ id }) => id === one.id);
  const listed = attempts[at];
  if (listed !== undefined) {
    attempts[at] = joined(listed, one);
    return;
  }
  attempts.push(one);
  odd.push(...own);
}

const OVER = new Set<string>(['completed', 'error'] satisfies (typeof ATTEMPT_STATUSES)[number][]);

/** What one of the two does not say, the other may; a human in either is a human. */
function joined(one: AttemptView, other: AttemptView): AttemptView {
  const human = one.result === 'human' || other.result === 'human';
  return {
    id: one.id,
    status: one.status === '' || OVER.has(other.status) ? other.status : one.status,
    result: human ? 'human' : (one.result ?? other.result),
    dialError: one.dialError ?? other.dialError,
    startedAt: one.startedAt ?? other.startedAt,
    answeredAt: one.answeredAt ?? other.answeredAt,
    endedAt: one.endedAt ?? other.endedAt,
    recordingUrl: one.recordingUrl ?? other.recordingUrl,
    endedBy: one.endedBy ?? other.endedBy,
    endReason: one.endReason ?? other.endReason,
    structuredOutput: one.structuredOutput ?? other.structuredOutput,
    transcript: one.transcript ?? other.transcript,
  };
}

function attemptIn(
  item: Readonly<Record<string, unknown>>,
  { path, name, odd }: { path: string; name: string; odd: Oddity[] },
): AttemptView {
  const fields = new Fields(item, path);
  const attempt: AttemptView = {
    id: fields.id('id') ?? name,
    status: fields.oneOf('status', ATTEMPT_STATUSES) ?? '',
    result: fields.oneOf('result', RESULTS),
    dialError: fields.oneOf('dial_error', DIAL_ERRORS),
    startedAt: fields.time('started_at'),
    answeredAt: fields.time('answered_at'),
    endedAt: fields.time('ended_at'),
    recordingUrl: fields.text('recording_url'),
    endedBy: fields.text('ended_by'),
    endReason: fields.text('end_reason'),
    structuredOutput: fields.object('structured_output'),
    transcript: transcriptIn(fields),
  };
  odd.push(...fields.odd);
  return attempt;
}

function transcriptIn(fields: Fields): readonly Turn[] | null {
  const value = fields.any('transcript');
  if (value === null) return null;
  const { turns, is } = turnsIn(value);
  if (is !== null) fields.note('transcript', is, value);
  return turns;
}

interface AttemptList {
  /** Those at the number that was asked for. */
  readonly attempts: readonly AttemptView[];
  readonly listed: number;
  /** When the latest of all that are listed began; null: one of them does not say. */
  readonly latest: number | null;
}

/** Reads the attempts at one number out of a list of attempts, which names no orders; null: it is no such list. */
export function readAttempts(json: unknown, e164: string): AttemptList | null {
  if (!isRecord(json) || !Array.isArray(json['calls'])) return null;
  const items = json['calls'] as readonly unknown[];
  if (!items.every(isRecord)) return null;
  const starts = items.map((item) => new Fields(item).time('started_at'));
  return {
    // What has no id of its own could not be told from another attempt.
    attempts: items
      .filter((item) => item['phone_number'] === e164 && new Fields(item).id('id') !== null)
      .map((item) => attemptIn(item, { path: '', name: '', odd: [] })),
    listed: items.length,
    latest: starts.includes(null) ? null : Math.max(...starts.map(Number)),
  };
}
