import { afterEach, expect, test } from 'vitest';
import type { AttemptsAnswer, LookAnswer } from '../../../src/ports/voice-api.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aRun, MINUTE, START } from '../world/setup.ts';

/** I7: whatever the answers to looks are, an order is not asked for without a pause. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const ANSWERS: readonly LookAnswer[] = [
  { kind: 'unreadable', why: 'it is no JSON', raw: '{"call": {"id":' },
  { kind: 'missing' },
  { kind: 'unreachable', why: 'HTTP 500' },
];

test.each(ANSWERS)(
  'looks that are $kind after a cancel has been seen are repeated with pauses',
  async (answer) => {
    bench = await aBench({ otherwise: {} });
    const session = await aRun(bench.ledger, someContacts(1));
    const looks: number[] = [];
    let over = 0;
    const get = async (id: string): Promise<LookAnswer> => {
      const real = await bench.api.get(id);
      looks.push(bench.clock.now());
      if (real.kind !== 'found' || real.view.status !== 'cancelled') return real;
      over += 1;
      return over === 1 ? real : answer;
    };
    const { api } = bench;
    const usual = {
      profile: api.profile,
      place: api.place.bind(api),
      cancel: api.cancel.bind(api),
      find: api.find.bind(api),
    };
    const run = bench.session(session, {}, { api: { ...usual, get } });
    const end = run.run();
    await bench.clock.sleep(START + 10_000, { key: 'test' });
    run.stop('stopped by SIGINT');
    await end;
    expect(bench.clock.now()).toBeLessThan(START + 5 * MINUTE);
    expect(over, 'it was asked for again').toBeGreaterThan(2);
    for (const at of looks) {
      const within = looks.filter((one) => one >= at && one < at + 1_000);
      expect(within.length, `looks in the second after ${at - START}`).toBeLessThanOrEqual(4);
    }
    await expectPromises(bench);
  },
);

test('a stop ends the search for an order without an answer, after one more look', async () => {
  bench = await aBench({ otherwise: { place: { how: 'drop', stored: false } } });
  const session = await aRun(bench.ledger, someContacts(1));
  const attempts = (): Promise<AttemptsAnswer> => Promise.resolve({ kind: 'found', attempts: [] });
  const { api } = bench;
  const run = bench.session(
    session,
    {},
    {
      api: {
        profile: api.profile,
        place: api.place.bind(api),
        get: api.get.bind(api),
        cancel: api.cancel.bind(api),
        find: api.find.bind(api),
        attempts,
      },
    },
  );
  const end = run.run();
  await bench.clock.sleep(START + 15_000, { key: 'test' });
  const before = bench.voice.searches.length;
  run.stop('stopped by SIGINT');
  expect(await end).toMatchObject({ exit: 3, why: 'stopped by SIGINT' });
  expect(bench.clock.now()).toBeLessThan(START + 16_000);
  expect(bench.voice.searches.length).toBeGreaterThan(before);
  expect((await bench.ledger.states('a-run')).uncertain).toBe(1);
  await expectPromises(bench);
});
