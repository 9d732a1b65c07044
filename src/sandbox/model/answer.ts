import { ORGANIZATION } from './assistant.ts';
import type { Attempt, StoredOrder } from './order.ts';

/** The JSON of answers: every field of the reference page is there, null rather than missing. */
export type CallAnswer = Readonly<Record<string, unknown>> & { readonly id: string };

const DEFAULT_MODEL = { type: 'dedicated-instance', name: 'gpt-4.1' } as const;
const DEFAULT_DELAY_MS = 400;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const attemptAnswer = (attempt: Attempt, number: string): CallAnswer => ({
  id: attempt.id,
  answered_at: iso(attempt.answeredAt),
  dial_error: attempt.dialError,
  ended_at: iso(attempt.endedAt),
  phone_number: number,
  recording_url: attempt.recordingUrl,
  result: attempt.result,
  started_at: iso(attempt.startedAt),
  status: attempt.status,
  end_reason: attempt.endReason,
  ended_by: attempt.endedBy,
  structured_output: attempt.structuredOutput,
  transcript: attempt.transcript,
});

export function callAnswer({ birth, state }: StoredOrder): CallAnswer {
  const attempts = state.attempts.map((a) => attemptAnswer(a, birth.number)).reverse();
  return {
    id: birth.id,
    assistant: birth.assistant,
    call_attempts: attempts,
    call_retry_config: birth.retry,
    calls_count: attempts.length,
    campaign: null,
    created_at: iso(birth.createdAt),
    direction: 'outbound',
    first_sentence_delay_ms: birth.assistant?.first_sentence_delay_ms ?? DEFAULT_DELAY_MS,
    from_phone_number: birth.from,
    is_cancelled: state.status === 'cancelled',
    is_completed: state.status === 'completed',
    last_call_attempt: attempts[0] ?? null,
    llm_model: birth.assistant?.llm_model ?? DEFAULT_MODEL,
    metadata: birth.metadata,
    organization_id: ORGANIZATION,
    scheduled_at: iso(birth.scheduledAt),
    status: state.status,
    to_phone_number: birth.number,
  };
}
