import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/engine/engine.ts';
import { openApiOf } from '../../../src/sandbox/contract/openapi.ts';
import { InventedPeople } from '../../../src/sandbox/people/people.ts';
import { SCRIPTS, ScriptedPeople } from '../../../src/sandbox/people/scripted-people.ts';
import { ANSWER_ENUMS, ANSWER_FIELDS } from './conformance-answers.ts';
import { REQUEST_FIELDS } from './conformance-fields.ts';
import { aSandbox, placed, retryConfig, rules, seen } from '../setup.ts';

type Json = Record<string, unknown>;

/** Every field of the page, with a good value. */
const full = (): Json => ({
  phone_number: '+12025550100',
  from_phone_number: '+12025550199',
  metadata: { order_key: 'k' },
  prompt_variables: { name: 'Ada' },
  concurrency: { key: 'k', max: 5 },
  force_now: false,
  scheduled_at: null,
  assistant: {
    prompt: 'Say hello.',
    background_sound: null,
    calendly: { connection_id: 'c', event_type_id: 'e' },
    call_retry_config: retryConfig(),
    end_of_call_sentence: 'Goodbye then, {{name}}.',
    faq_items: [{ question: 'Why?', answer: 'Because.' }],
    first_sentence: 'Good morning, {{name}}.',
    first_sentence_delay_ms: 400,
    first_sentence_mode: 'static',
    ivr_navigation_enabled: false,
    llm_model: { type: 'dedicated-instance', name: 'gpt-4.1' },
    max_call_duration_secs: 900,
    structured_output_config: [{ name: 'interested', required: true, type: 'boolean' }],
    transfer_phone_number: '+12025550177',
    voice: { id: 'v', provider: 'cartesia', speed: 1 },
    voicemail_message: 'Call us back, {{name}}.',
    webhook_url: null,
  },
});

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function withValue(body: Json, field: string, value: unknown): Json {
  const copy = structuredClone(body);
  const names = field.split('.');
  const last = names.pop() ?? '';
  let place: Json = copy;
  for (const name of names) {
    const inner = place[name];
    if (!isObject(inner)) throw new Error(`${field} has no place in the body`);
    place = inner;
  }
  place[last] = value;
  return copy;
}

const valueAt = (json: unknown, path: string): unknown =>
  path.split('.').reduce((inner, name) => (isObject(inner) ? inner[name] : undefined), json);

it.each(REQUEST_FIELDS)('$field accepts what the page allows ($class)', ({ field, good, echo }) => {
  const { sandbox } = aSandbox();
  for (const value of good) {
    const call = placed(sandbox, withValue(full(), field, value));
    if (echo !== null) expect(valueAt(call, echo)).toEqual(fitting(valueAt(call, echo), value));
  }
});

const OPTIONAL = [
  ...REQUEST_FIELDS.filter(({ bad }) => !bad.includes(null)).map(({ field }) => field),
  ...['calendly', 'call_retry_config', 'faq_items', 'structured_output_config', 'voice'].map(
    (name) => `assistant.${name}`,
  ),
  'concurrency',
];

function without(body: Json, field: string): Json {
  const copy = withValue(body, field, null);
  const names = field.split('.');
  const last = names.pop() ?? '';
  const place = names.reduce<Json>((inner, name) => inner[name] as Json, copy);
  Reflect.deleteProperty(place, last);
  return copy;
}

it.each(OPTIONAL)('%s takes null as if it were not there', (field) => {
  const [said, unsaid] = [withValue(full(), field, null), without(full(), field)].map((body) =>
    placed(aSandbox().sandbox, body),
  );
  expect(OPTIONAL.length).toBeGreaterThan(30);
  expect(said).toEqual(unsaid);
});

it('null for both forms of the assistant is neither of them, and the flat body reads it so too', () => {
  const { sandbox } = aSandbox();
  const neither = { phone_number: '+12025550100', assistant: null, assistant_id: null };
  expect(sandbox.place(neither)).toMatchObject({ ok: false, problem: { status: 400 } });
  expect(placed(sandbox, { ...neither, assistant: { prompt: 'Hello.' } })).toMatchObject({
    assistant: { prompt: 'Hello.' },
  });
  expect(placed(sandbox, { ...neither, prompt: 'Hi.' })).toMatchObject({
    assistant: { prompt: 'Hi.' },
  });
});

/** An echo may say more than was sent, as a question does that has an id. */
const fitting = (echo: unknown, value: unknown): unknown =>
  isObject(echo) && isObject(value) && !Array.isArray(value)
    ? expect.objectContaining(value)
    : value;

it.each(REQUEST_FIELDS)('$field refuses what the page does not allow', ({ field, bad }) => {
  const { sandbox } = aSandbox();
  for (const value of bad) {
    const answer = sandbox.place(withValue(full(), field, value));
    expect(answer, JSON.stringify(value)).toMatchObject({ ok: false, problem: { status: 400 } });
    if (answer.ok) continue;
    expect(answer.problem.issues.map(({ path }) => path.startsWith(field))).toContain(true);
  }
});

