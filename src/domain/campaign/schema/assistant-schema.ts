import * as z from 'zod';
import { LONGEST_CALL_SECONDS } from '../fields/defaults.ts';
import { e164, nonBlank, webAddress } from '../fields/fields.ts';
import { retrySchema } from './retry-schema.ts';

/** The inline `assistant` of `POST /call`: all 17 fields of the vendor's reference page, and `more`. */

/** The range of `voice.speed` depends on the provider; the schema's own bounds are the wider of the two. */
export const VOICE_SPEED: Readonly<Record<string, { min: number; max: number }>> = {
  cartesia: { min: 0.6, max: 1.5 },
  elevenlabs: { min: 0.7, max: 1.2 },
};

const speedRule = (provider: string): Readonly<Record<string, unknown>> => ({
  if: { properties: { provider: { const: provider } } },
  then: {
    properties: {
      speed: { minimum: VOICE_SPEED[provider]?.min, maximum: VOICE_SPEED[provider]?.max },
    },
  },
});

const voice = z
  .strictObject({
    id: nonBlank({ description: 'The ID of the voice.', examples: ['voice-id'] }),
    provider: z
      .enum(['cartesia', 'elevenlabs'])
      .meta({ description: 'The provider of the voice.', examples: ['cartesia'] }),
    speed: z
      .number()
      .min(0.6)
      .max(1.5)
      .meta({
        description: 'The speed: 0.6 to 1.5 with cartesia, 0.7 to 1.2 with elevenlabs.',
        default: 1,
      })
      .optional(),
  })
  .meta({
    description: 'The voice to use for the call.',
    allOf: Object.keys(VOICE_SPEED).map(speedRule),
  });

const llmModel = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('dedicated-instance'),
      name: z.enum(['gpt-4.1', 'ministral-3-8b-instruct']).meta({ examples: ['gpt-4.1'] }),
    }),
    z.strictObject({
      type: z.literal('openrouter'),
      openrouter_model_id: nonBlank({
        description: 'The model ID to use from OpenRouter.',
        examples: ['openai/gpt-4.1'],
      }),
      openrouter_provider: nonBlank({
        description: 'The provider to use from OpenRouter.',
        examples: ['openai'],
      }),
    }),
  ])
  .meta({ description: 'The language model that speaks.' });

const OUTPUT_TYPES = ['string', 'number', 'boolean', 'enum', 'date', 'datetime'] as const;

const structuredOutput = z
  .strictObject({
    name: nonBlank({
      description: 'The name of the answer. It becomes the result column output.NAME.',
      examples: ['confirmed'],
    }),
    type: z
      .enum(OUTPUT_TYPES)
      .meta({ description: 'What kind of answer it is.', examples: ['boolean'] }),
    required: z
      .boolean()
      .meta({ description: 'Whether the answer must always be given.', examples: [true] }),
    description: z
      .string()
      .meta({ description: 'What the answer means, for the model that extracts it.' })
      .optional(),
    enum_options: z
      .array(z.string())
      .meta({ description: 'The possible answers, with type: enum.' })
      .optional(),
  })
  .meta({
    if: { properties: { type: { const: 'enum' } }, required: ['type'] },
    then: { properties: { enum_options: { minItems: 1 } }, required: ['enum_options'] },
  });

const faqItem = z.strictObject({
  question: z.string().meta({ examples: ['Where do I park?'] }),
  answer: z.string().meta({ examples: ['Behind the building.'] }),
});

export const assistantSchema = z
  .strictObject({
    prompt: nonBlank({
      description:
        'What the agent is told. {{name}} is replaced by the contact’s column of that name; {{plan|your plan}} says what to say where the cell is blank.',
      examples: ['You call {{first_name}} to confirm an appointment.'],
    }),
    background_sound: z
      .literal('audio/office.ogg')
      .nullable()
      .meta({ description: 'The background sound of the call.' })
      .optional(),
    calendly: z
      .strictObject({
        connection_id: nonBlank({ description: 'The connection to the Calendly account.' }),
        event_type_id: nonBlank({ description: 'The event type to schedule.' }),
      })
      .nullable()
      .meta({ description: 'Lets the agent schedule an event.' })
      .optional(),
    call_retry_config: retrySchema.optional(),
    end_of_call_sentence: z
      .string()
      .meta({ description: 'What the agent says when it decides to end the call.' })
      .optional(),
    faq_items: z
      .array(faqItem)
      .meta({ description: 'Questions that people ask, with their answers.' })
      .optional(),
    first_sentence: z
      .string()
      .meta({
        description: 'The first sentence, or what it should be about: see first_sentence_mode.',
      })
      .optional(),
    first_sentence_delay_ms: z
      .int()
      .min(0)
      .meta({ description: 'Silence before the first sentence, in milliseconds.', default: 400 })
      .optional(),
    first_sentence_mode: z
      .enum(['generated', 'static', 'none'])
      .meta({
        description:
          'static: first_sentence is spoken as it stands. generated: the model makes one from it. none: the agent waits for the person to speak.',
      })
      .optional(),
    ivr_navigation_enabled: z
      .boolean()
      .meta({ description: 'Lets the agent press keys to get through phone menus.' })
      .optional(),
    llm_model: llmModel.optional(),
    max_call_duration_secs: z
      .number()
      .positive()
      .max(LONGEST_CALL_SECONDS)
      .meta({ description: 'The longest a call may last, in seconds.', examples: [300] })
      .optional(),
    structured_output_config: z
      .array(structuredOutput)
      .meta({ description: 'What is to be read out of each call.' })
      .optional(),
    transfer_phone_number: e164({})
      .nullable()
      .meta({
        description:
          'Where people are put through to when they ask for a human, in E.164 format, in quotes.',
        examples: ['+12025550123'],
      })
      .optional(),
    voice: voice.optional(),
    voicemail_message: z
      .string()
      .nullable()
      .meta({
        description: 'What is spoken to an answering machine; null hangs up without a word.',
      })
      .optional(),
    webhook_url: webAddress({
      description: 'The web address that is told when the call is over.',
    }).optional(),
    more: z
      .record(z.string(), z.unknown())
      .meta({
        description:
          'Fields of the voice API that are not on its reference page, sent as they stand. Nothing here checks them.',
        examples: [{ thinking_sound: true }],
      })
      .optional(),
  })
  .meta({ description: 'The agent that speaks, as the voice API’s POST /call takes it.' });
