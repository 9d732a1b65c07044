import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { campaignJsonSchema } from '../../../src/domain/campaign/campaign.ts';
import { CONFIGURABLE_OUTCOMES, DEFAULT_OUTCOMES } from '../../../src/domain/campaign/outcomes.ts';
import { isTree, valueAt } from '../../../src/domain/campaign/problems/problem.ts';
import { changed, problemsIn, put } from './a-campaign.ts';

const schema = campaignJsonSchema();
const validate = new Ajv({ strictSchema: true, strictTypes: false }).compile(schema);
const accepts = (value: unknown): boolean => validate(value) === true;

const file = (name: string): string =>
  readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8');

test('campaign.schema.json is what the generator writes', () => {
  expect(file('campaign.schema.json')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

describe.each(['example.yaml', 'minimal.yaml'])('campaigns/%s', (name) => {
  test('is accepted by the JSON Schema and by the program', () => {
    const value: unknown = parse(file(name));
    expect(accepts(value)).toBe(true);
    expect(problemsIn(value)).toEqual([]);
  });
  test('tells editors where the JSON Schema is', () => {
    expect(file(name).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./campaign.schema.json',
    );
  });
});

const output = { name: 'a', type: 'boolean', required: true };

/** What both must accept. */
const RIGHT: readonly Record<string, unknown>[] = [
  {},
  { $schema: './campaign.schema.json' },
  { assistant: undefined, assistant_id: 'a', provider_retries: 'accept' },
  { 'assistant.transfer_phone_number': null, 'assistant.voicemail_message': null },
  { 'assistant.voice': { id: 'v', provider: 'elevenlabs', speed: 1.2 } },
  { 'assistant.voice': { id: 'v', provider: 'cartesia', speed: 1.5 } },
  { 'assistant.structured_output_config': [output], success: { field: 'a', equals: true } },
  {
    'assistant.structured_output_config': [output],
    success: { any: [{ field: 'a', present: false }] },
  },
  { rate: 0.1 },
  { rate: { amount: 0.1 } },
  { concurrency: { key_column: 'clinic', max_per_key: 1 } },
  { 'columns.variables': { first_name: 'Vorname' } },
  { 'assistant.call_retry_config': { calling_windows: [{}], timezone: null } },
];

/** What both must refuse, because the shape itself is wrong. */
const WRONG: readonly Record<string, unknown>[] = [
  { name: undefined },
  { name: '' },
  { name: 3 },
  { nam: 'x' },
  { assistant: undefined },
  { assistant_id: 'a' },
  { 'assistant.prompt': undefined },
  { 'assistant.promt': 'x' },
  { 'assistant.background_sound': 'audio/street.ogg' },
  { 'assistant.calendly': { connection_id: 'c' } },
  { 'assistant.faq_items': [{ question: 'q' }] },
  { 'assistant.faq_items': [{ question: 'q', answer: 'a', id: 'i' }] },
  { 'assistant.first_sentence_delay_ms': -1 },
  { 'assistant.first_sentence_delay_ms': 1.5 },
  { 'assistant.first_sentence_mode': 'fixed' },
  { 'assistant.llm_model': { type: 'dedicated-instance' } },
  { 'assistant.llm_model': { type: 'openrouter', name: 'gpt-4.1' } },
  { 'assistant.llm_model': { type: 'realtime' } },
  { 'assistant.max_call_duration_secs': 0 },
  { 'assistant.structured_output_config': [{ name: 'a', type: 'boolean' }] },
  { 'assistant.structured_output_config': [{ ...output, type: 'text' }] },
  { 'assistant.structured_output_config': [{ ...output, type: 'enum' }] },
  { 'assistant.structured_output_config': [{ ...output, type: 'enum', enum_options: [] }] },
  { 'assistant.transfer_phone_number': '020 7946 0000' },
  { 'assistant.voice': { id: 'v' } },
  { 'assistant.voice': { id: '', provider: 'cartesia' } },
  { 'assistant.voice': { id: 'v', provider: 'cartesia', speed: 1.51 } },
  { 'assistant.voice': { id: 'v', provider: 'elevenlabs', speed: 1.3 } },
  { 'assistant.voice': { id: 'v', provider: 'elevenlabs', speed: 0.6 } },
  { 'assistant.webhook_url': 'example.com' },
  { 'assistant.call_retry_config': {}, call_retry_config: {} },
  { call_retry_config: { calling_windows: [] } },
  { call_retry_config: { calling_windows: [{ start: '9am' }] } },
  { call_retry_config: { calling_windows: [{ retry_delay_seconds: 0 }] } },
  { call_retry_config: { allowed_days: ['Monday'] } },
  { call_retry_config: { max_retry_attempts: 0 } },
  { concurrency: { max: 0 } },
  { concurrency: { max_per_key: 1 } },
  { concurrency: { key_column: 'clinic' } },
  { pace: { starts: 3 } },
  { pace: { starts: 3, per: 'hour' } },
  { outcomes: { human: 'again' } },
  { outcomes: { voicemail: 'never' } },
  { success: {} },
  { success: { field: 'a' } },
  { success: { field: 'a', equals: 1, present: true } },
  { success: { all: [] } },
  { success: { all: [{ equals: 1 }] } },
  { columns: { Phone: 'x' } },
  { columns: { variables: { a: 1 } } },
  { default_country: 'USA' },
  { force_now: 'yes' },
  { provider_retries: 'accept' },
  { assistant: undefined, assistant_id: 'a', voicemail: 'first' },
  { voicemail: 'second' },
  { rate: -1 },
  { rate: { currency: 'USD' } },
  { repeat_after: 24 },
];

describe('the JSON Schema and the program agree', () => {
  test.each(RIGHT.map((changes) => [changes]))('on accepting %j', (changes) => {
    expect(accepts(changed(changes))).toBe(true);
    expect(problemsIn(changed(changes))).toEqual([]);
  });
  test.each(WRONG.map((changes) => [changes]))('on refusing %j', (changes) => {
    expect(accepts(changed(changes))).toBe(false);
    expect(problemsIn(changed(changes))).not.toEqual([]);
  });
});

/** Every named property of the schema, with its path. */
function properties(node: unknown, path = ''): [string, Record<string, unknown>][] {
  if (Array.isArray(node)) return node.flatMap((one) => properties(one, path));
  if (!isTree(node)) return [];
  const own = isTree(node['properties']) ? Object.entries(node['properties']) : [];
  return [
    ...own.flatMap(([name, child]): [string, Record<string, unknown>][] =>
      isTree(child) ? [[`${path}.${name}`, child], ...properties(child, `${path}.${name}`)] : [],
    ),
    ...['items', 'anyOf', 'oneOf'].flatMap((word) => properties(node[word], path)),
  ];
}

describe('editors', () => {
  test('are told what every key of the first two levels means', () => {
    const found = properties(schema).filter(([path]) => path.split('.').length <= 3);
    const silent = found.filter(([, node]) => typeof node['description'] !== 'string');
    expect(found.length).toBeGreaterThan(60);
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('offer every outcome, with its default', () => {
    const outcomes = valueAt(schema, ['properties', 'outcomes', 'properties']);
    if (!isTree(outcomes)) throw new Error('the schema has no outcomes');
    expect(Object.keys(outcomes)).toEqual([...CONFIGURABLE_OUTCOMES]);
    for (const name of CONFIGURABLE_OUTCOMES) {
      expect(valueAt(outcomes, [name, 'default'])).toBe(DEFAULT_OUTCOMES[name]);
    }
  });

  test('offer the 17 fields of the API’s assistant, and what goes beyond them', () => {
    expect(
      Object.keys(valueAt(schema, ['properties', 'assistant', 'properties']) as object),
    ).toEqual([
      'prompt',
      'background_sound',
      'calendly',
      'call_retry_config',
      'end_of_call_sentence',
      'faq_items',
      'first_sentence',
      'first_sentence_delay_ms',
      'first_sentence_mode',
      'ivr_navigation_enabled',
      'llm_model',
      'max_call_duration_secs',
      'structured_output_config',
      'transfer_phone_number',
      'voice',
      'voicemail_message',
      'webhook_url',
      'more',
    ]);
  });

  test('every example and default in the schema is one that the schema accepts', () => {
    const ajv = new Ajv();
    const wrong = properties(schema).flatMap(([path, node]) => {
      const examples = Array.isArray(node['examples']) ? node['examples'] : [];
      const values = node['default'] === undefined ? examples : [...examples, node['default']];
      return values.filter((value) => ajv.validate(node, value) !== true).map(() => path);
    });
    expect(wrong).toEqual([]);
  });
});

describe('any file', () => {
  const keys = [...new Set(properties(schema).flatMap(([path]) => path.split('.').slice(1)))];
  const key = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...keys) },
    fc.constantFrom('', 'zz', '__proto__', 'constructor'),
  );
  const scalar = fc.oneof(
    fc.constantFrom('', 'a', '9am', '18:00', 'stop', 'static', 'enum', 'US', '+12025550123', '24h'),
    fc.constantFrom('cartesia', 'elevenlabs', 'openrouter', 'dedicated-instance', 'monday'),
    fc.constantFrom(null, true, false, 0, 1, -1, 0.65, 1.3, 1e300, Number.NaN),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: scalar },
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const places = properties(schema).map(([path]) => path.split('.').slice(1));
  const base = parse(file('example.yaml')) as unknown;

  test('is read or refused with reasons, and what is read the JSON Schema accepts as well', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), value), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const given = changes.reduce<unknown>((root, [at, to]) => putLoosely(root, at, to), base);
          const problems = problemsIn(given);
          expect(problems.every((line) => line.includes(': '))).toBe(true);
          if (problems.length === 0) expect(accepts(given)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Paths of the schema have no indexes: a list on the way gets its first item changed. */
function putLoosely(root: unknown, at: readonly string[], value: unknown): unknown {
  const path: (string | number)[] = [];
  for (const name of at) {
    if (Array.isArray(valueAt(root, path))) path.push(0);
    const inner = valueAt(root, path);
    if (!isTree(inner) && inner !== undefined) return root;
    path.push(name);
  }
  return put(root, path, value);
}
