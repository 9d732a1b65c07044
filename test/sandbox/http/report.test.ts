import { expect, it } from 'vitest';
import { Faults } from '../../../src/sandbox/faults/faults.ts';
import { listen } from '../../../src/sandbox/http/http.ts';
import { Meter } from '../../../src/sandbox/engine/meter.ts';
import { anOrder, aSandbox, everybody, human, placed } from '../setup.ts';

const numbers = Array.from({ length: 30 }, (_, i) => `+1202555${String(100 + i).padStart(4, '0')}`);

it('the report says how many calls were live at once, overall and by key', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  for (const [i, phone_number] of numbers.entries()) {
    const concurrency = i < 20 ? { key: 'two', max: 2 } : { key: 'three', max: 3 };
    placed(sandbox, anOrder({ phone_number, concurrency }));
  }
  placed(sandbox, anOrder({ phone_number: '+12025550199' }));
  expect(sandbox.report()).toEqual({ accepted: 31, live: { now: 0, most: 0 }, keys: {} });
  await clock.toEnd();
  expect(sandbox.report()).toEqual({
    accepted: 31,
    live: { now: 0, most: 6 },
    keys: { two: { now: 0, most: 2 }, three: { now: 0, most: 3 } },
  });
});

it('the report knows the calls that were live when the sandbox was stopped', async () => {
  const first = aSandbox({ people: everybody(human()) });
  placed(first.sandbox, anOrder({ concurrency: { key: 'k', max: 1 } }));
  while (first.sandbox.report().live.now === 0) await first.clock.wakeOne(Infinity);
  await first.sandbox.stop();
  const second = aSandbox({ store: first.store, clock: first.clock });
  const { live, keys } = second.sandbox.report();
  expect([live.now, keys['k']]).toEqual([1, { now: 1, most: 1 }]);
});

it('the report is on the admin route, for those who have the key', async () => {
  const { sandbox } = aSandbox();
  const server = await listen(sandbox, { port: 0, key: 'sk_right', faults: new Faults() });
  const url = server.url.replace('/api', '/sandbox/report');
  const refused = await fetch(url, { headers: { authorization: 'Bearer no' } });
  const answer = await fetch(url, { headers: { authorization: 'Bearer sk_right' } });
  expect([refused.status, await answer.json()]).toEqual([401, { ...sandbox.report() }]);
  await server.close();
  await sandbox.stop();
});

it('the report forgets the keys that have been idle longest when there are too many', () => {
  const meter = new Meter();
  meter.see('live', true, 'still live');
  for (let i = 0; i < 20_000; i += 1) {
    meter.see(`id-${i}`, true, `key-${i}`);
    meter.see(`id-${i}`, false, `key-${i}`);
  }
  const { keys } = meter.report();
  expect(Object.keys(keys)).toHaveLength(10_000);
  expect(keys['still live']).toEqual({ now: 1, most: 1 });
  expect(keys['key-19999']).toEqual({ now: 0, most: 1 });
});