it.each(REQUEST_FIELDS.filter((row) => row.class === 'behaves'))(
  '$field behaves, and a test shows it',
  ({ shownBy }) => {
    const [file = '', words = ''] = shownBy ?? [];
    const tests = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(words).not.toBe('');
    expect(tests).toContain(words);
  },
);

/** The fields of a JSON Schema that hold no further fields. */
function leaves(schema: Json, path: string): string[] {
  const inner = [...((schema['anyOf'] ?? schema['oneOf'] ?? []) as Json[])];
  const own = Object.entries((schema['properties'] ?? {}) as Json).flatMap(([name, field]) =>
    leaves(field as Json, path === '' ? name : `${path}.${name}`),
  );
  const items = schema['items'];
  const isTable = isObject(items) && isObject(items['properties']);
  const found = [
    ...own,
    ...(isTable ? leaves(items, `${path}.0`) : []),
    ...inner.flatMap((choice) => leaves(choice, path)),
  ];
  return found.length > 0 ? found : [path];
}

it('every field that the API checks has its row', () => {
  const document = openApiOf(rules) as { components: { schemas: { PlaceCall: Json } } };
  const rows = REQUEST_FIELDS.map(({ field }) => field);
  const within = (inner: string, outer: string): boolean => inner.startsWith(`${outer}.`);
  const missing = leaves(document.components.schemas.PlaceCall, '').filter(
    (leaf) => !rows.some((row) => leaf === row || within(leaf, row) || within(row, leaf)),
  );
  expect(missing).toEqual([]);
});

async function everyScript(): Promise<{ sandbox: Sandbox; ids: string[]; told: Json[] }> {
  const people = new ScriptedPeople(new InventedPeople(1));
  const { clock, sandbox } = aSandbox({ people });
  const told: Json[] = [];
  const ids = Object.keys(SCRIPTS).map((digits) => {
    const body = withValue(full(), 'phone_number', `+120255501${digits}`);
    const call = placed(sandbox, { ...body, concurrency: { key: digits, max: 1 } });
    told.push(call as unknown as Json);
    sandbox.hints.listen(call.id, () => told.push(seen(sandbox, call.id) as unknown as Json));
    return call.id;
  });
  const later = placed(sandbox, withValue(full(), 'scheduled_at', '2027-01-01T00:00:00Z'));
  told.push(later as unknown as Json);
  sandbox.cancel(later.id);
  told.push(seen(sandbox, later.id) as unknown as Json);
  await clock.toEnd();
  return { sandbox, ids, told };
}

it('every enum value of the page occurs', async () => {
  const { told } = await everyScript();
  const attempts = told.flatMap((call) => call['call_attempts'] as Json[]);
  const turns = attempts.flatMap((attempt) => (attempt['transcript'] ?? []) as Json[]);
  const pool = { call: told, attempt: attempts, turn: turns };
  for (const [path, values] of Object.entries(ANSWER_ENUMS)) {
    const [where = '', field = ''] = path.split('.');
    const found = pool[where as keyof typeof pool].map((json) => json[field]);
    expect([...new Set(found)].sort(), path).toEqual([...values].sort());
  }
});

it('every field of the page is in every answer, null rather than missing, and no other is', async () => {
  const { told } = await everyScript();
  for (const call of told) {
    expect(Object.keys(call).sort()).toEqual([...ANSWER_FIELDS.call].sort());
    const assistant = call['assistant'] as Json;
    expect(Object.keys(assistant).sort()).toEqual([...ANSWER_FIELDS.assistant].sort());
    const [faq] = assistant['faq_items'] as Json[];
    expect(Object.keys(faq ?? {}).sort()).toEqual([...ANSWER_FIELDS.faq_item].sort());
    for (const attempt of call['call_attempts'] as Json[]) {
      expect(Object.keys(attempt).sort()).toEqual([...ANSWER_FIELDS.attempt].sort());
      const turns = (attempt['transcript'] ?? []) as Json[];
      for (const turn of turns.filter(({ role }) => role === 'tool')) {
        expect(Object.keys(turn).sort()).toEqual([...ANSWER_FIELDS.tool_turn].sort());
      }
    }
  }
});

it('attempts come newest first, and what is derived from them agrees', async () => {
  const { told } = await everyScript();
  for (const call of told) {
    const attempts = call['call_attempts'] as Json[];
    const starts = attempts.map((attempt) => attempt['started_at'] ?? '9999').map(String);
    expect(starts).toEqual([...starts].sort().reverse());
    expect(call['calls_count']).toBe(attempts.length);
    expect(call['last_call_attempt']).toEqual(attempts[0] ?? null);
    expect(call['is_completed']).toBe(call['status'] === 'completed');
    expect(call['is_cancelled']).toBe(call['status'] === 'cancelled');
    for (const time of [call['created_at'], ...attempts.map((a) => a['ended_at'])]) {
      if (time !== null) expect(time).toBe(new Date(String(time)).toISOString());
    }
  }
});
