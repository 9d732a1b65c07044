import { afterEach, describe, expect, test } from 'vitest';
import { realClock } from '../../../src/adapters/clock/real-clock.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { NewRequest } from '../../../src/ports/ledger/requests.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { HUMAN, REACHED, type Ring } from '../world/voice-script.ts';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const FEW = { concurrency: { max: 4 } };
const LATE_RING: Ring = { ...HUMAN, at: 20_000 };
const ANA = { who: 'ana', at: START, reason: null };
const ask = (kind: NewRequest['kind'], hangUp = false, ledger = bench.ledger): Promise<number> =>
  ledger.ask({ ...ANA, runId: 'a-run', contactId: null, kind, hangUp });

/** The ledger, with something done right after each claim, as another process would do it. */
const afterClaim = (
  ledger: SqliteLedger,
  what: (nth: number, e164: string) => Promise<unknown>,
): SqliteLedger => {
  let claims = 0;
  return {
    ...ledger,
    claimOrLook: async (session, request) => {
      const claim = await ledger.claimOrLook(session, request);
      if (claim !== null && !('lookAt' in claim)) await what(++claims, claim.e164);
      return claim;
    },
  };
};

describe('a pause', () => {
  test.each([0, 1, 19_999, 20_001, 80_000])(
    'I10 after %i ms: nothing starts, what is live is followed, and resume goes on',
    async (ms) => {
      bench = await aBench({ otherwise: { rings: [LATE_RING] } });
      const session = await aRun(bench.ledger, someContacts(12));
      const end = bench.session(session, FEW).run();
      await bench.clock.sleep(START + ms, { key: 'zz pause' });
      await ask('pause');
      const { posts } = bench.voice;
      const sent = posts.length;
      expect(await end).toEqual({
        how: 'stopped',
        exit: 3,
        why: 'paused by ana',
        goOn: 'resume',
      });
      expect(posts.length).toBe(sent);
      // What had not begun to ring was not cancelled: a pause starts nothing, it ends nothing.
      expect(bench.voice.cancels).toEqual([]);
      expect((await bench.ledger.states('a-run')).reached).toBe(sent);
      await ask('resume');
      const next = await bench.ledger.beginSession('a-run', bench.clock.now());
      expect(await bench.session(next, FEW).run()).toMatchObject({ how: 'finished', exit: 0 });
      await expectPromises(bench);
    },
  );

  test('I10 between claim and send is seen at the gate', async () => {
    bench = await aBench({ otherwise: REACHED });
    const session = await aRun(bench.ledger, someContacts(6));
    const ledger = afterClaim(bench.ledger, async (nth) => {
      if (nth === 3) await ask('pause');
    });
    const one = { concurrency: { max: 1 } };
    const end = await bench.session(session, one, { ledger }).run();
    expect(end).toMatchObject({ how: 'stopped', exit: 3 });
    expect(bench.voice.posts).toHaveLength(2);
    expect(await bench.ledger.states('a-run')).toMatchObject({ pending: 4, reached: 2 });
  });

  test('of a live run waits for resume, and then goes on by itself', async () => {
    bench = await aBench({ otherwise: REACHED });
    const ledger = openLedger(':memory:', 'live');
    const session = await aRun(ledger, someContacts(3));
    await ask('pause', false, ledger);
    const end = bench.session(session, {}, { ledger, wall: realClock() }).run();
    const wall = realClock();
    await wall.sleep(wall.now() + 600, { key: 'a while' });
    expect(bench.voice.posts).toHaveLength(0);
    const asked = wall.monotonic();
    await ask('resume', false, ledger);
    expect(await end).toMatchObject({ how: 'finished', exit: 0 });
    expect(wall.monotonic() - asked).toBeLessThan(5_000);
    expect(bench.voice.posts).toHaveLength(3);
    ledger.close();
  });
});

describe('a pause that nobody waits for', () => {
  test('of a live run that is lifted before the watch has looked is not waited out for ever', async () => {
    bench = await aBench({ otherwise: REACHED });
    const ledger = openLedger(':memory:', 'live');
    const session = await aRun(ledger, someContacts(2));
    const { clock } = bench;
    const wall: Clock = {
      ...realClock(),
      now: () => clock.now(),
      // A watch that looks every ten minutes instead of four times a second.
      sleep: (until, wait) => clock.sleep(until + 10 * MINUTE, wait),
    };
    await ask('pause', false, ledger);
    const end = bench.session(session, FEW, { ledger, wall }).run();
    await clock.sleep(START + MINUTE, { key: 'zz resume' });
    await ask('resume', false, ledger);
    expect(await end).toMatchObject({ how: 'finished', exit: 0 });
    ledger.close();
  });
});

describe('a cancel', () => {
  test.each([0, 1, 19_999, 20_001, 80_000])(
    'I10 after %i ms: what waits and what has not rung is cancelled, live talks are followed',
    async (ms) => {
      bench = await aBench({ otherwise: { rings: [LATE_RING] } });
      const session = await aRun(bench.ledger, someContacts(12));
      const run = bench.session(session, FEW, { wall: realClock() });
      const end = run.run();
      await bench.clock.sleep(START + ms, { key: 'zz cancel' });
      await ask('cancel');
      expect(await end).toEqual({ how: 'finished', exit: 3, why: 'cancelled by ana' });
      const { cancelled, reached, ...rest } = await bench.ledger.states('a-run');
      expect(Object.values(rest)).toEqual(Array(7).fill(0));
      expect(cancelled + reached).toBe(12);
      expect(reached).toBe(bench.voice.orders.filter((o) => bench.voice.rings(o.number)).length);
      expect((await bench.ledger.findRun('a-run'))?.finishedAt).not.toBeNull();
      await expectPromises(bench);
    },
  );
});

