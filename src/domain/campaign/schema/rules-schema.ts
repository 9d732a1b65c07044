import * as z from 'zod';
import { dayOfIso } from '../../law/calendar.ts';
import type { RuleChoice } from '../../law/law.ts';
import { AUDIENCES, DEFAULT_AUDIENCE, DEFAULT_PURPOSE, PURPOSES } from '../../law/rule.ts';
import { ownRuleRecords, readOwnRules } from '../../law/own-rules.ts';
import type { RuleRecord } from '../../law/rule.ts';
import { text } from '../fields/fields.ts';
import { nearest } from '../problems/nearest.ts';
import type { Tree } from '../problems/problem.ts';

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

const NAMES: readonly string[] = ['auto', ...RULE_IDS];
const FILE = /\.(?:ya?ml|json)$/i;

const isFile = (name: string): boolean => FILE.test(name.trim());

const name = text(
  {
    anyOf: [{ enum: NAMES }, { pattern: '\\.([yY][aA]?[mM][lL]|[jJ][sS][oO][nN])$' }],
    examples: ['auto', 'cautious', './ours.yaml'],
  },
  (value) => {
    if (NAMES.includes(value) || isFile(value)) return null;
    const meant = nearest(value, NAMES);
    const message = `${JSON.stringify(value)} is no rule that is known`;
    return {
      message,
      fix:
        meant === null
          ? 'see them all with campaign rules; a file of your own ends with .yaml or .json'
          : `did you mean ${meant}?`,
    };
  },
);

/** A rule of one's own; what is in it is checked by `ownRulesProblem`. */
const own = z.record(z.string(), z.unknown()).meta({ description: 'A rule of your own.' });

const list = z
  .array(z.union([name, own]))
  .min(1)
  .check((context) => {
    const found = ownRulesProblem(context.value);
    if (found === null) return;
    const { message, fix } = found;
    context.issues.push({ code: 'custom', message, params: { fix }, input: context.value });
  })
  .meta({
    examples: [
      ['auto', 'cautious'],
      ['auto', './ours.yaml'],
    ],
  });

export const rulesSchema = z.union([word, list]).meta({
  description:
    'Which calling rules are kept. auto: those of every place where a contact may be. A list: of those only the ones named; with auto in it, the ones named as well. A file in the list, or a group of keys, has rules of your own, which may only narrow. none: none.',
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

type Written = z.infer<typeof rulesSchema>;

const listed = (rules: Written | undefined): readonly (string | Record<string, unknown>)[] =>
  typeof rules === 'string' ? [rules] : (rules ?? []);

/** Rules of one's own come on top of others: alone they would put the law out of force. */
function ownRulesProblem(
  rules: readonly (string | Record<string, unknown>)[],
): { message: string; fix: string | null } | null {
  const others = rules.filter((one) => typeof one === 'string' && !isFile(one));
  if (rules.length > 0 && others.length === 0)
    return { message: 'names only rules of your own', fix: 'add auto as the first of the list' };
  const mine = rules.filter((one) => typeof one !== 'string');
  const read = mine.length === 0 ? null : readOwnRules(mine, RULE_IDS);
  return read === null || read.ok ? null : { message: read.problems.join('; '), fix: null };
}

export function toRuleChoice(rules: Written): RuleChoice {
  const named = listed(rules).filter((one) => typeof one === 'string');
  return {
    automatic: named.includes('auto'),
    named: named.filter((id) => id !== 'auto' && id !== 'none' && !isFile(id)),
  };
}

/** The files of rules that a campaign names. */
export const toRuleFiles = (rules: Written | undefined): readonly string[] =>
  listed(rules)
    .filter((one) => typeof one === 'string')
    .filter(isFile);

/** The rules of the campaign's own. */
export function toOwnRules(rules: Written | undefined): readonly RuleRecord[] {
  const mine = listed(rules).filter((one) => typeof one !== 'string');
  if (mine.length === 0) return [];
  const read = readOwnRules(mine, RULE_IDS);
  if (!read.ok) throw new Error(`rules that were checked are wrong: ${read.problems.join('; ')}`);
  return ownRuleRecords(read.rules);
}

/** The campaign file with the rules of those files in their place: from here on it needs none of them. */
export function withRules(
  root: Tree,
  read: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>,
): Tree {
  const written = root['rules'];
  const rules: readonly unknown[] = Array.isArray(written) ? written : [written];
  const whole = rules.flatMap((one): readonly unknown[] =>
    typeof one === 'string' ? (read.get(one) ?? [one]) : [one],
  );
  return { ...root, rules: whole };
}

/** As days since 1970, in order. */
export const toBlackout = (dates: readonly string[]): readonly number[] =>
  dates.map((text) => dayOfIso(text) ?? 0).sort((a, b) => a - b);
