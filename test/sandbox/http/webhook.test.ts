import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Webhooks, type WebhookNotice } from '../../../src/sandbox/http/webhooks.ts';
import {
  anOrder,
  aSandbox,
  everybody,
  HandClock,
  human,
  MONDAY,
  noAnswer,
  placed,
  seen,
} from '../setup.ts';

let received: unknown[] = [];
let status = 204;
const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    received.push(JSON.parse(text));
    response.writeHead(status).end();
  });
});

beforeEach(async () => {
  received = [];
  status = 204;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

async function complete(url: string | null, cancelled = false) {
  const failures: string[] = [];
  const hand = new HandClock(MONDAY);
  const during = <T>(work: () => Promise<T>): Promise<T> => work();
  const webhooks = new Webhooks({
    clock: { now: () => hand.now(), sleep: (until, wait) => hand.sleep(until, wait), during },
    failed: (_notice: WebhookNotice, why) => failures.push(why),
  });
  const people = everybody(noAnswer, human());
  const { clock, sandbox } = aSandbox({ people, tell: webhooks.send });
  const assistant = { ...anOrder().assistant, webhook_url: url };
  const { id } = placed(sandbox, anOrder({ assistant }));
  if (cancelled) sandbox.cancel(id);
  await clock.toEnd();
  await webhooks.idle();
  return { call: seen(sandbox, id), failures };
}

it('the completion webhook is sent once, when the order is over', async () => {
  const { call, failures } = await complete(address());
  const last = call.call_attempts[0];
  const transcript = last?.transcript?.map((turn) => `${turn.role}: ${turn.content}`).join('\n');
  expect(received).toEqual([
    {
      call_order_id: call.id,
      call_id: last?.id,
      status: 'completed',
      result: 'human',
      annotation: 'Invented: human',
      transcript,
      recording_url: `https://example.invalid/recordings/${last?.id ?? ''}.mp3`,
      started_at: last?.started_at,
      ended_at: last?.ended_at,
      calls_count: 2,
    },
  ]);
  expect(failures).toEqual([]);
});

it('the completion webhook is not sent for a cancelled order, nor when nobody asked for it', async () => {
  await complete(address(), true);
  await complete(null);
  expect(received).toEqual([]);
});

it('the completion webhook that is not taken is reported, and not sent again', async () => {
  status = 500;
  expect((await complete(address())).failures).toEqual(['it answered 500']);
  expect(received).toHaveLength(1);
});

it('a webhook that is late waits on the clock, and is given up when the sandbox ends', async () => {
  const hand = new HandClock(MONDAY);
  const failures: string[] = [];
  const webhooks = new Webhooks({
    clock: {
      now: () => hand.now(),
      sleep: (until, wait) => hand.sleep(until, wait),
      during: (work) => work(),
    },
    failed: (_notice: WebhookNotice, why) => failures.push(why),
  });
  const notice = { url: address(), body: { n: 1 }, delayMs: 90_000 };
  webhooks.send(notice);
  await hand.to(MONDAY + 89_999);
  expect(received).toEqual([]);
  await hand.to(MONDAY + 90_000);
  await webhooks.idle();
  expect(received).toEqual([{ n: 1 }]);
  webhooks.send(notice);
  await webhooks.stop();
  expect(received).toHaveLength(1);
  expect(failures).toEqual([expect.stringMatching(/abort/)]);
});
