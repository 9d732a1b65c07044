import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { aDesk } from '../desk/desk.ts';
import { serving } from './serving.ts';

/** The sandbox as its own process, as somebody uses it who develops against it. */

const USAGE = 2;

interface Json {
  readonly [name: string]: Json;
}

async function ask(what: string, url: string, body?: unknown): Promise<Json> {
  const [method = '', path = ''] = what.split(' ');
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: 'Bearer sk_test' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Json;
}

const ORDER = {
  phone_number: '+12025550100',
  assistant: { prompt: 'Say hello.' },
  force_now: true,
};

/** Asked again and again until it is over; each answer is an event of its own. */
async function toEnd(url: string, id: string): Promise<Json> {
  for (;;) {
    const call = (await ask(`GET /call/${id}`, url))['call'] as Json;
    if (['completed', 'cancelled', 'errored'].includes(String(call['status']))) return call;
  }
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  'campaign sandbox says where it is and ends on %s',
  async (signal) => {
    const program = await serving(aDesk());
    const { url } = program;
    expect(await ask('GET /auth-status', url)).toEqual({ authenticated: true });
    program.signal(signal);
    const { code, out, err } = await program.ended;
    expect({ code, out }).toEqual({ code: 0, out: `${url}\n` });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api$/);
    expect(err).toMatch(
      /^SANDBOX {2}no phone rings(.*\n)*Ctrl-C ends it\.\nThe sandbox has ended\.\n$/,
    );
  },
);

it('campaign sandbox carries an order out on the real clock, as fast as --speed says', async () => {
  const desk = aDesk();
  const { url } = await serving(desk, '--speed', '1000', '--record', 'orders.jsonl');
  const placed = (await ask('POST /call', url, ORDER))['call'] as Json;
  const id = String(placed['id']);
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const [attempt] = (await toEnd(url, id))['call_attempts'] as unknown as Record<string, string>[];
  expect(attempt?.['result']).toBe('human');
  const talked =
    Date.parse(attempt?.['ended_at'] ?? '') - Date.parse(attempt?.['answered_at'] ?? '');
  expect(talked).toBe(60);
  const lines = desk.read('orders.jsonl').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as Json)['id'])).toEqual([id]);
});

it('campaign sandbox goes on with the orders of its file', async () => {
  const desk = aDesk();
  const first = await serving(desk, '--db', 'orders.db', '--key', 'sk_test');
  const wrong = await fetch(`${first.url}/auth-status`, {
    headers: { authorization: 'Bearer no' },
  });
  expect(wrong.status).toBe(401);
  const scheduled = { ...ORDER, scheduled_at: '2039-01-01T00:00:00Z' };
  const placed = (await ask('POST /call', first.url, scheduled))['call'] as Json;
  first.signal('SIGKILL');
  await first.ended;
  const program = await serving(desk, '--db', 'orders.db');
  const { url } = program;
  const { call } = await ask(`GET /call/${String(placed['id'])}`, url);
  expect(call).toEqual(placed);
  const second = await desk.run(['sandbox', '--port', '0', '--db', 'orders.db']);
  expect(second).toMatchObject({ code: USAGE, out: '' });
  expect(second.err).toMatch(/another sandbox works on it\ntry: +name another file with --db/);
  program.signal('SIGTERM');
  expect((await program.ended).code).toBe(0);
});

it('campaign sandbox invents people as a profile says', async () => {
  const desk = aDesk();
  desk.write(
    'people.yaml',
    `scripted_numbers: false
have_voicemail: 100
phones: { person: 1, nobody: 0, menu: 0, screened: 0 }
hours: [{ from: 0, human: 0, voicemail: 1, no_answer: 0, busy: 0, temporarily_unavailable: 0, unknown: 0 }]
`,
  );
  const { url } = await serving(desk, '--people', 'people.yaml', '--speed', '1000');
  const assistant = {
    prompt: 'Say hello.',
    call_retry_config: { calling_windows: [{}], max_retry_attempts: 1 },
  };
  const placed = (await ask('POST /call', url, { ...ORDER, assistant }))['call'] as Json;
  const [attempt] = (await toEnd(url, String(placed['id'])))['call_attempts'] as unknown as Json[];
  expect(attempt?.['result']).toBe('voicemail');
});

it('campaign sandbox says so when another program listens there', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const port = String((server.address() as AddressInfo).port);
  const { code, out, err } = await aDesk().run(['sandbox', '--port', port]);
  expect({ code, out }).toEqual({ code: USAGE, out: '' });
  expect(err).toBe(
    `error: cannot listen on 127.0.0.1 port ${port}: another program listens there already\n` +
      'try:   choose with --port and --host; --port 0 takes any free port\n',
  );
});

it.each([
  [['--port', '70000'], /--port is "70000"/],
  [['--port', 'x'], /--port is "x"/],
  [['--speed', '0'], /--speed is "0"/],
  [['--seed', '-1'], /--seed is "-1"/],
  [['--key', ''], /--key is empty/],
  [['--key', ' sk'], /--key is empty, begins or ends with a space/],
  [['--fault', 'earthquake'], /--fault is "earthquake": kind: /],
  [['--people', 'none.yaml'], /none\.yaml cannot be read/],
  [['--people', 'wrong.yaml'], /hours\.0\.human: (.*\n)* {2}have_voicemail: /],
  [['--people', 'torn.yaml'], /torn\.yaml does not say what people are like/],
  [['--record', 'nowhere/orders.jsonl'], /nowhere\/orders\.jsonl cannot be written/],
  [['--db', 'wrong.yaml'], /wrong\.yaml cannot be used/],
  [['--host', '203.0.113.1'], /this computer does not have that address/],
])('campaign sandbox %j is refused with its fix', async (args, said) => {
  const desk = aDesk();
  desk.write(
    'wrong.yaml',
    'hours: [{ from: 0, human: -1, voicemail: 1, no_answer: 1 }]\nhave_voicemail: 101\n',
  );
  desk.write('torn.yaml', 'hours: [');
  const { code, out, err } = await desk.run(['sandbox', ...args]);
  expect({ code, out }).toEqual({ code: USAGE, out: '' });
  expect(err).toMatch(said);
  expect(err).toMatch(/^error: \S.*\n(.*\n)*try: +\S/);
  expect(err).not.toMatch(/\n\s+at /);
});
