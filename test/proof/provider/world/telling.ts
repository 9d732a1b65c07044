import { overAt, type Order } from './book.ts';
import type { Dial } from '../log.ts';
import { shape, spoiled, type Loose, type TimeKind } from './odd.ts';

/** When an attempt was stopped by a cancellation, it ended then. */
const endOf = (order: Order, dial: Dial): number => Math.min(dial.endedAt, overAt(order));

function attemptOf(order: Order, dial: Dial, now: number): Loose {
  const endedAt = endOf(order, dial);
  const stopped = endedAt < dial.endedAt;
  const answered = dial.answeredAt !== null && dial.answeredAt <= Math.min(now, endedAt);
  const over = endedAt <= now;
  const time = (at: number): unknown => spoiled(at, order.times);
  const failed = over && !stopped && dial.dialError !== null;
  return {
    id: dial.id,
    phone_number: order.number,
    status: over ? (failed ? 'error' : 'completed') : answered ? 'ongoing' : 'ringing',
    result: over && answered ? dial.result : null,
    dial_error: failed ? dial.dialError : over && stopped && !answered ? 'no_answer' : null,
    started_at: time(dial.startedAt),
    answered_at: answered && dial.answeredAt !== null ? time(dial.answeredAt) : null,
    ended_at: over ? time(endedAt) : null,
    recording_url: over && answered ? `https://recordings.example/${dial.id}.mp3` : null,
    ended_by: over && answered ? 'agent' : null,
    end_reason: over && answered ? 'tool_end_call' : null,
    structured_output: over && answered ? dial.output : null,
    transcript:
      over && answered
        ? [
            { role: 'assistant', content: 'Hello.' },
            { role: 'user', content: 'Yes.' },
          ]
        : null,
  };
}

/** What is told between the end and the moment when all of it is known. */
function lateAttempts(order: Order, attempts: readonly Loose[]): Loose[] {
  const [newest, ...older] = attempts;
  if (newest === undefined) return [];
  switch (order.lateHow) {
    case 'no attempts':
      return [];
    case 'one less':
      return older;
    case 'no result':
      return [{ ...newest, ...NOT_YET, dial_error: null }, ...older];
    case 'as voicemail':
      return newest['result'] === 'human'
        ? [{ ...newest, ...NOT_YET, result: 'voicemail' }, ...older]
        : [...attempts];
  }
}

const NOT_YET = { result: null, structured_output: null, transcript: null, recording_url: null };

const statusOf = (order: Order, now: number): string => {
  if (order.cancelledAt !== null && order.cancelledAt <= order.endsAt) return 'cancelled';
  if (now >= order.endsAt) return order.status;
  const first = order.dials[0]?.startedAt ?? Infinity;
  if (now >= first) return 'calling';
  return now - order.acceptedAt < 20 ? 'initializing' : 'queued_for_calling';
};

const SHOWN: Readonly<Record<Order['shows'], (attempts: readonly Loose[]) => Loose>> = {
  all: (attempts) => ({ call_attempts: attempts, last_call_attempt: attempts[0] ?? null }),
  'last alone': (attempts) => ({ call_attempts: [], last_call_attempt: attempts[0] ?? null }),
  'count alone': () => ({ call_attempts: [], last_call_attempt: null }),
};

/** The call object as the provider tells it at this moment, late and partial, with plain fields. */
function plain(order: Order, now: number): Loose {
  const begun = order.dials.filter(
    ({ startedAt }) => startedAt <= now && startedAt < overAt(order),
  );
  const all = begun.map((dial) => attemptOf(order, dial, now)).reverse();
  const end = overAt(order);
  const settling = now >= end && now < end + order.lateMs;
  const attempts = settling ? lateAttempts(order, all) : all;
  const status = statusOf(order, now);
  const time = (at: number, kind: TimeKind | null): unknown => spoiled(at, kind);
  return {
    id: order.id,
    assistant: null,
    ...structuredClone(SHOWN[order.shows](attempts)),
    call_retry_config: null,
    calls_count: attempts.length,
    campaign: null,
    created_at: time(order.acceptedAt, order.times),
    direction: 'outbound',
    first_sentence_delay_ms: 400,
    from_phone_number: '+12025550199',
    is_cancelled: status === 'cancelled',
    is_completed: status === 'completed',
    llm_model: { type: 'dedicated-instance', name: 'gpt-4.1' },
    metadata: { ...order.metadata },
    organization_id: 'org',
    scheduled_at: null,
    status,
    to_phone_number: order.number,
  };
}

/** The same with the odd shapes of this order; a numeric id is written as a number. */
export function told(order: Order, now: number): Loose {
  const call = plain(order, now);
  shape(call, order.shapes);
  if (/^\d+$/.test(order.id)) call['id'] = Number(order.id);
  return call;
}
