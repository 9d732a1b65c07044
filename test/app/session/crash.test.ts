import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import { LostSession } from '../../../src/ports/ledger/runs.ts';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import {
  aBench,
  expectPromises,
  someContacts,
  type Bench,
  type BenchOptions,
} from '../world/bench.ts';
import { aRun, MINUTE } from '../world/setup.ts';
import { HUMAN, REACHED, type OrderScript } from '../world/voice-script.ts';

/**
 * A process that dies is one whose next step never ends. Here it is frozen there, and may wake later: then it
 * is the worse case, a session that has been replaced and does not know it.
 */
class Frozen {
  readonly happened: Promise<void>;
  #reach: () => void = () => undefined;
  #wake: () => void = () => undefined;
  #left: number;

  /** Freezes the one that comes `nth`, and everybody after. */
  constructor(nth: number) {
    this.#left = nth;
    this.happened = new Promise((resolve) => (this.#reach = resolve));
    this.#asleep = new Promise((resolve) => (this.#wake = resolve));
  }

  readonly #asleep: Promise<void>;

  wake(): void {
    this.#wake();
  }

  async pass(): Promise<void> {
    if (--this.#left > 0) return;
    this.#reach();
    await this.#asleep;
  }
}

/** Where a session freezes. Once it has, nothing of it moves any more. */
type Instant =
  'before the send' | 'after the send' | 'at a look' | 'at a cancel' | 'after a cancel';

function freezing(api: VoiceApi, instant: Instant, frozen: Frozen): VoiceApi {
  const at = (here: Instant): Promise<void> =>
    here === instant ? frozen.pass() : Promise.resolve();
  return {
    profile: api.profile,
    find: (sought) => api.find(sought),
    place: async (body, gate) => {
      await at('before the send');
      const answer = await api.place(body, gate);
      await at('after the send');
      return answer;
    },
    get: async (id) => {
      await at('at a look');
      return await api.get(id);
    },
    cancel: async (id) => {
      await at('at a cancel');
      const answer = await api.cancel(id);
      await at('after a cancel');
      return answer;
    },
  };
}

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const SILENT: OrderScript = { rings: [] };
/** Half of the people do not ring at first: all of them in a row would stop the run. */
const scriptsOf = (otherwise: OrderScript): BenchOptions => {
  if (otherwise !== SILENT) return { otherwise };
  const silent = someContacts(6).map((one) => [one.e164, [SILENT, REACHED]] as const);
  return { scripts: Object.fromEntries(silent), otherwise: REACHED };
};
const CASES: [Instant, number, OrderScript][] = [
  ['before the send', 1, REACHED],
  ['before the send', 4, REACHED],
  ['after the send', 1, REACHED],
  ['after the send', 5, REACHED],
  ['at a look', 1, REACHED],
  ['at a look', 7, REACHED],
  ['at a look', 30, { rings: [{ ...HUMAN, end: 300_000 }] }],
  ['at a cancel', 1, SILENT],
  ['at a cancel', 3, SILENT],
  ['after a cancel', 1, SILENT],
  ['after a cancel', 2, SILENT],
];

async function dieAndGoOn(at: [Instant, number], wakes: boolean): Promise<void> {
  const frozen = new Frozen(at[1]);
  const old = await aRun(bench.ledger, someContacts(12));
  const few = { concurrency: { max: 4 } };
  const first = bench.session(old, few, { api: freezing(bench.api, at[0], frozen) }).run();
  const lost = first.then(
    () => null,
    (cause: unknown) => cause,
  );
  await frozen.happened;
  const session = await bench.ledger.beginSession('a-run', bench.clock.now());
  const end = bench.session(session, few).run();
  if (wakes) {
    frozen.wake();
    expect(await lost).toBeInstanceOf(LostSession);
  }
  await end;
}

describe.each([0, null])('settling %s', (settleMs) => {
  test.each(CASES)('a session that dies %s (%i) is taken up by the next', async (...one) => {
    const [instant, nth, otherwise] = one;
    bench = await aBench({ settleMs, ...scriptsOf(otherwise) });
    await dieAndGoOn([instant, nth], false);
    const { reached, exhausted, uncertain } = await bench.ledger.states('a-run');
    expect(reached + exhausted + uncertain).toBe(12);
    // Only what may have been sent and is not found is uncertain, and only where nothing settles.
    // The gate of the session that died lets nothing more leave once the next has begun: none of the orders
    // that it had claimed by then was sent, but nobody can know that.
    const unsent = settleMs === null && instant === 'before the send';
    expect(uncertain).toBeGreaterThanOrEqual(unsent ? 1 : 0);
    expect(uncertain).toBeLessThanOrEqual(unsent ? 4 : 0);
    await expectPromises(bench);
  });

  test.each(CASES)('one that freezes %s (%i) and wakes changes nothing', async (...one) => {
    const [instant, nth, otherwise] = one;
    bench = await aBench({ settleMs, ...scriptsOf(otherwise) });
    await dieAndGoOn([instant, nth], true);
    const known = (await bench.contacts()).flatMap((contact) => contact.orders);
    const kept = new Set(known.map((order) => order.key));
    for (const order of bench.voice.orders) expect(kept).toContain(order.key);
    expect(new Set(bench.voice.posts.map((post) => post.key)).size).toBe(bench.voice.posts.length);
  });
});

describe('a session that wakes after it was replaced', () => {
  let old: Session;
  beforeEach(async () => {
    bench = await aBench();
    old = await aRun(bench.ledger, someContacts(1));
  });

  test('an order it placed meanwhile is kept as evidence, and the next session finds it', async () => {
    const frozen = new Frozen(1);
    const api = freezing(bench.api, 'after the send', frozen);
    const found: string[] = [];
    const ledger: SqliteLedger = {
      ...bench.ledger,
      accepted: async (session, key, by) => {
        found.push(by.providerId);
        return await bench.ledger.accepted(session, key, by);
      },
    };
    const first = bench.session(old, {}, { api, ledger }).run();
    const lost = expect(first).rejects.toThrow(LostSession);
    await frozen.happened;
    const session = await bench.ledger.beginSession('a-run', bench.clock.now());
    frozen.wake();
    await lost;
    expect(found).toEqual(['order-1']);
    const [order] = await bench.ledger.unsettled('a-run');
    expect(order, 'its state is left alone').toMatchObject({
      state: 'placing',
      providerId: 'order-1',
    });
    expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
    await expectPromises(bench);
  });

  test('a claim that has waited longer than five seconds is not sent', async () => {
    const frozen = new Frozen(1);
    const api = freezing(bench.api, 'before the send', frozen);
    const first = bench.session(old, {}, { api: { ...api, place: api.place } }).run();
    const lost = expect(first).rejects.toThrow(LostSession);
    await frozen.happened;
    await bench.ledger.beginSession('a-run', bench.clock.now());
    await bench.clock.sleep(bench.clock.now() + MINUTE, { key: 'test' });
    frozen.wake();
    await lost;
    expect(bench.voice.posts).toEqual([]);
  });
});

test('what a replaced session heard ends the doubt of the session that replaced it, without any search', async () => {
  bench = await aBench({ search: 'unsupported', otherwise: REACHED });
  const old = await aRun(bench.ledger, someContacts(1));
  const frozen = new Frozen(1);
  const api = freezing(bench.api, 'after the send', frozen);
  const lost = expect(bench.session(old, {}, { api }).run()).rejects.toThrow(LostSession);
  await frozen.happened;
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next).run()).toMatchObject({ exit: 3 });
  frozen.wake();
  await lost;
  const last = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(last).run()).toMatchObject({ how: 'finished', exit: 0 });
  expect((await bench.ledger.states('a-run')).reached).toBe(1);
  await expectPromises(bench);
});

