import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/engine/engine.ts';
import { openSandboxStore } from '../../../src/adapters/sqlite/sandbox-store.ts';
import {
  anOrder,
  aSandbox,
  everybody,
  HandClock,
  human,
  placed,
  retryConfig,
  seen,
  starts,
  voicemail,
  window,
} from '../setup.ts';

const number = (i: number): string => `+1202555${String(i).padStart(4, '0')}`;

/** How many attempts of these orders hold a line now. */
const live = (sandbox: Sandbox, ids: readonly string[]): number =>
  ids.filter((id) => {
    const status = seen(sandbox, id).call_attempts[0]?.status ?? '';
    return ['queued', 'ringing', 'ongoing'].includes(status);
  }).length;

it('a concurrency key is never exceeded, is used fully, and nobody is left waiting', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(voicemail, human()) });
  const ids = Array.from({ length: 40 }, (_, i) =>
    placed(sandbox, anOrder({ phone_number: number(i), concurrency: { key: 'k', max: 3 } })),
  ).map((call) => call.id);
  let most = 0;
  while (await clock.wakeOne(Infinity)) most = Math.max(most, live(sandbox, ids));
  expect(most).toBe(3);
  expect(ids.map((id) => seen(sandbox, id).status)).toEqual(ids.map(() => 'completed'));
});

it('a concurrency key lets the waiting order show that it waits', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  const concurrency = { key: 'k', max: 1 };
  const ids = [1, 2].map(
    (i) => placed(sandbox, anOrder({ phone_number: number(i), concurrency })).id,
  );
  await clock.to(clock.now() + 15_000);
  expect(ids.map((id) => seen(sandbox, id).status).sort()).toEqual([
    'calling',
    'queued_for_calling',
  ]);
});

it('a concurrency key passes over a waiter whose window has closed and wakes the next', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human(30_000)) });
  const concurrency = { key: 'k', max: 1 };
  const closing = retryConfig({ calling_windows: [window('11:00', '11:01')], timezone: 'UTC' });
  const ids = [1, 2, 3, 4].map((i) => {
    const call_retry_config = i <= 2 ? closing : retryConfig();
    const body = {
      phone_number: number(i),
      concurrency,
      assistant: { prompt: '', call_retry_config },
    };
    return placed(sandbox, anOrder(body)).id;
  });
  await clock.toEnd();
  for (const [i, id] of ids.entries()) {
    const call = seen(sandbox, id);
    expect(call.status).toBe('completed');
    if (i < 2) expect(starts(call)[0]?.slice(11, 16)).toBe('11:00');
  }
});

const wantedLimits = fc.array(
  fc.record({ max: fc.integer({ min: 1, max: 4 }), key: fc.constantFrom('a', 'b') }),
  { minLength: 5, maxLength: 25 },
);

const someMoves = fc.array(
  fc.record({ after: fc.nat(12), what: fc.constantFrom('cancel', 'restart') }),
  { maxLength: 8 },
);

type Wanted = readonly { readonly key: string; readonly max: number }[];

function expectWithinLimits(sandbox: Sandbox, ids: readonly string[], wanted: Wanted): void {
  for (const key of ['a', 'b']) {
    const max = Math.max(0, ...wanted.filter((w) => w.key === key).map((w) => w.max));
    const mine = ids.filter((_, i) => wanted[i]?.key === key);
    expect(live(sandbox, mine)).toBeLessThanOrEqual(max);
  }
}

it('a concurrency key holds under any mixture of limits, cancels and restarts', async () => {
  const people = everybody(voicemail, human());
  const property = fc.asyncProperty(wantedLimits, someMoves, async (wanted, moves) => {
    const store = openSandboxStore(':memory:');
    let { clock, sandbox } = aSandbox({ store, people });
    const ids = wanted.map(
      (concurrency, i) => placed(sandbox, anOrder({ phone_number: number(i), concurrency })).id,
    );
    for (const [i, move] of moves.entries()) {
      for (let n = 0; n < move.after; n += 1) {
        await clock.wakeOne(Infinity);
        expectWithinLimits(sandbox, ids, wanted);
      }
      if (move.what === 'cancel') sandbox.cancel(ids[i] ?? '');
      else {
        await sandbox.stop();
        ({ clock, sandbox } = aSandbox({ store, people, clock: new HandClock(clock.now()) }));
      }
    }
    while (await clock.wakeOne(Infinity)) expectWithinLimits(sandbox, ids, wanted);
    for (const id of ids) expect(['completed', 'cancelled']).toContain(seen(sandbox, id).status);
    store.close();
  });
  await fc.assert(property, { numRuns: 60 });
});
