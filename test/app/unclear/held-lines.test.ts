import { afterEach, expect, test } from 'vitest';
import { linesInUse } from '../../../src/app/unclear/lines-in-use.ts';
import type { RunSession } from '../../../src/app/session/session.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { REACHED, type OrderScript } from '../world/voice-script.ts';

/** An order that may be live keeps its line: what is shown is what is counted, also by the next session. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const UNCLEAR: OrderScript = {
  ...REACHED,
  place: { how: 'answer', status: 502, body: '<html>', stored: true },
};
const LONGEST_SECONDS = 120;
/** Two minutes until it must have rung, and the longest call. */
const HOLD = 2 * MINUTE + LONGEST_SECONDS * 1000;
const campaign = (max: number): object => ({
  assistant: { prompt: 'Say hello.', max_call_duration_secs: LONGEST_SECONDS },
  concurrency: { max },
});

const shown = async () => {
  const orders = await bench.ledger.unsettled('a-run');
  const at = bench.clock.now();
  return linesInUse(orders, { at, maxCallSeconds: LONGEST_SECONDS });
};

test('what status shows is what the session counts, moment by moment', async () => {
  const scripts = Object.fromEntries([0, 3, 5].map((n) => [aContact(n).e164, [UNCLEAR]]));
  bench = await aBench({ scripts, search: 'unsupported' });
  const session = await aRun(bench.ledger, someContacts(9));
  const run = bench.session(session, campaign(4));
  const over = run.run();
  let held = 0;
  for (let at = START + 1_300; at < START + 8 * MINUTE; at += 7_700) {
    await bench.clock.sleep(at, { key: 'test' });
    const { live, mayBeLive } = await shown();
    expect(run.lines, `at ${(at - START) / 1000} s`).toBe(live + mayBeLive);
    held = Math.max(held, mayBeLive);
  }
  expect(held).toBe(3);
  await over;
  await expectPromises(bench);
});

test('a line that an earlier session has left in doubt is held on by the next', async () => {
  bench = await aBench({ scripts: { [aContact(0).e164]: [UNCLEAR] }, search: 'unsupported' });
  const first = bench.session(await aRun(bench.ledger, someContacts(3)), campaign(1));
  const over = first.run();
  await bench.clock.sleep(START + 5_000, { key: 'test' });
  first.stop('stopped by SIGINT');
  await over;
  expect(await shown()).toMatchObject({ live: 0, mayBeLive: 1, until: START + HOLD });
  const again = await bench.ledger.beginSession('a-run', bench.clock.now());
  const next: RunSession = bench.session(again, campaign(1));
  const nextOver = next.run();
  await bench.clock.sleep(START + MINUTE, { key: 'test' });
  expect(next.lines).toBe(1);
  await nextOver;
  const [doubtful, ...others] = bench.voice.posts.map(({ at }) => at);
  expect(doubtful).toBe(START);
  expect(others).toHaveLength(2);
  expect(Math.min(...others)).toBeGreaterThanOrEqual(START + HOLD);
  await expectPromises(bench);
});
