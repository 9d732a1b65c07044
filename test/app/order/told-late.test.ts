import { afterEach, expect, test } from 'vitest';
import {
  aBench,
  expectPromises,
  someContacts,
  type Bench,
  type BenchOptions,
} from '../world/bench.ts';
import { aRun, MINUTE } from '../world/setup.ts';
import { BUSY, HUMAN } from '../world/voice-script.ts';

/** I5: what was seen of an order counts, though its end does not show it; what is told late is decided upon. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

async function played(tries: number, options: BenchOptions) {
  bench = await aBench(options);
  const session = await aRun(bench.ledger, someContacts(1));
  const retry = { max_retry_attempts: tries };
  await bench.session(session, { call_retry_config: retry }).run();
  await expectPromises(bench);
  return (await bench.contacts())[0];
}

const isOver = (call: Readonly<Record<string, unknown>>): boolean => call['status'] === 'completed';

test('an attempt that was seen while it rang counts, although the order ends without attempts', async () => {
  const contact = await played(1, {
    otherwise: { rings: [{ ...BUSY, end: 20_000 }] },
    alter: (call) => ({
      call: { ...call, call_attempts: isOver(call) ? [] : call['call_attempts'] },
    }),
  });
  expect(contact).toMatchObject({ state: 'exhausted', outcome: 'unanswered' });
  expect(bench.voice.posts).toHaveLength(1);
});

test('a human who was seen while the order went on stays one, although it ends without a result', async () => {
  const contact = await played(3, {
    otherwise: { rings: [{ ...HUMAN, end: 20_000 }], endsAfter: null },
    alter: (call) => {
      const attempts = call['call_attempts'] as Record<string, unknown>[];
      const over = call['status'] !== 'calling' && call['status'] !== 'queued_for_calling';
      const untold = attempts.map((one) => ({ ...one, result: null }));
      return { call: { ...call, call_attempts: over ? untold : attempts } };
    },
  });
  expect(contact).toMatchObject({ state: 'reached', outcome: 'human' });
  expect(bench.voice.posts).toHaveLength(1);
});

test.each([
  ['busy', 1, 'exhausted'],
  ['number_non_attributed', 3, 'failed'],
] as const)(
  'an order that ended without attempts, and shows a %s before the next one: after %i tries %s',
  async (dialError, tries, state) => {
    const contact = await played(tries, {
      otherwise: { rings: [{ ...BUSY, dialError }] },
      alter: (call) => {
        const hidden = bench.clock.now() < (bench.voice.posts[0]?.at ?? 0) + 5 * MINUTE;
        return { call: { ...call, ...(hidden ? { call_attempts: [] } : {}) } };
      },
    });
    expect(contact).toMatchObject({ state });
    expect(bench.voice.posts).toHaveLength(1);
  },
);
