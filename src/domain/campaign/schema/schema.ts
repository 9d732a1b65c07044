import * as z from 'zod';
import { assistantSchema } from './assistant-schema.ts';
import { columnsSchema } from './columns.ts';
import { VOICEMAIL_RULES } from '../../order/voicemail.ts';
import {
  DEFAULT_EXTRACT,
  DEFAULT_LINES,
  DEFAULT_REPEAT_AFTER,
  DEFAULT_VOICEMAIL,
} from '../fields/defaults.ts';
import { capsSchema, coolOffSchema, subjectSchema } from './limits-schema.ts';
import {
  campaignName,
  country,
  currency,
  duration,
  e164,
  moment,
  nonBlank,
} from '../fields/fields.ts';
import { disclosureSchema } from './disclosure-schema.ts';
import { consentSchema } from './consent-schema.ts';
import { DEFAULT_OUTCOMES, OUTCOME_ACTIONS, type ConfigurableOutcome } from '../outcomes.ts';
import { optOutSchema } from '../opt-out.ts';
import { retrySchema } from './retry-schema.ts';
import { holidaysSchema } from './holidays-schema.ts';
import { locationSchema, nonGeographicSchema } from './location-schema.ts';
import { audienceSchema, blackoutSchema, purposeSchema, rulesSchema } from './rules-schema.ts';
import { suppressSchema } from './suppress-schema.ts';
import { successSchema } from '../success.ts';

const concurrency = z
  .strictObject({
    max: z
      .int()
      .min(1)
      .meta({
        description: 'How many calls may be live at once.',
        default: DEFAULT_LINES,
        examples: [DEFAULT_LINES],
      })
      .optional(),
    key: nonBlank({
      description:
        'Named: the provider is told {key, max} too, and counts all calls with this key.',
    }).optional(),
    key_column: nonBlank({
      description: 'The header of a column whose values each have their own limit, max_per_key.',
    }).optional(),
    max_per_key: z
      .int()
      .min(1)
      .meta({
        description: 'How many calls may be live at once for one value of key_column.',
        examples: [2],
      })
      .optional(),
  })
  .meta({
    description: 'How many calls may be live at once.',
    dependencies: { max_per_key: ['key_column'], key_column: ['max_per_key'] },
  });

const pace = z
  .strictObject({
    starts: z
      .int()
      .min(1)
      .meta({ description: 'How many calls may be started.', examples: [30] }),
    per: z.enum(['second', 'minute']).meta({ description: 'In what time.', examples: ['minute'] }),
  })
  .meta({ description: 'How fast calls are started.' });

const outcome = (name: ConfigurableOutcome) =>
  z
    .enum(OUTCOME_ACTIONS)
    .meta({
      description: 'again: until max_retry_attempts. once_more: one more time. stop: never again.',
      default: DEFAULT_OUTCOMES[name],
    })
    .optional();

/** One key for each of `CONFIGURABLE_OUTCOMES`, spelled out so that an editor offers them. */
const outcomes = z
  .strictObject({
    voicemail: outcome('voicemail'),
    no_answer: outcome('no_answer'),
    busy: outcome('busy'),
    temporarily_unavailable: outcome('temporarily_unavailable'),
    non_classified_error: outcome('non_classified_error'),
    unanswered: outcome('unanswered'),
    answered_unknown: outcome('answered_unknown'),
    'ios-screening-filter': outcome('ios-screening-filter'),
    IVR: outcome('IVR'),
    number_non_attributed: outcome('number_non_attributed'),
    no_international_permission: outcome('no_international_permission'),
    precondition_failed: outcome('precondition_failed'),
  })
  .meta({ description: 'What follows when an attempt ended without a human.' });

const rate = z
  .union([
    z.number().min(0),
    z.strictObject({
      amount: z
        .number()
        .min(0)
        .meta({ description: 'The price.', examples: [0.12] }),
      currency: currency({ description: 'Three letters, ISO 4217.', examples: ['USD'] }).optional(),
    }),
  ])
  .meta({ description: 'What a minute of calling costs, for estimates only.', examples: [0.12] });

