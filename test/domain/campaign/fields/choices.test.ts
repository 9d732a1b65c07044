import { describe, expect, test } from 'vitest';
import {
  CONFIGURABLE_OUTCOMES,
  OUTCOME_ACTIONS,
} from '../../../../src/domain/campaign/outcomes.ts';
import { problemsOf } from '../a-campaign.ts';

const voice = { id: 'v', provider: 'cartesia' };
const output = { name: 'x', type: 'string', required: false, enum_options: undefined };

/** Fields that take one of a few values: every one of them, and one that is nearly right. */
const CHOICES: readonly {
  path: string;
  all: readonly unknown[];
  wrong: string;
  fix: string;
  given?: Record<string, unknown>;
}[] = [
  {
    path: 'assistant.background_sound',
    all: ['audio/office.ogg', null],
    wrong: 'audio/ofice.ogg',
    fix: 'did you mean audio/office.ogg?',
  },
  {
    path: 'assistant.first_sentence_mode',
    given: { 'assistant.first_sentence': 'Hello.' },
    all: ['generated', 'static', 'none'],
    wrong: 'Static',
    fix: 'did you mean static?',
  },
  {
    path: 'assistant.llm_model.name',
    given: { 'assistant.llm_model.type': 'dedicated-instance' },
    all: ['gpt-4.1', 'ministral-3-8b-instruct'],
    wrong: 'gpt4.1',
    fix: 'did you mean gpt-4.1?',
  },
  {
    path: 'assistant.voice.provider',
    given: { 'assistant.voice': voice },
    all: ['cartesia', 'elevenlabs'],
    wrong: 'eleven labs',
    fix: 'did you mean elevenlabs?',
  },
  {
    path: 'assistant.structured_output_config[0].type',
    given: { 'assistant.structured_output_config[0]': output },
    all: ['string', 'number', 'boolean', 'date', 'datetime'],
    wrong: 'bool',
    fix: 'did you mean boolean?',
  },
  {
    path: 'call_retry_config.allowed_days[0]',
    all: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    wrong: 'Wed',
    fix: 'did you mean wednesday?',
  },
  {
    path: 'pace.per',
    given: { 'pace.starts': 5 },
    all: ['second', 'minute'],
    wrong: 'minutes',
    fix: 'did you mean minute?',
  },
  {
    path: 'provider_retries',
    given: { assistant: undefined, assistant_id: 'a' },
    all: ['cancel', 'accept'],
    wrong: 'refuse',
    fix: 'write one of cancel, accept',
  },
  ...CONFIGURABLE_OUTCOMES.map((name) => ({
    path: `outcomes.${name}`,
    all: OUTCOME_ACTIONS,
    wrong: 'once more',
    fix: 'did you mean once_more?',
  })),
];

describe.each(CHOICES)('$path', ({ path, all, wrong, fix, given }) => {
  test.each(all.map((value) => [value]))('may be %j', (value) => {
    expect(problemsOf({ ...given, [path]: value })).toEqual([]);
  });
  test('is told what was meant', () => {
    const [line, ...others] = problemsOf({ ...given, [path]: wrong });
    expect(others).toEqual([]);
    expect(line).toContain(`${path}: ${JSON.stringify(wrong)} is not `);
    expect(line?.endsWith(`-> ${fix}`)).toBe(true);
  });
});

const BOOLEANS: readonly [string, Record<string, unknown>][] = [
  ['force_now', {}],
  ['extract', {}],
  ['call_retry_config.call_twice_in_a_row', {}],
  ['assistant.ivr_navigation_enabled', {}],
  [
    'assistant.structured_output_config[0].required',
    { 'assistant.structured_output_config[0]': output },
  ],
];

describe.each(BOOLEANS)('%s', (path, given) => {
  test('is true or false', () => {
    for (const value of [true, false]) expect(problemsOf({ ...given, [path]: value })).toEqual([]);
  });
  test.each([
    ['yes', 'true'],
    ['off', 'false'],
  ])('is not %s, which was YAML once', (word, meant) => {
    expect(problemsOf({ ...given, [path]: word })).toEqual([
      `${path}: "${word}" is text, where true or false is expected -> write ${meant}`,
    ]);
  });
});

describe('both variants of llm_model', () => {
  test('a dedicated instance has a name', () => {
    expect(problemsOf({ 'assistant.llm_model.type': 'dedicated-instance' })).toEqual([
      'assistant.llm_model.name: is missing -> write one of gpt-4.1, ministral-3-8b-instruct',
    ]);
  });
  test('OpenRouter has a model and a provider, and no name', () => {
    const model = { type: 'openrouter', openrouter_model_id: 'openai/gpt-4.1', name: 'gpt-4.1' };
    expect(problemsOf({ 'assistant.llm_model': model })).toEqual([
      'assistant.llm_model.openrouter_provider: is missing -> add openrouter_provider: openai',
      'assistant.llm_model.name: is not a known key -> known here: type, openrouter_model_id, openrouter_provider',
    ]);
  });
  test('a type is needed, and one of the two', () => {
    const list = 'one of dedicated-instance, openrouter';
    expect(problemsOf({ 'assistant.llm_model': {} })).toEqual([
      `assistant.llm_model.type: is missing -> write ${list}`,
    ]);
    expect(problemsOf({ 'assistant.llm_model.type': 'open-router' })).toEqual([
      `assistant.llm_model.type: "open-router" is not ${list} -> did you mean openrouter?`,
    ]);
  });
});

test('null means what it means to the API where the API takes it, and nothing elsewhere', () => {
  for (const path of ['background_sound', 'transfer_phone_number', 'voicemail_message']) {
    expect(problemsOf({ [`assistant.${path}`]: null })).toEqual([]);
  }
  expect(problemsOf({ 'call_retry_config.timezone': null })).toEqual([]);
  for (const path of ['first_sentence', 'voice', 'faq_items', 'webhook_url']) {
    expect(problemsOf({ [`assistant.${path}`]: null })).toEqual([
      `assistant.${path}: has no value -> give it one, or remove the line`,
    ]);
  }
});
