import { afterEach, expect, test } from 'vitest';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { HUMAN, type OrderScript } from '../world/voice-script.ts';

/** Later looks at what was still empty when a call was settled. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const lateBy = (late: number): OrderScript => ({ rings: [{ ...HUMAN, late }] });

/** Keeps the run going for an hour after the others are done with. */
const NEXT_HOUR = aContact(99, { notBefore: START + 60 * MINUTE });

const transcripts = async (): Promise<(string | undefined)[]> =>
  (await bench.contacts()).map((c) => c.orders[0]?.attempts[0]?.transcript?.[0]?.content);

test.each([
  ['half a minute late: it is there at the first look', 30_000, [1]],
  ['five minutes late: it is there at the second look', 5 * MINUTE, [1, 10]],
  ['forty minutes late: it is there when the run ends', 40 * MINUTE, [1, 10]],
])('I5 a transcript that is %s, and nothing else changes', async (_, late, looks) => {
  bench = await aBench({ scripts: { [aContact(0).e164]: [lateBy(late)] } });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const run = bench.session(session).run();
  await bench.clock.sleep(START + 59 * MINUTE, { key: 'test' });
  const [settled] = await bench.contacts();
  const gets = bench.voice.gets.filter((get) => get.id === 'order-1');
  const end = gets.find((get) => get.at >= START + 65_000)?.at ?? 0;
  expect(gets.filter((get) => get.at > end).map((get) => get.at - end)).toEqual(
    looks.map((minutes) => minutes * MINUTE),
  );
  expect(await run).toMatchObject({ exit: 0 });
  expect(await transcripts()).toEqual(['Hello?', 'Hello?']);
  const [after] = await bench.contacts();
  for (const name of ['state', 'reason', 'outcome', 'success'] as const)
    expect(after?.[name]).toBe(settled?.[name]);
  expect(bench.voice.posts.length).toBe(2);
  await expectPromises(bench);
});

test('looks that fall due one right after the other are each made', async () => {
  bench = await aBench({
    scripts: {
      [aContact(0).e164]: [lateBy(5 * MINUTE)],
      [aContact(1).e164]: [{ rings: [{ ...HUMAN, end: 60_400, late: 5 * MINUTE }] }],
      [aContact(2).e164]: [{ rings: [{ ...HUMAN, end: 60_900, late: 5 * MINUTE }] }],
    },
    hinted: true,
  });
  const session = await aRun(bench.ledger, [...someContacts(3), NEXT_HOUR]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect(await transcripts()).toEqual(['Hello?', 'Hello?', 'Hello?', 'Hello?']);
});

test('the last call of a run gets its first look too, and the run waits no longer for it', async () => {
  bench = await aBench({ otherwise: lateBy(30_000) });
  const session = await aRun(bench.ledger, someContacts(1));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect(await transcripts()).toEqual(['Hello?']);
  expect(bench.clock.now()).toBeLessThan(START + 3 * MINUTE);
});

test('a look that finds nobody at home does not hold up the run', async () => {
  bench = await aBench({ scripts: { [aContact(0).e164]: [lateBy(Infinity)] } });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  expect(await transcripts()).toEqual([undefined, 'Hello?']);
});

test('while a call is live, a look that comes only at the end of the run is not what is waited for', async () => {
  const scripts = { [aContact(1).e164]: [{ rings: [{ ...HUMAN, end: 30 * MINUTE }] }] };
  bench = await aBench({ scripts, otherwise: lateBy(Infinity) });
  const session = await aRun(bench.ledger, someContacts(2));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const waits = bench.events.flatMap((event) => (event.event === 'waiting' ? [event.until] : []));
  expect(waits.length).toBeGreaterThan(0);
  expect(waits.filter((until) => until !== null)).toEqual([]);
});

test('a stop does not wait for looks; the next session makes them', async () => {
  bench = await aBench({ otherwise: lateBy(MINUTE) });
  const session = await aRun(bench.ledger, [...someContacts(4), NEXT_HOUR]);
  const run = bench.session(session);
  const end = run.run();
  await bench.clock.sleep(START + 70_000, { key: 'zz stop' });
  run.stop('stopped by a test');
  const looked = bench.voice.gets.length;
  expect(await end).toMatchObject({ exit: 3 });
  expect(bench.voice.gets.length).toBe(looked);
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  expect(await bench.session(next).run()).toMatchObject({ exit: 0 });
  expect((await transcripts()).filter((text) => text === 'Hello?').length).toBe(5);
});
