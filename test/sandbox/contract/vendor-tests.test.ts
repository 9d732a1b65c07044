import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, type Listening } from '../../../src/sandbox/http/http.ts';
import { anOrder, aSandbox } from '../setup.ts';
import { VENDOR_TESTS, type Request } from './vendor-tests.ts';

type Json = Record<string, Record<string, string> | undefined>;

let sandbox: ReturnType<typeof aSandbox>;
let server: Listening;

beforeAll(async () => {
  sandbox = aSandbox({ idPrefix: null, strangeAssistants: false });
  server = await listen(sandbox.sandbox, { port: 0, key: 'My API Key' });
});

afterAll(async () => {
  await server.close();
  await sandbox.sandbox.stop();
});

/** As the SDK sends it: its key, and its headers. */
async function send({ at, body }: Request): Promise<Response> {
  const [method = '', path = ''] = at.split(' ');
  return fetch(server.url + path, {
    method,
    headers: {
      authorization: 'Bearer My API Key',
      accept: path.endsWith('/preview') ? '*/*' : 'application/json',
      'user-agent': 'Revox/JS 0.0.1',
      'x-stainless-retry-count': '0',
      'x-stainless-timeout': '60',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The request with ids of things that exist. */
async function withIds(request: Request): Promise<Request> {
  const made = async (at: string, body: unknown): Promise<Json> =>
    (await (await send({ at, body })).json()) as Json;
  const text = JSON.stringify(request);
  const { assistant } = await made('POST /assistants', { name: 'Ann', prompt: 'Hello.' });
  const { call } = await made('POST /call', anOrder());
  return JSON.parse(
    text
      .replaceAll('{assistant}', assistant?.['id'] ?? 'none')
      .replaceAll('{call}', call?.['id'] ?? 'none')
      .replaceAll('{voice}', 'sandbox-cartesia-en'),
  ) as Request;
}

it.each(VENDOR_TESTS.filter((test) => test.cannot === undefined))(
  'the vendor’s test passes: $name',
  async ({ request, wants }) => {
    expect((await send(request)).status).toBe(wants);
  },
);

it.each(
  VENDOR_TESTS.flatMap((test) => (test.cannot === undefined ? [] : [{ ...test, ...test.cannot }])),
)(
  'the vendor’s test cannot pass, and does with something true instead of placeholders: $name ($why)',
  async ({ request, status, wants, truly }) => {
    expect((await send(request)).status).toBe(status);
    expect((await send(await withIds(truly))).status).toBe(wants);
  },
);

it('without its key, whose words have spaces between them, none of them would pass', async () => {
  const wrong = await fetch(`${server.url}/voices`, {
    headers: { authorization: 'Bearer My Key' },
  });
  expect(wrong.status).toBe(401);
});

it('the page says of each of them whether it passes', () => {
  const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');
  expect(VENDOR_TESTS).toHaveLength(20);
  const cannot = VENDOR_TESTS.filter((test) => test.cannot !== undefined).length;
  expect(page).toContain(`${20 - cannot} of the 20 pass`);
  for (const { name } of VENDOR_TESTS) expect(page).toContain(`| ${name} |`);
});
