import { keysAt, placesOf } from './known-keys.ts';
import { nearest } from './nearest.ts';
import { pathOf, problem, type CampaignProblem, type Keys, type Tree } from './problem.ts';

/** Keys that the voice API has, or that people expect, and where what they say belongs. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  phone_number: 'the numbers come from the contact file; its column is named with columns.phone',
  prompt_variables:
    'they come from the columns of the contact file; columns.variables renames them',
  metadata: 'it comes from columns of the contact file: list their headers in columns.metadata',
  max_concurrent_calls: 'write concurrency: { max: … }',
  contacts: 'the contacts are a file of their own, named on the command line',
};

const OUTCOMES_ELSEWHERE: Readonly<Record<string, string>> = {
  human: 'remove it: somebody who was reached is never called again by the program',
  too_many_calls: 'remove it: it is always tried again, and the whole run slows down',
  unknown: 'write answered_unknown or unanswered',
};

const MOST_LISTED = 20;

function remedy(schema: Tree, root: unknown, keys: { above: Keys; key: string }): string {
  const { above, key } = keys;
  const special =
    above.length === 0 ? ELSEWHERE : above[0] === 'outcomes' ? OUTCOMES_ELSEWHERE : {};
  if (Object.hasOwn(special, key)) return special[key] ?? '';
  const known = keysAt(schema, root, above);
  const meant = nearest(key, known);
  if (meant !== null) return `did you mean ${meant}?`;
  // Known to another variant of the same place: the type beside it decides, and moving it would not help.
  if (keysAt(schema, undefined, above).includes(key)) return `known here: ${known.join(', ')}`;
  const places = placesOf(schema, key);
  if (places.includes('')) return 'it belongs at the top';
  if (places.length > 0) return `it belongs under ${places.slice(0, 2).join(' or ')}`;
  if (known.length <= MOST_LISTED) return `known here: ${known.join(', ')}`;
  const anywhere = nearest(key, everyKey(schema));
  const place = anywhere === null ? undefined : placesOf(schema, anywhere)[0];
  return anywhere === null || place === undefined
    ? 'remove it; campaign.schema.json lists what is known'
    : `did you mean ${pathOf([place, anywhere])}?`;
}

function everyKey(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(everyKey);
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: unknown };
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(schema).flatMap(everyKey)];
}

/** Keys that a parser drops without a word, because JavaScript takes them for something else. */
export function lostKeys(value: unknown, above: Keys = []): CampaignProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...above, Array.isArray(value) ? Number(key) : key];
    const lost = key === '__proto__' ? [problem(at, 'cannot be a key', 'use another name')] : [];
    return [...lost, ...lostKeys(inner, at)];
  });
}

export function unknownKey(
  schema: Tree,
  root: unknown,
  keys: { above: Keys; key: string },
): CampaignProblem {
  return problem([...keys.above, keys.key], 'is not a known key', remedy(schema, root, keys));
}
