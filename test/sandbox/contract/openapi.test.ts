import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Faults } from '../../../src/sandbox/faults/faults.ts';
import { listen, type Listening } from '../../../src/sandbox/http/http.ts';
import { openApiOf } from '../../../src/sandbox/contract/openapi.ts';
import { InventedPeople } from '../../../src/sandbox/people/people.ts';
import { SCRIPTS, ScriptedPeople } from '../../../src/sandbox/people/scripted-people.ts';
import { Webhooks } from '../../../src/sandbox/http/webhooks.ts';
import {
  ALL_CALLS,
  anOrder,
  aSandbox,
  HandClock,
  MONDAY,
  placed,
  retryConfig,
  rules,
} from '../setup.ts';

interface Json {
  readonly [name: string]: Json;
}

const DOCUMENT = openApiOf(rules) as Json;

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('date-time', (text) => new Date(text).toISOString() === text);
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addSchema({ $id: 'api', components: DOCUMENT['components'] });

/** Where the document describes a thing, its references mean the document. */
const schemaOf = (described: Json | undefined): object =>
  JSON.parse(
    JSON.stringify(described?.['content']?.['application/json']?.['schema'] ?? null).replaceAll(
      '"#/components/',
      '"api#/components/',
    ),
  ) as object;

function fits(described: Json | undefined, value: unknown, what: string): void {
  const validate = ajv.compile(schemaOf(described));
  validate(value);
  expect(validate.errors, what).toBeNull();
}

let sandbox: ReturnType<typeof aSandbox>;
let server: Listening;
const asked = new Set<string>();

beforeEach(async () => {
  sandbox = aSandbox({ people: new ScriptedPeople(new InventedPeople(1)) });
  server = await listen(sandbox.sandbox, { port: 0, key: 'sk_right', faults: new Faults() });
});

afterEach(async () => {
  await server.close();
  await sandbox.sandbox.stop();
});

/** Asks, and holds the answer against what the document says of that operation and status. */
async function ask(operation: string, more: { body?: unknown; at?: string; key?: string } = {}) {
  const [method = '', path = ''] = operation.split(' ');
  const response = await fetch(server.url + (more.at ?? path), {
    method,
    headers: { authorization: `Bearer ${more.key ?? 'sk_right'}` },
    ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
  });
  const type = response.headers.get('content-type') ?? '';
  const isJson = type.startsWith('application/json');
  const json = (isJson ? await response.json() : {}) as Json;
  const described = DOCUMENT['paths']?.[path]?.[method.toLowerCase()]?.['responses'];
  asked.add(`${operation} ${response.status}`);
  const answer = described?.[String(response.status)];
  if (isJson) fits(answer, json, `${operation} ${response.status}`);
  else expect(answer).toEqual({ description: 'Done', content: { [type]: {} } });
  return json;
}

const idIn = (json: Json | undefined): string => String(json?.['id']);

