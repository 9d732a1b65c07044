import type { z } from 'zod';
import { isCountry, isStateOf } from '../campaign/countries.ts';
import { nearest } from '../campaign/problems/nearest.ts';
import { countryOf } from '../contact/address/country-name.ts';
import { AUDIENCES, PURPOSES, type RuleRecord } from './rule.ts';
import { ruleRecordOf, ruleRecordSchema, type WrittenRule } from './record-schema.ts';

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

type OwnRulesRead =
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
    else problems.push(...inVain(parsed.data).map((problem) => `${where}: ${problem}`));
    return whole;
  });
  const ids = rules.map((rule) => rule['id']);
  const twice = ids.find((id, nth) => ids.indexOf(id) !== nth);
  if (twice !== undefined) problems.push(`rule ${String(twice)}: is there twice`);
  if (list.length === 0 || value === null) return { ok: false, problems: [NO_RULE] };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules };
}

const NO_RULE = 'there is no rule in it; a rule begins with - id:';

/** Why a rule would do less than its author thinks: nobody may take it for a limit that is kept. */
function inVain(rule: WrittenRule): readonly string[] {
  const places = [...rule.in, ...rule.closures.flatMap((closure) => closure.in ?? [])];
  const unknown = places.map(placeProblem).filter((problem) => problem !== null);
  const limits = [rule.closures, rule.caps, rule.cool_off].some((one) => one.length > 0);
  const asks = [rule.consent, rule.ai_disclosure, rule.recording_notice, rule.caller_named];
  const isAsking = [...asks, rule.opt_out_offered].some((one) => one !== null);
  const narrows = rule.hours?.some((windows) => windows.join() !== '00:00-24:00') === true;
  return [
    ...unknown,
    ...(rule.consent?.lifts_hours === true
      ? ['lifts_hours would widen; a rule of your own may only narrow']
      : []),
    ...(limits || isAsking || narrows
      ? []
      : [
          'narrows nothing, and a rule of your own can do nothing else: the rules that ship hold beside it. Give it hours, closures, caps or consent, or leave it out',
        ]),
  ];
}

/** `FR`, `US-FL`. Of a place that is written in another way the rule would hold nowhere. */
function placeProblem(place: string): string | null {
  const [country = '', state, ...more] = place.split('-');
  const isState =
    state === undefined || (/^[A-Z\d]{1,3}$/.test(state) && isStateOf(country, state));
  if (isCountry(country) && isState && more.length === 0) return null;
  const meant = countryOf(isState || isCountry(country) ? country : place) ?? countryOf(place);
  const fix = meant === null || meant === country ? 'write it like FR or US-FL' : `write ${meant}`;
  return `in: ${JSON.stringify(place)} is no place that is known, so the rule would hold nowhere; ${fix}`;
}

/** As the program decides by them; they have been read by `readOwnRules`. */
export const ownRuleRecords = (
  rules: readonly Readonly<Record<string, unknown>>[],
): readonly RuleRecord[] => rules.map((rule) => ruleRecordOf(ruleRecordSchema.parse(rule)));

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): string =>
  isTree(value) && typeof value['id'] === 'string' ? value['id'] : '';

const KEYS = ['id', 'name', 'verified_on', ...Object.keys(LEFT_OUT)];

const reasonsOf = (error: z.ZodError): string => error.issues.flatMap(reasonOf).join('; ');

function reasonOf(issue: z.core.$ZodIssue): readonly string[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [`${path || 'it'}: ${issue.message}`];
  return issue.keys.map((key) => {
    const meant = path === '' ? nearest(key, KEYS) : null;
    const fix = meant === null ? '' : `; did you mean ${meant}?`;
    return `${[...issue.path, key].join('.')}: is no key of a rule${fix}`;
  });
}
