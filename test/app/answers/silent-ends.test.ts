import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { reasonCode } from '../../../src/domain/run/reason.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aRun, MINUTE } from '../world/setup.ts';
import { REACHED, type OrderScript } from '../world/voice-script.ts';

/** An order that is final and shows no attempt: nobody can say that its phone did not ring. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

/** What vendors answer of an order whose attempts they do not show, though the phone rang. */
const SILENT: Record<string, (call: Record<string, unknown>) => object> = {
  'calls_count 0': (call) => ({ ...call, call_attempts: [], calls_count: 0 }),
  'no call_attempts at all': ({ call_attempts: _, ...call }) => call,
  'call_attempts null, last_call_attempt null': (call) => ({
    ...call,
    call_attempts: null,
    last_call_attempt: null,
  }),
  'calls_count null': (call) => ({ ...call, call_attempts: [], calls_count: null }),
  'one attempt without a moment or a result': (call) => ({
    ...call,
    call_attempts: [{ id: 'a', status: 'completed' }],
    calls_count: 1,
  }),
};

const DIALLED: OrderScript = { rings: [{ at: 5_000, end: 10_000, dialError: 'no_answer' }] };

describe.each(Object.entries(SILENT))('%s', (_, silent) => {
  test('counts as one attempt, after a second look: the person gets no more than the cap', async () => {
    bench = await aBench({
      otherwise: DIALLED,
      alter: (call, { method }) => {
        const over = call['status'] === 'completed' || method === 'POST';
        return { call: over ? silent(call) : { ...call, call_attempts: [] } };
      },
    });
    const session = await aRun(bench.ledger, someContacts(1));
    expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
    expect(bench.voice.posts).toHaveLength(3);
    const [contact] = await bench.contacts();
    expect(bench.voice.rings(contact?.e164 ?? '')).toBe(3);
    expect(contact?.state).toBe('exhausted');
    expect(reasonCode(contact?.reason ?? null)).toBe('attempts_may_be_used');
    const [first, second] = bench.voice.posts.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0), 'the delay holds').toBeGreaterThanOrEqual(10 * MINUTE);
    await expectPromises(bench);
  });
});

test('an order that was cancelled before it rang is no attempt', async () => {
  const never: OrderScript = {};
  bench = await aBench({ otherwise: never });
  const session = await aRun(bench.ledger, someContacts(1));
  await bench.session(session).run();
  expect(bench.voice.posts, 'five orders that never rang').toHaveLength(5);
  expect((await bench.contacts())[0]?.reason).toBe(
    storeReason({ code: 'orders_never_rang', orders: 5 }),
  );
  await expectPromises(bench);
});

test('a talk that shows at the look before the next order ends it', async () => {
  let hidden = true;
  bench = await aBench({
    otherwise: REACHED,
    alter: (call) => ({ call: hidden ? { ...call, call_attempts: [], calls_count: 0 } : call }),
  });
  const session = await aRun(bench.ledger, someContacts(1));
  const over = bench.session(session).run();
  await bench.clock.sleep(bench.clock.now() + 5 * MINUTE, { key: 'test' });
  hidden = false;
  await over;
  expect((await bench.contacts())[0]).toMatchObject({ state: 'reached', outcome: 'human' });
  expect(bench.voice.posts).toHaveLength(1);
});
