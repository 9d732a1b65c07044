import { z } from 'zod';

/**
 * An order as the provider reports it, read leniently: unknown fields are ignored, unknown status values
 * are kept, and times are parsed into ms. Shapes from the vendor's reference page for `POST /call`.
 */

/** Optional: an attempt may come without a field for what has not happened yet. */
const time = z
  .unknown()
  .optional()
  .transform((value): number | null => {
    if (typeof value === 'number' && Number.isFinite(value)) return Math.round(value);
    if (typeof value !== 'string') return null;
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : at;
  });

const turn = z.looseObject({
  role: z.string(),
  content: z.string().nullish(),
  tool_name: z.string().nullish(),
});

const attempt = z.looseObject({
  id: z.string(),
  status: z.string().default(''),
  result: z.string().nullish(),
  dial_error: z.string().nullish(),
  started_at: time,
  answered_at: time,
  ended_at: time,
  recording_url: z.string().nullish(),
  ended_by: z.string().nullish(),
  end_reason: z.string().nullish(),
  structured_output: z.record(z.string(), z.unknown()).nullish(),
  transcript: z.array(turn).nullish(),
});

const call = z.looseObject({
  id: z.string().min(1),
  status: z.string().default(''),
  call_attempts: z.array(attempt).default([]),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  to_phone_number: z.string().nullish(),
});

const answer = z.union([z.looseObject({ call }), call.transform((value) => ({ call: value }))]);

export interface Turn {
  readonly role: string;
  readonly content: string;
}

/** One dial inside an order. Times are ms UTC; null before the event. */
export interface AttemptView {
  readonly id: string;
  readonly status: string;
  readonly result: string | null;
  readonly dialError: string | null;
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly recordingUrl: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly structuredOutput: Readonly<Record<string, unknown>> | null;
  readonly transcript: readonly Turn[] | null;
}

export interface OrderView {
  readonly id: string;
  readonly status: string;
  /** Oldest first (the provider sends newest first). */
  readonly attempts: readonly AttemptView[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

const TERMINAL = new Set(['completed', 'cancelled', 'errored']);

/** An unknown status is not terminal: the order is followed until its time is over. */
export const isTerminal = (view: OrderView): boolean => TERMINAL.has(view.status);

const toAttempt = (value: z.infer<typeof attempt>): AttemptView => ({
  id: value.id,
  status: value.status,
  result: value.result ?? null,
  dialError: value.dial_error ?? null,
  startedAt: value.started_at,
  answeredAt: value.answered_at,
  endedAt: value.ended_at,
  recordingUrl: value.recording_url ?? null,
  endedBy: value.ended_by ?? null,
  endReason: value.end_reason ?? null,
  structuredOutput: value.structured_output ?? null,
  transcript: value.transcript?.map((t) => ({ role: t.role, content: t.content ?? '' })) ?? null,
});

const list = z.looseObject({
  calls: z.array(z.looseObject({ phone_number: z.string().nullish() })),
});

/** Reads the attempts at one number out of a list of attempts, which names no orders; null: it is no such list. */
export function readAttempts(json: unknown, e164: string): readonly AttemptView[] | null {
  const parsed = list.safeParse(json);
  if (!parsed.success) return null;
  return parsed.data.calls.flatMap((item) => {
    const one = item.phone_number === e164 ? attempt.safeParse(item) : null;
    return one?.success === true ? [toAttempt(one.data)] : [];
  });
}

/** Reads `{call: …}` or a bare call; null when it is neither. */
export function readOrder(json: unknown): OrderView | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success) return null;
  const value = parsed.data.call;
  return {
    id: value.id,
    status: value.status,
    attempts: value.call_attempts.map(toAttempt).reverse(),
    metadata: value.metadata ?? {},
  };
}
