import type * as z from 'zod';
import { exampleAt, keysAt } from './known-keys.ts';
import { nearest } from './nearest.ts';
import {
  isTree,
  problem,
  shown,
  valueAt,
  type CampaignProblem,
  type Keys,
  type Tree,
} from './problem.ts';
import { unknownKey } from './unknown-key.ts';

/** Says a zod issue in the words of this program: the value, what is wrong with it, how to fix it. */

type Issue = z.core.$ZodIssue;
type Of<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

interface Around {
  readonly schema: Tree;
  readonly root: unknown;
}

/** Numbers that lose their plus sign, and show it nowhere, when YAML reads them without quotes. */
const PHONE_KEYS = new Set<unknown>(['from_phone_number', 'transfer_phone_number']);

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

const YES = new Set(['yes', 'on', 'y', 'true', '1']);
const NO = new Set(['no', 'off', 'n', 'false', '0']);

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : (KINDS[typeof value] ?? typeof value);

/** `"x" is text, where`, but not `true is true or false, where`. */
const standing = (value: unknown): string =>
  typeof value === 'boolean'
    ? `${value} stands where`
    : `${shown(value)} is ${kindOf(value)}, where`;

function asExample(keys: Keys, example: unknown): string | null {
  const key = keys.at(-1);
  if (example === undefined || typeof key !== 'string') return null;
  return `add ${key}: ${typeof example === 'string' ? example : shown(example)}`;
}

function toText(keys: Keys, value: unknown, example: unknown): string | null {
  if (PHONE_KEYS.has(keys.at(-1))) return 'put it in quotes, with its +: "+12025550123"';
  // YAML reads braces without quotes around them as a group of keys.
  if (isTree(value) && /^\{.*\}$/.test(Object.keys(value)[0] ?? '')) {
    return 'put the whole text in quotes, because it begins with {{';
  }
  if (typeof value !== 'number' && typeof value !== 'boolean') return null;
  return typeof example === 'string' ? `write it like ${example}` : `put it in quotes: "${value}"`;
}

function otherType(expected: string, keys: Keys, around: Around): string | null {
  const value = valueAt(around.root, keys);
  const word =
    typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
  if (expected === 'string')
    return toText(keys, value, exampleAt(around.schema, around.root, keys));
  if (expected === 'boolean' && (YES.has(word) || NO.has(word))) return `write ${YES.has(word)}`;
  if (expected === 'number' || expected === 'int') {
    const isNumber =
      typeof value === 'string' && word.trim() !== '' && Number.isFinite(Number(word));
    return isNumber ? `write ${word.trim()} without quotes` : null;
  }
  if (expected === 'array' && typeof value !== 'object')
    return `write it as a list: [${shown(value)}]`;
  if (expected === 'object') {
    const known = keysAt(around.schema, around.root, keys);
    return known.length === 0 ? null : `give it keys: ${known.slice(0, 6).join(', ')}`;
  }
  return null;
}

function invalidType(issue: Of<'invalid_type'>, keys: Keys, around: Around): CampaignProblem {
  const value = valueAt(around.root, keys);
  const expected = KINDS[issue.expected] ?? issue.expected;
  if (value === undefined) {
    return problem(
      keys,
      'is missing',
      asExample(keys, exampleAt(around.schema, around.root, keys)),
    );
  }
  if (value === null) {
    return problem(keys, 'has no value', 'give it one, or remove the line');
  }
  if (typeof value === 'number' && (issue.expected === 'int' || issue.expected === 'number')) {
    return problem(keys, `${value} is not ${expected}`, null);
  }
  // Phone numbers are not shown (I9).
  const seen = PHONE_KEYS.has(keys.at(-1)) ? `is ${kindOf(value)}, where` : standing(value);
  const fix = otherType(issue.expected, keys, around);
  return problem(keys, `${seen} ${expected} is expected`, fix);
}

function tooSmall(issue: Of<'too_small'>, keys: Keys, around: Around): CampaignProblem {
  if (issue.origin === 'array') return problem(keys, 'is an empty list', 'name at least one');
  const least =
    issue.inclusive === false ? `more than ${issue.minimum}` : `${issue.minimum} or more`;
  return problem(keys, `${shown(valueAt(around.root, keys))} is too small`, `write ${least}`);
}

function tooBig(issue: Of<'too_big'>, keys: Keys, around: Around): CampaignProblem {
  return problem(
    keys,
    `${shown(valueAt(around.root, keys))} is too large`,
    `write ${issue.maximum} or less`,
  );
}

function invalidValue(values: readonly unknown[], keys: Keys, around: Around): CampaignProblem {
  const value = valueAt(around.root, keys);
  const choices = values.map((choice) => (choice === null ? 'null' : String(choice)));
  const list = choices.length === 1 ? String(choices[0]) : `one of ${choices.join(', ')}`;
  if (value === undefined) return problem(keys, 'is missing', `write ${list}`);
  if (value === null) return problem(keys, 'has no value', `write ${list}, or remove the line`);
  const meant = typeof value === 'string' ? nearest(value, choices) : null;
  const fix = meant === null ? `write ${list}` : `did you mean ${meant}?`;
  return problem(keys, `${shown(value)} is not ${list}`, fix);
}

/** The variant that was meant: the one that does not fail at its very root. */
function invalidUnion(issue: Of<'invalid_union'>, keys: Keys, around: Around): CampaignProblem[] {
  if ('options' in issue && Array.isArray(issue.options)) {
    return [invalidValue(issue.options, keys, around)];
  }
  const meant = issue.errors.filter((all) =>
    all.every((one) => one.path.length > 0 || isInside(one)),
  );
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) return explain(only, around, keys);
  const kinds = issue.errors.flatMap((all) =>
    all.flatMap((one) =>
      one.code === 'invalid_type' ? [KINDS[one.expected] ?? one.expected] : [],
    ),
  );
  const value = valueAt(around.root, keys);
  if (value === undefined) return [problem(keys, 'is missing', null)];
  if (value === null) return [problem(keys, 'has no value', 'give it one, or remove the line')];
  const expected = kinds.join(' or ');
  return [problem(keys, `${standing(value)} ${expected} is expected`, null)];
}

/** Found after the type was right: a bound, an unknown key. */
const isInside = (issue: Issue): boolean => issue.code !== 'invalid_type';

function one(issue: Issue, keys: Keys, around: Around): CampaignProblem[] {
  switch (issue.code) {
    case 'invalid_type':
      return [invalidType(issue, keys, around)];
    case 'too_small':
      return [tooSmall(issue, keys, around)];
    case 'too_big':
      return [tooBig(issue, keys, around)];
    case 'invalid_value':
      return [invalidValue(issue.values, keys, around)];
    case 'invalid_union':
      return invalidUnion(issue, keys, around);
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(around.schema, around.root, { above: keys, key }));
    case 'invalid_key':
      return [problem(keys, 'has an empty name', 'give it a name, or remove the line')];
    case 'custom': {
      const fix = isTree(issue.params) ? issue.params['fix'] : null;
      return [problem(keys, issue.message, typeof fix === 'string' ? fix : null)];
    }
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return [problem(keys, issue.message, null)];
  }
}

export function explain(
  issues: readonly Issue[],
  around: Around,
  above: Keys = [],
): CampaignProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    return one(issue, [...above, ...path], around);
  });
}
