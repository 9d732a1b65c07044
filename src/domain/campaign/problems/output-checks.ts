import { nearest } from './nearest.ts';
import {
  isTree,
  listAt,
  problem,
  shown,
  valueAt,
  type CampaignProblem,
  type Keys,
} from './problem.ts';

/** What a call is to bring back, and whether `success` and `refusal` ask for something it can bring back. */

const OUTPUTS = ['assistant', 'structured_output_config'];

function options(output: unknown, keys: Keys): CampaignProblem[] {
  const type = valueAt(output, ['type']);
  const list = valueAt(output, ['enum_options']);
  const at = [...keys, 'enum_options'];
  if (type === 'enum') {
    if (list === undefined || (Array.isArray(list) && list.length === 0)) {
      return [problem(at, 'is needed with type: enum', 'add enum_options: [yes, no]')];
    }
    return repeated(listAt(output, ['enum_options']), at);
  }
  if (typeof type !== 'string' || !Array.isArray(list) || list.length === 0) return [];
  return [problem(at, `has no meaning with type: ${type}`, 'write type: enum, or remove it')];
}

function repeated(values: readonly unknown[], keys: Keys): CampaignProblem[] {
  return values.flatMap((value, i) =>
    values.indexOf(value) === i
      ? []
      : [problem([...keys, i], `${shown(value)} is there twice`, 'remove one of the two')],
  );
}

function outputs(root: unknown): CampaignProblem[] {
  const list = listAt(root, OUTPUTS);
  const names = list.map((output) => valueAt(output, ['name']));
  return list.flatMap((output, i) => {
    const keys = [...OUTPUTS, i];
    const name = names[i];
    const twice = typeof name === 'string' && names.indexOf(name) !== i;
    return [
      ...(twice ? [problem([...keys, 'name'], `${shown(name)} is there twice`, 'rename one')] : []),
      ...options(output, keys),
    ];
  });
}

const TESTS = ['equals', 'in', 'at_least', 'present'];
const FORMS = 'write { field: confirmed, equals: true }, or all: […], or any: […]';

function shape(test: unknown, keys: Keys, isTop: boolean): CampaignProblem[] {
  if (!isTree(test)) return [];
  const forms = ['all', 'any'].filter((key) => key in test);
  const asked = TESTS.filter((key) => key in test);
  if (isTop && forms.length > 0) {
    const others = [...asked, ...('field' in test ? ['field'] : [])];
    if (forms.length === 1 && others.length === 0) return [];
    return [problem(keys, `has ${[...forms, ...others].join(' and ')} side by side`, FORMS)];
  }
  // Inside of a list the schema itself says that the field is missing.
  if (!('field' in test)) return isTop ? [problem(keys, 'names no field', FORMS)] : [];
  if (asked.length === 1) return [];
  const message = asked.length === 0 ? 'asks nothing' : `asks ${asked.join(' and ')} at once`;
  return [problem(keys, message, 'give one of equals, in, at_least, present')];
}

function wantedValues(test: unknown, keys: Keys): [Keys, unknown][] {
  const equals = valueAt(test, ['equals']);
  const among = listAt(test, ['in']).map((value, i): [Keys, unknown] => [
    [...keys, 'in', i],
    value,
  ]);
  return equals === undefined ? among : [[[...keys, 'equals'], equals], ...among];
}

/** Whether an answer of this declared kind can be `value`. */
function impossible(output: unknown, value: unknown): string | null {
  // Of what is no answer at all the schema has spoken.
  if (typeof value === 'object') return null;
  const type = valueAt(output, ['type']);
  const choices = listAt(output, ['enum_options']);
  if (type === 'boolean' && typeof value !== 'boolean') return 'write true or false';
  if (type === 'number' && typeof value !== 'number') return 'write a number';
  if (type !== 'enum' || choices.includes(value)) return null;
  const texts = choices.filter((choice) => typeof choice === 'string');
  const meant = nearest(String(value), texts);
  return meant === null ? `write one of ${texts.join(', ')}` : `did you mean ${meant}?`;
}

function declared(root: unknown, test: unknown, keys: Keys): CampaignProblem[] {
  const field = valueAt(test, ['field']);
  if (valueAt(root, ['assistant']) === undefined || typeof field !== 'string') return [];
  const list = listAt(root, OUTPUTS);
  const output = list.find((one) => valueAt(one, ['name']) === field);
  if (output === undefined) {
    const names = list.map((one) => valueAt(one, ['name'])).filter((n) => typeof n === 'string');
    const meant = nearest(field, names);
    const fix = meant === null ? 'declare it there' : `did you mean ${meant}?`;
    const message = `${shown(field)} is not in assistant.structured_output_config`;
    return [problem([...keys, 'field'], message, fix)];
  }
  const type = String(valueAt(output, ['type']));
  const found = wantedValues(test, keys).flatMap(([at, value]) => {
    const fix = impossible(output, value);
    return fix === null ? [] : [problem(at, `${shown(value)} can never be ${field}: ${type}`, fix)];
  });
  const least = valueAt(test, ['at_least']);
  if (least === undefined || type === 'number' || type === 'string') return found;
  const message = `needs a number, and ${field} is ${type}`;
  return [...found, problem([...keys, 'at_least'], message, 'use equals, in or present')];
}

/** The keys of a campaign that are conditions on the structured output. */
const CONDITIONS = ['success', 'refusal'];

function condition(root: unknown, name: string): CampaignProblem[] {
  const top = valueAt(root, [name]);
  const places: Keys[] = [[name]];
  for (const form of ['all', 'any']) {
    listAt(top, [form]).forEach((_, i) => places.push([name, form, i]));
  }
  return places.flatMap((keys) => {
    const test = valueAt(root, keys);
    return [...shape(test, keys, keys.length === 1), ...declared(root, test, keys)];
  });
}

export const outputChecks = (root: unknown): CampaignProblem[] => [
  ...outputs(root),
  ...CONDITIONS.flatMap((name) => condition(root, name)),
];
