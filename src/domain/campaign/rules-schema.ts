import * as z from 'zod';
import { dayOfIso } from '../schedule/calendar.ts';
import type { RuleChoice } from '../schedule/law.ts';
import { AUDIENCES, DEFAULT_AUDIENCE, DEFAULT_PURPOSE, PURPOSES } from '../schedule/rule.ts';
import { text } from './fields.ts';

/** The keys of a campaign about what the law allows, and about dates of one's own. */

/** The records of `rules.json`, in its order, so that an editor offers them and a wrong one is found. */
export const RULE_IDS = [
  'US',
  'US-business',
  'US-voice',
  'US-collections',
  'US-AL',
  'US-CA',
  'US-CT',
  'US-FL',
  'US-IL',
  'US-KY',
  'US-LA',
  'US-ME',
  'US-MD',
  'US-MA',
  'US-MS',
  'US-NE',
  'US-NV',
  'US-OK',
  'US-OR',
  'US-PA-2019',
  'US-PA',
  'US-RI',
  'US-SD',
  'US-TX',
  'US-UT',
  'US-WA',
  'US-WY',
  'FR',
  'ES',
  'IT',
  'NL',
  'DE',
  'AT',
  'GB',
  'GB-service',
  'GB-convention',
  'DK',
  'NO',
  'PT',
  'EU',
  'CA',
  'CA-ADAD',
  'AU',
  'AU-research',
  'IN',
  'BR',
  'CO',
  'ZA',
  'AE',
  'RU',
  'RU-collections',
  'VN',
  'KR',
  'TH-collections',
  'TR',
  'PE',
  'cautious',
  'EU-AI',
  'US-recording',
  'US-ME-AI',
  'US-UT-AI',
  'US-CO-AI',
] as const;

const WORDS = ['auto', 'none'];

const word = text({ enum: WORDS }, (value) =>
  WORDS.includes(value)
    ? null
    : { message: `${JSON.stringify(value)} is not auto or none`, fix: `write a list: [${value}]` },
);

const list = z
  .array(z.enum(['auto', ...RULE_IDS]))
  .min(1)
  .meta({ examples: [['auto', 'cautious']] });

export const rulesSchema = z.union([word, list]).meta({
  description:
    'Which calling rules are kept. auto: those of every place where a contact may be. A list: of those only the ones named; with auto in it, the ones named as well. none: none.',
  default: 'auto',
  examples: ['auto', ['auto', 'cautious']],
});

export const purposeSchema = z.enum(PURPOSES).meta({
  description: 'What the calls are for. Some calling rules hold for some purposes only.',
  default: DEFAULT_PURPOSE,
});

export const audienceSchema = z.enum(AUDIENCES).meta({
  description:
    'Whom the calls are for, where the row does not say it. Some calling rules speak of consumers only.',
  default: DEFAULT_AUDIENCE,
});

export const blackoutSchema = z
  .array(
    text(
      {
        description: 'A date, by the recipient’s own calendar.',
        pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
        examples: ['2026-12-24'],
      },
      (value) =>
        dayOfIso(value) === null
          ? {
              message: `${JSON.stringify(value)} is not a date`,
              fix: 'write it like 2026-12-24',
            }
          : null,
    ),
  )
  .meta({ description: 'Dates on which nobody is called, on top of the holidays of the rules.' });

export function toRuleChoice(rules: z.infer<typeof rulesSchema>): RuleChoice {
  const named = typeof rules === 'string' ? [rules] : rules;
  return {
    automatic: named.includes('auto'),
    named: named.filter((id) => id !== 'auto' && id !== 'none'),
  };
}

/** As days since 1970, in order. */
export const toBlackout = (dates: readonly string[]): readonly number[] =>
  dates.map((text) => dayOfIso(text) ?? 0).sort((a, b) => a - b);