describe('the OpenAPI document', () => {
  it('is served without a key', async () => {
    const response = await fetch(`${server.url}/openapi.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(DOCUMENT)));
  });

  it('is valid, says a public validator', async () => {
    const validator = new Validator();
    const result = await validator.validate(
      JSON.parse(JSON.stringify(DOCUMENT)) as Record<string, unknown>,
    );
    expect(result).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('accepts the bodies that the API accepts, and refuses what it refuses', () => {
    const body = DOCUMENT['paths']?.['/call']?.['post']?.['requestBody'];
    fits(body, anOrder(), 'an order');
    const validate = ajv.compile(schemaOf(body));
    expect(validate(anOrder({ phone_number: '0123' }))).toBe(false);
    expect(validate(anOrder({ metadata: { n: 5 } }))).toBe(false);
    expect(validate({ ...anOrder(), assistant: {} })).toBe(false);
  });

  it('names every field of the reference page with its bounds', () => {
    const place = DOCUMENT['components']?.['schemas']?.['PlaceCall']?.['properties'];
    expect(place?.['concurrency']).toMatchObject({
      anyOf: [{ properties: { max: { minimum: 1 } } }, { type: 'null' }],
    });
    const assistant = place?.['assistant']?.['anyOf']?.['0']?.['properties'];
    expect(assistant?.['first_sentence_delay_ms']).toMatchObject({
      anyOf: [{ minimum: 0 }, { type: 'null' }],
      default: 400,
    });
  });
});

it('every answer fits the document: of the orders', async () => {
  const { call } = await ask('POST /call', { body: anOrder({ metadata: { k: 'v' } }) });
  await ask('GET /call/{id}', { at: `/call/${idIn(call)}` });
  await ask('POST /call/{id}/cancel', { at: `/call/${idIn(call)}/cancel` });
  for (const digits of Object.keys(SCRIPTS)) {
    placed(sandbox.sandbox, anOrder({ phone_number: `+120255501${digits}` }));
  }
  for (const later of [0, 2_000, 5_000, 30_000, 90_000, 86_400_000]) {
    await sandbox.clock.to(MONDAY + later);
    await ask('POST /call/search', { body: ALL_CALLS });
    await ask('GET /call', { at: '/call?page=0&page_size=1000' });
  }
  await ask('POST /call', { body: { phone_number: '0123' } });
  await ask('POST /call', { body: 'x'.repeat(1_100_000) });
  await ask('POST /call', { key: 'wrong' });
  await ask('POST /call/search', { body: { ...ALL_CALLS, page: -1 } });
  await ask('GET /call', { at: '/call?page=x' });
  await ask('GET /call/{id}', { at: '/call/none' });
  await ask('POST /call/{id}/cancel', { at: '/call/none/cancel' });
});

it('every answer fits the document: of an order with everything in it', async () => {
  const stored = await ask('POST /assistants', {
    body: {
      name: 'Ann',
      prompt: 'Hello {{name}}.',
      background_sound: 'audio/office.ogg',
      calendly: { connection_id: 'c', event_type_id: 'e' },
      call_retry_config: retryConfig(),
      faq_items: [{ question: 'Why?', answer: 'Because.' }],
      llm_model: { type: 'openrouter', openrouter_model_id: 'm', openrouter_provider: 'p' },
      structured_output_config: [
        { name: 'when', required: false, type: 'datetime', description: 'When?' },
        { name: 'which', required: true, type: 'enum', enum_options: ['a', 'b'] },
      ],
      transfer_phone_number: '+12025550177',
      voice: { id: 'v', provider: 'elevenlabs', speed: 1.1 },
      voicemail_message: 'Call us back.',
      webhook_url: 'https://example.com/hook',
    },
  });
  const assistant_id = idIn(stored['assistant']);
  const body = { phone_number: '+12025550102', assistant_id, concurrency: { key: 'k', max: 1 } };
  const { call } = await ask('POST /call', { body });
  await sandbox.clock.toEnd();
  await ask('GET /call/{id}', { at: `/call/${idIn(call)}` });
  await ask('GET /assistants/{id}', { at: `/assistants/${assistant_id}` });
  await ask('PATCH /assistants/{id}', { at: `/assistants/${assistant_id}`, body: {} });
  await ask('GET /assistants');
  await ask('DELETE /assistants/{id}', { at: `/assistants/${assistant_id}` });
  await ask('DELETE /assistants/{id}', { at: `/assistants/${assistant_id}` });
  await ask('PATCH /assistants/{id}', { at: '/assistants/none', body: {} });
  await ask('GET /assistants/{id}', { at: '/assistants/none' });
  await ask('POST /assistants', { body: {} });
});

it('every answer fits the document: of the rest', async () => {
  await ask('GET /auth-status');
  await ask('GET /users/me');
  await ask('PATCH /users/me', { body: { has_completed_onboarding: true } });
  await ask('PATCH /users/me', { body: { has_completed_onboarding: 'yes' } });
  const { voices } = await ask('GET /voices', { at: '/voices?language=en' });
  await ask('GET /voices/{id}', { at: `/voices/${idIn(voices?.['0'])}` });
  await ask('GET /voices/{id}', { at: '/voices/none' });
  const voice = { provider: 'cartesia', voiceId: idIn(voices?.['0']) };
  await ask('POST /voices/preview', { body: voice });
  await ask('POST /voices/preview', { body: { ...voice, voiceId: 'none' } });
  await ask('POST /voices/preview', { body: { ...voice, provider: 'other' } });
});

it('every operation of the document was asked for', () => {
  const paths = DOCUMENT['paths'] ?? {};
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path} 200`),
  );
  expect(described.length).toBeGreaterThan(10);
  expect([...asked]).toEqual(expect.arrayContaining(described));
});

it('every webhook fits the document', async () => {
  const told: unknown[] = [];
  const hook = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      told.push(JSON.parse(text));
      response.end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void hook.close());
  const hand = new HandClock(MONDAY);
  const webhooks = new Webhooks({
    clock: {
      now: () => hand.now(),
      sleep: (until, wait) => hand.sleep(until, wait),
      during: (work) => work(),
    },
    failed: () => undefined,
  });
  const { clock, sandbox: own } = aSandbox({
    people: new ScriptedPeople(new InventedPeople(1)),
    tell: webhooks.send,
  });
  const webhook_url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  for (const digits of Object.keys(SCRIPTS)) {
    const assistant = { ...anOrder().assistant, webhook_url };
    placed(own, anOrder({ phone_number: `+120255501${digits}`, assistant }));
  }
  await clock.toEnd();
  await webhooks.idle();
  expect(told).toHaveLength(Object.keys(SCRIPTS).length);
  const completion = DOCUMENT['webhooks']?.['completion']?.['post']?.['requestBody'];
  for (const body of told) fits(completion, body, 'completion');
});
