/** What the tests' voice server does with one order. Times are ms of its clock. */
export type Placing =
  | { readonly how: 'accept' }
  | {
      readonly how: 'answer';
      readonly status: number;
      readonly stored?: boolean;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly how: 'drop' | 'stall'; readonly stored: boolean };

export interface Ring {
  /** After the order came in. */
  readonly at: number;
  /** After it began to ring; none: nobody answers. */
  readonly answer?: number;
  /** After it began to ring; null: it never ends. */
  readonly end: number | null;
  readonly result?: string;
  readonly dialError?: string;
  /** What was read out of it: when a human was reached, or no matter who it was. */
  readonly output?: Readonly<Record<string, unknown>>;
  readonly told?: boolean;
  /** The provider makes no recording. */
  readonly unrecorded?: boolean;
  /** Transcript, recording and output come this long after the end. */
  readonly late?: number;
}

export interface OrderScript {
  readonly place?: Placing;
  readonly rings?: readonly Ring[];
  /** The phone rings although the order is over. */
  readonly after?: readonly Ring[];
  /** How long after its last attempt the order ends by itself; null: never. */
  readonly endsAfter?: number | null;
  /** While the order goes on, another attempt waits in the provider's queue after the last one. */
  readonly queuesAnother?: boolean;
  /** An order without rings ends like this by itself; none: never. */
  readonly over?: { readonly status: string; readonly at: number };
  /** `race`: accepted, and the phone rings a second later all the same. `hard`: 500 first, then it works. */
  readonly cancel?: 'works' | 'missing' | 'late' | 'race' | 'ignored' | 'hard';
  /** The order is not known for this long after it came in. */
  readonly hiddenMs?: number;
  /** Each GET is answered with this status. */
  readonly look?: number;
}

export const CANCEL_LATE_MS = 20_000;

/** One order as the server keeps it. */
export interface Kept {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly at: number;
  readonly script: OrderScript;
  rings: readonly Ring[];
  cancelledAt: number | null;
}

const ringAt = (order: Kept, ring: Ring): number => order.at + ring.at;

function endOf(order: Kept, ring: Ring): number | null {
  const own = ring.end === null ? null : ringAt(order, ring) + ring.end;
  const cut = order.cancelledAt;
  return cut === null || cut < ringAt(order, ring) ? own : Math.min(own ?? Infinity, cut);
}

/** Those that have begun at `now`; what was cancelled before it rang never rings. */
export const rung = (order: Kept, now: number): readonly Ring[] =>
  [...order.rings, ...(order.script.after ?? [])].filter((ring) => {
    const at = ringAt(order, ring);
    return at <= now && (order.cancelledAt === null || at < order.cancelledAt);
  });

/** When it ends by itself; null: never. */
function overAt(order: Kept): number | null {
  const { script } = order;
  const last = order.rings.at(-1);
  if (last === undefined) return script.over === undefined ? null : order.at + script.over.at;
  const end = endOf(order, last);
  if (end === null || script.endsAfter === null) return null;
  return end + (script.endsAfter ?? 0);
}

export function statusAt(order: Kept, now: number): string {
  if (order.cancelledAt !== null && order.cancelledAt <= now) return 'cancelled';
  const over = overAt(order);
  if (over !== null && over <= now) return order.script.over?.status ?? 'completed';
  return rung(order, now).length > 0 ? 'calling' : 'queued_for_calling';
}

export const isOver = (order: Kept, now: number): boolean =>
  ['cancelled', 'completed', 'errored'].includes(statusAt(order, now));

/** Moments after which the order looks different; for hints. */
export function changes(order: Kept): number[] {
  const times = order.rings.flatMap((ring) => [ringAt(order, ring), endOf(order, ring)]);
  return [...times, overAt(order), order.cancelledAt].filter((at) => at !== null);
}

const time = (at: number | null, now: number): string | null =>
  at === null || at > now ? null : new Date(at).toISOString();

function attemptAt(order: Kept, ring: Ring, now: number): Record<string, unknown> {
  const end = endOf(order, ring);
  const ended = end !== null && end <= now;
  const answered = ring.answer === undefined ? null : ringAt(order, ring) + ring.answer;
  const told = ended && ring.answer !== undefined && end + (ring.late ?? 0) <= now;
  return {
    id: `${order.id}-${ring.at}`,
    status: ended ? 'completed' : answered !== null && answered <= now ? 'ongoing' : 'ringing',
    started_at: time(ringAt(order, ring), now),
    answered_at: time(answered, now),
    ended_at: time(end, now),
    result: ended ? (ring.result ?? null) : null,
    dial_error: ended ? (ring.dialError ?? null) : null,
    recording_url: told && ring.unrecorded !== true ? 'https://recordings.example/one' : null,
    structured_output:
      told && (ring.told === true || ring.result === 'human') ? (ring.output ?? {}) : null,
    transcript: told ? [{ role: 'user', content: 'Hello?' }] : null,
  };
}

const queuedAttempt = (order: Kept): Record<string, unknown> => ({
  id: `${order.id}-queued`,
  status: 'queued',
  started_at: null,
  answered_at: null,
  ended_at: null,
});

/** The order as the API shows it: the newest attempt first, and one that is queued before it has rung. */
export function show(order: Kept, now: number): Record<string, unknown> {
  const attempts = rung(order, now).map((ring) => attemptAt(order, ring, now));
  const waits = attempts.length === 0 || order.script.queuesAnother === true;
  if (waits && !isOver(order, now)) attempts.push(queuedAttempt(order));
  return {
    id: order.id,
    status: statusAt(order, now),
    to_phone_number: order.number,
    created_at: new Date(order.at).toISOString(),
    metadata: order.metadata,
    call_attempts: attempts.reverse(),
  };
}

export const HUMAN: Ring = { at: 5_000, answer: 5_000, end: 60_000, result: 'human' };
export const BUSY: Ring = { at: 5_000, end: 10_000, dialError: 'busy' };
export const REACHED: OrderScript = { rings: [HUMAN] };