test.each([
  [1_000, 4],
  [20_000, 2],
  [50_000, 1],
])(
  'I7 a send that was left %i ms ago is doubtful 45 s after it at the latest, however often sessions die',
  async (agoMs, lookups) => {
    bench = await aBench({ search: 'empty', otherwise: REACHED });
    const frozen = new Frozen(1);
    const old = await aRun(bench.ledger, someContacts(1));
    const sentBy = bench.clock.now() + 5_000;
    void bench.session(old, {}, { api: freezing(bench.api, 'before the send', frozen) }).run();
    await frozen.happened;
    await bench.clock.sleep(sentBy - 5_000 + agoMs, { key: 'nobody' });
    let searches = 0;
    const find: VoiceApi['find'] = (sought) => {
      searches += 1;
      return bench.api.find(sought);
    };
    const { profile } = bench.api;
    const place: VoiceApi['place'] = (body, gate) => bench.api.place(body, gate);
    const get: VoiceApi['get'] = (id) => bench.api.get(id);
    const cancel: VoiceApi['cancel'] = (id) => bench.api.cancel(id);
    const session = await bench.ledger.beginSession('a-run', bench.clock.now());
    const began = bench.clock.now();
    await bench.session(session, {}, { api: { profile, place, get, cancel, find } }).run();
    expect((await bench.ledger.states('a-run')).uncertain).toBe(1);
    expect(bench.clock.now()).toBe(Math.min(began + 40_000, Math.max(began, sentBy + 40_000)));
    expect(searches).toBe(lookups);
  },
);