/** The campaign file. The one schema: types, checks and the JSON Schema for editors come from it. */
export const campaignSchema = z
  .strictObject({
    $schema: z.string().meta({ description: 'For editors; not read.' }).optional(),
    name: campaignName(),
    assistant: assistantSchema.optional(),
    assistant_id: nonBlank({
      description: 'The ID of a stored assistant, instead of assistant.',
      examples: ['assistant-id'],
    }).optional(),
    from_phone_number: e164({
      description:
        'The number that calls, in E.164 format, in quotes. Without it, the provider’s default.',
      examples: ['+12025550123'],
    }).optional(),
    concurrency: concurrency.optional(),
    call_retry_config: retrySchema.optional(),
    scheduled_at: moment({
      description:
        'Nobody is called before this moment. Without an offset it is read by each recipient’s own clock.',
      examples: ['2026-12-01T09:00', '2026-12-01T09:00:00Z'],
    }).optional(),
    force_now: z
      .boolean()
      .meta({
        description:
          'Replaces the calling windows by the whole day, every day. The law’s hours still hold.',
        default: false,
      })
      .optional(),
    rules: rulesSchema.optional(),
    purpose: purposeSchema.optional(),
    audience: audienceSchema.optional(),
    blackout: blackoutSchema.optional(),
    consent: consentSchema.optional(),
    disclosure: disclosureSchema.optional(),
    suppress: suppressSchema.optional(),
    location: locationSchema.optional(),
    non_geographic: nonGeographicSchema.optional(),
    holidays: holidaysSchema.optional(),
    caps: capsSchema.optional(),
    cool_off: coolOffSchema.optional(),
    subject: subjectSchema.optional(),
    refusal: successSchema
      .meta({
        description:
          'When a talk counts as a refusal: a condition on what was read out of it. Without it, every talk that is no success.',
      })
      .optional(),
    pace: pace.optional(),
    voicemail: z
      .enum(VOICEMAIL_RULES)
      .meta({
        description:
          'Which answering machine of a person hears voicemail_message: the first, that of the last attempt, every one, or none.',
        default: DEFAULT_VOICEMAIL,
      })
      .optional(),
    outcomes: outcomes.optional(),
    success: successSchema.optional(),
    opt_out_field: optOutSchema.optional(),
    columns: columnsSchema.optional(),
    dates: z
      .enum(['month-first', 'day-first'])
      .meta({
        description:
          'Which comes first in dates of the contact file such as 3/11/26. Dates that can be only one day need no word; with dots, as 11.03.2026, the day comes first unless this says otherwise.',
      })
      .optional(),
    encoding: nonBlank({
      description:
        'What the contact file is encoded in, where it is not UTF-8: shift_jis, gbk, windows-1251, macintosh and others. Files of suppress that are not UTF-8 are read by it too.',
      examples: ['windows-1252'],
    }).optional(),
    default_country: country({
      description: 'The country of numbers written without a country code (ISO 3166, two letters).',
      examples: ['US'],
    }).optional(),
    extract: z
      .boolean()
      .meta({
        description: 'Find the phone number in cells that have other text in them too.',
        default: DEFAULT_EXTRACT,
      })
      .optional(),
    repeat_after: duration({
      description:
        'How long a number rests after an order of another run. Without it, people whom another run has reached within 30 days are left out as well, unless you say that they are called again (--again-reached).',
      default: DEFAULT_REPEAT_AFTER,
      examples: [DEFAULT_REPEAT_AFTER],
    }).optional(),
    provider_retries: z
      .enum(['cancel', 'accept'])
      .meta({
        description:
          'With assistant_id whose stored assistant makes several attempts. cancel: after the first without a human. accept: they are the provider’s.',
      })
      .optional(),
    rate: rate.optional(),
  })
  .meta({
    title: 'Campaign',
    description: 'Whom to be, when to call, how often, and how many at once.',
    oneOf: [{ required: ['assistant'] }, { required: ['assistant_id'] }],
    not: {
      required: ['call_retry_config', 'assistant'],
      properties: { assistant: { required: ['call_retry_config'] } },
    },
    dependencies: { provider_retries: ['assistant_id'], voicemail: ['assistant'] },
  });

export type CampaignFile = z.infer<typeof campaignSchema>;
