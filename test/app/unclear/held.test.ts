import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aBench, expectPromises, type Bench } from '../world/bench.ts';
import { aContact, aRun, feedAll, HOUR, memoryLedger, MINUTE, START } from '../world/setup.ts';
import { BUSY, REACHED } from '../world/voice-script.ts';

/** Who may not be ordered although a contact of this run waits: I3, and people taken out of the file. */

let ledger: SqliteLedger;
let bench: Bench | null = null;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(async () => {
  ledger.close();
  await bench?.close();
  bench = null;
});

const request = (now: number): ClaimRequest => ({
  now,
  groups: [{ group: 'America/New_York|', ringsUntil: START + HOUR, permit: '' }],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
});

test('I3 a number whose order of another run is uncertain waits until that can no longer ring', async () => {
  const first = await aRun(ledger, [aContact(1)], 'first-run');
  const claim = await ledger.claim(first, request(START));
  await ledger.uncertain(first, claim?.key ?? '', { reason: 'no answer', now: START });
  const second = await aRun(ledger, [aContact(1)], 'second-run');
  expect(await ledger.claim(second, request(START + MINUTE))).toBeNull();
  expect(await ledger.claim(second, request(START + HOUR - 1))).toBeNull();
  const { nextNotBefore } = await ledger.horizon('second-run', []);
  expect(await ledger.claim(second, request(nextNotBefore ?? 0))).not.toBeNull();
});

test('I3 an uncertain order that is found while another run calls the number opens no second one', async () => {
  const first = await aRun(ledger, [aContact(1)], 'first-run');
  const claim = await ledger.claim(first, request(START));
  const key = claim?.key ?? '';
  await ledger.uncertain(first, key, { reason: 'no answer', now: START });
  const second = await aRun(ledger, [aContact(1)], 'second-run');
  expect(await ledger.claim(second, request(START + 2 * HOUR))).not.toBeNull();
  const found = { source: 'search' as const, providerId: 'p-1', now: START + 2 * HOUR };
  expect(await ledger.accepted(first, key, found)).toBe('recorded');
  expect(await ledger.unsettled('first-run')).toMatchObject([{ state: 'calling' }]);
});

test('people who are taken out of the file while their call is live are not tried again', async () => {
  bench = await aBench({
    otherwise: { rings: [BUSY] },
    scripts: { [aContact(2).e164]: [REACHED] },
  });
  const old = await aRun(bench.ledger, [aContact(1), aContact(2)]);
  void bench
    .session(old)
    .run()
    .catch(() => undefined);
  await bench.clock.sleep(START + 7_000, { key: 'test' });
  const session = await bench.ledger.beginSession('a-run', bench.clock.now());
  await feedAll(bench.ledger, session, [aContact(2)]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [gone, stayed] = await bench.contacts().then((all) => all.sort(byHeld));
  expect(gone).toMatchObject({
    state: 'pending',
    heldFor: storeReason({ code: 'removed_from_file' }),
  });
  expect(stayed).toMatchObject({ state: 'reached', heldFor: null });
  expect(bench.voice.posts.length).toBe(2);
  await expectPromises(bench);
});

const byHeld = (a: { heldFor: string | null }, b: { heldFor: string | null }): number =>
  Number(a.heldFor === null) - Number(b.heldFor === null);

test('I3 I7 anyone who waits for an order that nobody follows is not waited for longer than a day', async () => {
  bench = await aBench({ mode: 'live', otherwise: REACHED });
  const died = await aRun(bench.ledger, [aContact(1)], 'first-run');
  expect(await bench.ledger.claim(died, request(START))).not.toBeNull();
  const session = await aRun(bench.ledger, [aContact(1), aContact(2)]);
  const end = await bench.session(session).run();
  expect(end).toEqual({
    how: 'stopped',
    exit: 3,
    why: '1 person waits for open orders of run first-run, which nobody has followed for a day',
    advice: { kind: 'go_on_first', run: 'first-run' },
  });
  expect(bench.clock.now()).toBeGreaterThan(START + 25 * HOUR);
  expect(bench.voice.posts, 'the other person had their turn').toHaveLength(1);
});
