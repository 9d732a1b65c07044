import type { z } from 'zod';
import { AUDIENCES, PURPOSES, type RuleRecord } from '../schedule/rule.ts';
import { ruleRecordOf, ruleRecordSchema } from './record-schema.ts';

/**
 * A rule of one's own has the keys of `rules.json`. Most of them may be left out: then it holds for everybody, on every
 * date, for every purpose, and asks for nothing more. It comes on top of the rules that ship, so it can only narrow.
 */
const LEFT_OUT = {
  in: [],
  automatic: true,
  purposes: [...PURPOSES],
  audience: [...AUDIENCES],
  effective_from: null,
  until: null,
  hours: null,
  closures: [],
  caps: [],
  cool_off: [],
  consent: null,
  ai_disclosure: null,
  recording_notice: null,
  caller_named: null,
  opt_out_offered: null,
  basis: 'convention',
  sources: ['a rule of the campaign’s own'],
  quote: null,
  confidence: 'high',
  review_by: '9999-12-31',
  note: null,
} as const;

/** In place of the day on which the sources were read, where a rule of one's own does not say it. */
export const READ_NEVER = '1970-01-01';

export type OwnRulesRead =
  | { readonly ok: true; readonly rules: readonly Record<string, unknown>[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The rules of a file, or what is wrong with them. `taken`: the ids of the rules that ship. */
export function readOwnRules(value: unknown, taken: readonly string[]): OwnRulesRead {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const problems: string[] = [];
  const rules = list.map((one, nth): Record<string, unknown> => {
    const whole: Record<string, unknown> = {
      name: idOf(one),
      verified_on: READ_NEVER,
      ...LEFT_OUT,
      ...(isTree(one) ? one : {}),
    };
    const parsed = ruleRecordSchema.safeParse(whole);
    const where = `rule ${idOf(one) || nth + 1}`;
    if (!isTree(one)) problems.push(`${where}: is not a group of keys`);
    else if (!parsed.success) problems.push(`${where}: ${reasonsOf(parsed.error)}`);
    else if (taken.includes(parsed.data.id))
      problems.push(`${where}: a rule that ships has this id; give it another one`);
    else if (parsed.data.consent?.lifts_hours === true)
      problems.push(`${where}: lifts_hours would widen; a rule of your own may only narrow`);
    return whole;
  });
  const ids = rules.map((rule) => rule['id']);
  const twice = ids.find((id, nth) => ids.indexOf(id) !== nth);
  if (twice !== undefined) problems.push(`rule ${String(twice)}: is there twice`);
  if (list.length === 0) problems.push('there is no rule in it');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules };
}

/** As the program decides by them; they have been read by `readOwnRules`. */
export const ownRuleRecords = (
  rules: readonly Readonly<Record<string, unknown>>[],
): readonly RuleRecord[] => rules.map((rule) => ruleRecordOf(ruleRecordSchema.parse(rule)));

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): string =>
  isTree(value) && typeof value['id'] === 'string' ? value['id'] : '';

const reasonsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ');
