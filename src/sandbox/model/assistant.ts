import * as z from 'zod';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { retryConfigSchema } from './retry-config.ts';
import { Chance } from './chance.ts';
import { e164, httpUrl, maybe, maybeElse } from './fields.ts';

/** The request's `assistant`, field by field as the reference page has it. Unknown keys are ignored. */

const SPEEDS = { cartesia: [0.6, 1.5], elevenlabs: [0.7, 1.2] } as const;

const calendly = z.object({ connection_id: z.string(), event_type_id: z.string() });

const faqItem = z.object({ answer: z.string(), question: z.string() });

export const llmModel = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('dedicated-instance'),
    name: z.enum(['gpt-4.1', 'ministral-3-8b-instruct']),
  }),
  z.object({
    type: z.literal('openrouter'),
    openrouter_model_id: z.string(),
    openrouter_provider: z.string(),
  }),
]);

const outputField = z.object({
  name: z.string().min(1),
  required: z.boolean(),
  type: z.enum(['string', 'number', 'boolean', 'enum', 'date', 'datetime']),
  description: maybe(z.string()),
  enum_options: maybe(z.array(z.string())),
});

const voiceSchema = z
  .object({
    id: z.string().min(1),
    provider: z.enum(['cartesia', 'elevenlabs']),
    speed: maybe(z.number().min(0.6).max(1.5)),
  })
  .refine(
    ({ provider, speed }) => {
      const [low, high] = SPEEDS[provider];
      return speed === undefined || (speed >= low && speed <= high);
    },
    {
      path: ['speed'],
      message: 'is outside the provider’s range: cartesia 0.6–1.5, elevenlabs 0.7–1.2',
    },
  );

/** Each field of an assistant but its prompt, with the default that the page states, or null. */
const assistantFields = (rules: ZoneRules) => ({
  background_sound: z.literal('audio/office.ogg').nullable().default(null),
  calendly: calendly.nullable().default(null),
  call_retry_config: retryConfigSchema(rules).nullable().default(null),
  end_of_call_sentence: z.string().nullable().default(null),
  faq_items: maybeElse(z.array(faqItem), () => []),
  first_sentence: z.string().nullable().default(null),
  first_sentence_delay_ms: maybeElse(z.int().min(0), () => 400),
  first_sentence_mode: maybeElse(
    z.enum(['generated', 'static', 'none']),
    () => 'generated' as const,
  ),
  ivr_navigation_enabled: maybeElse(z.boolean(), () => false),
  llm_model: maybeElse(llmModel, () => ({
    type: 'dedicated-instance' as const,
    name: 'gpt-4.1' as const,
  })),
  /** With 0 the call is hung up as soon as it is answered: nothing says that it means no limit. */
  max_call_duration_secs: maybeElse(z.number().min(0), () => 600),
  structured_output_config: z.array(outputField).nullable().default(null),
  transfer_phone_number: e164.nullable().default(null),
  voice: voiceSchema.nullable().default(null),
  voicemail_message: z.string().nullable().default(null),
  webhook_url: httpUrl.nullable().default(null),
});

export const assistantSchema = (rules: ZoneRules) =>
  z.object({ prompt: z.string(), ...assistantFields(rules) });

/** One that is kept under a name. */
export const storedAssistantSchema = (rules: ZoneRules) =>
  assistantSchema(rules).extend({ name: z.string().min(1) });

/** Of one that exists nothing has to be named. */
export const changeAssistantSchema = (rules: ZoneRules) =>
  storedAssistantSchema(rules)
    .partial()
    .extend({ name: maybe(z.string().min(1)), prompt: maybe(z.string()) });

type AssistantInput = z.output<ReturnType<typeof assistantSchema>>;
export type OutputField = z.output<typeof outputField>;
export type { RetryConfig } from './retry-config.ts';

/** An assistant as answers show it. */
export type AssistantRecord = Omit<AssistantInput, 'faq_items'> & {
  readonly id: string;
  readonly name: string;
  readonly organization_id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly faq_items: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: string;
    readonly needs_human_answer: boolean;
    readonly source: 'human' | 'ai';
  }[];
  readonly pending_faq_count: number;
};

export const ORGANIZATION = new Chance('organization').uuid('id');

/** `id` decides the ids of the questions, so that the same order is echoed with the same ids. */
export function toRecord(
  input: AssistantInput,
  known: { readonly id: string; readonly name: string; readonly at: number },
): AssistantRecord {
  const at = new Date(known.at).toISOString();
  return {
    ...input,
    id: known.id,
    name: known.name,
    organization_id: ORGANIZATION,
    created_at: at,
    updated_at: at,
    faq_items: input.faq_items.map((item, index) => ({
      id: new Chance(known.id, 'faq', index + 1).uuid('id'),
      question: item.question,
      answer: item.answer,
      needs_human_answer: false,
      source: 'human' as const,
    })),
    pending_faq_count: 0,
  };
}
