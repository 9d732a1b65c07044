import * as z from 'zod';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { assistantSchema } from '../model/assistant.ts';
import { ATTEMPT_STATUSES, DIAL_ERRORS, ENDERS, ORDER_STATUSES, RESULTS } from '../model/order.ts';
import { retryConfigSchema } from '../model/retry-config.ts';
import { PROVIDERS } from '../http/voices.ts';

/** The answers, as the document of this API describes them. Nothing else is in them, and nothing is missing. */

const time = z.iso.datetime();
const maybeTime = time.nullable();

const turn = z.object({
  role: z.enum(['user', 'assistant', 'tool']),
  content: z.string(),
  tool_name: z.string().optional(),
  tool_arguments: z.record(z.string(), z.unknown()).optional(),
  tool_is_error: z.boolean().optional(),
});

export const attemptSchema = z.object({
  id: z.string(),
  answered_at: maybeTime,
  dial_error: z.enum(DIAL_ERRORS).nullable(),
  ended_at: maybeTime,
  phone_number: z.string(),
  recording_url: z.string().nullable(),
  result: z.enum(RESULTS).nullable(),
  started_at: maybeTime,
  status: z.enum(ATTEMPT_STATUSES),
  end_reason: z.string().nullable(),
  ended_by: z.enum(ENDERS).nullable(),
  structured_output: z.record(z.string(), z.unknown()).nullable(),
  transcript: z.array(turn).nullable(),
});

export const assistantRecordSchema = (rules: ZoneRules) =>
  assistantSchema(rules).extend({
    id: z.string(),
    name: z.string(),
    organization_id: z.string(),
    created_at: time,
    updated_at: time,
    faq_items: z.array(
      z.object({
        id: z.string(),
        question: z.string(),
        answer: z.string(),
        needs_human_answer: z.boolean(),
        source: z.enum(['human', 'ai']),
      }),
    ),
    pending_faq_count: z.int(),
  });

export const callSchema = (
  rules: ZoneRules,
  parts: { attempt: z.ZodType; assistant: z.ZodType; llmModel: z.ZodType },
) =>
  z.object({
    id: z.string(),
    assistant: parts.assistant.nullable(),
    call_attempts: z.array(parts.attempt),
    call_retry_config: retryConfigSchema(rules).nullable(),
    calls_count: z.int(),
    campaign: z.object({ id: z.string(), name: z.string() }).nullable(),
    created_at: time,
    direction: z.enum(['inbound', 'outbound']),
    first_sentence_delay_ms: z.int(),
    from_phone_number: z.string(),
    is_cancelled: z.boolean(),
    is_completed: z.boolean(),
    last_call_attempt: parts.attempt.nullable(),
    llm_model: parts.llmModel,
    metadata: z.record(z.string(), z.string()).nullable(),
    organization_id: z.string(),
    scheduled_at: maybeTime,
    status: z.enum(ORDER_STATUSES),
    to_phone_number: z.string(),
  });

export const voiceOfferSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  provider: z.enum(PROVIDERS),
  language: z.string(),
});

export const userSchema = z.object({
  id: z.string(),
  created_at: time,
  email: z.string(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  has_completed_onboarding: z.boolean(),
  organization_id: z.string(),
  updated_at: time,
});

export const problemSchema = z.object({
  error: z.string(),
  message: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
});

/** What is posted to `webhook_url` when an order is over. */
export const webhookSchema = z.object({
  call_order_id: z.string(),
  call_id: z.string().nullable(),
  status: z.enum(ORDER_STATUSES),
  result: z.enum(RESULTS).nullable(),
  annotation: z.string().nullable(),
  transcript: z.string().nullable(),
  recording_url: z.string().nullable(),
  started_at: maybeTime,
  ended_at: maybeTime,
  calls_count: z.int(),
});