/** One person's call is over soon: that is when the session looks again. */
const soonOver = (others: Ring) => ({
  scripts: { [aContact(0).e164]: [{ rings: [{ ...HUMAN, at: 1_000, end: 30_000 }] }] },
  otherwise: { rings: [others] },
});

async function cancelled(others: Ring, hangUp: boolean): Promise<void> {
  bench = await aBench(soonOver(others));
  const session = await aRun(bench.ledger, someContacts(8));
  const end = bench.session(session, FEW).run();
  await bench.clock.sleep(START + 5_000, { key: 'zz cancel' });
  await ask('cancel', hangUp);
  expect(await end).toMatchObject({ how: 'finished', why: 'cancelled by ana' });
  expect(bench.voice.posts).toHaveLength(4);
}

describe('what a cancel does to open orders', () => {
  test('each answer to the cancel of an order is kept as evidence', async () => {
    await cancelled({ ...HUMAN, at: 100_000 }, false);
    const kept: (string | null)[] = [];
    for (const { id } of await bench.contacts()) {
      const orders = (await bench.ledger.person('a-run', id))?.orders ?? [];
      const evidence = orders.flatMap((order) => order.evidence);
      kept.push(...evidence.filter((one) => one.source === 'cancel').map((one) => one.raw));
    }
    expect(kept).toEqual(Array(3).fill('answered: no order in it'));
    expect(bench.voice.cancels).toHaveLength(3);
    expect(await bench.ledger.states('a-run')).toMatchObject({ reached: 1, cancelled: 7 });
  });

  test('live talks go on to their end, unless they are to be hung up', async () => {
    const long = { ...HUMAN, at: 2_000, end: 500_000 };
    await cancelled(long, false);
    expect(bench.voice.cancels).toEqual([]);
    expect(bench.clock.now()).toBeGreaterThanOrEqual(START + long.end);
    await bench.close();
    await cancelled(long, true);
    expect(bench.voice.cancels).toHaveLength(3);
    expect(bench.clock.now()).toBeLessThan(START + MINUTE);
    expect(await bench.ledger.states('a-run')).toMatchObject({ reached: 4, cancelled: 4 });
  });

  test('I8 a run that was cancelled calls nobody who joins later', async () => {
    bench = await aBench({ otherwise: REACHED });
    const session = await aRun(bench.ledger, someContacts(3));
    await ask('cancel');
    const end = await bench.session(session).run();
    expect(end).toEqual({ how: 'finished', exit: 3, why: 'cancelled by ana' });
    expect(bench.voice.posts).toEqual([]);
    expect((await bench.ledger.states('a-run')).cancelled).toBe(3);
  });
});

describe('the do-not-call list', () => {
  test('I10 a number that is put on it between claim and send is not called', async () => {
    bench = await aBench({ otherwise: REACHED });
    const session = await aRun(bench.ledger, someContacts(5));
    const ledger = afterClaim(bench.ledger, async (nth, e164) => {
      if (nth % 2 === 0) await bench.ledger.bar([e164], { ...ANA, source: 'x' });
    });
    const end = await bench.session(session, FEW, { ledger }).run();
    expect(end).toMatchObject({ how: 'finished', exit: 0 });
    const called = bench.voice.posts.map((post) => post.number);
    const barred = (await bench.ledger.barred()).map((one) => one.e164);
    expect(barred.length).toBeGreaterThan(0);
    expect(called.filter((number) => barred.includes(number))).toEqual([]);
    const { reached, skipped } = await bench.ledger.states('a-run');
    expect([reached, skipped]).toEqual([5 - barred.length, barred.length]);
  });
});

describe('a decision about somebody uncertain', () => {
  test('made while a session runs is carried out by it, and the person is called again', async () => {
    const number = aContact(0).e164;
    const lost = { place: { how: 'drop', stored: false } } as const;
    bench = await aBench({ scripts: { [number]: [lost, REACHED] }, otherwise: REACHED });
    const session = await aRun(bench.ledger, someContacts(6));
    let decided = false;
    const ledger = afterClaim(bench.ledger, async () => {
      const [person] = await bench.ledger.uncertainContacts('a-run');
      if (person === undefined || decided) return;
      decided = true;
      const { contactId } = person;
      const word = { ...ANA, runId: 'a-run', contactId, hangUp: false } as const;
      await bench.ledger.ask({ ...word, kind: 'not_rung' });
    });
    const end = await bench.session(session, { concurrency: { max: 1 } }, { ledger }).run();
    expect(decided).toBe(true);
    // I12 Its first order might have rung until the window closed: the second one is of the next day.
    expect(end).toMatchObject({ how: 'finished', exit: 0 });
    expect((await bench.ledger.states('a-run')).reached).toBe(6);
    const own = bench.voice.posts.filter((post) => post.number === number);
    expect(own.map((post) => new Date(post.at).getUTCDate())).toEqual([1, 2]);
  });
});
