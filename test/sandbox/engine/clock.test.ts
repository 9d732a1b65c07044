import { expect, it } from 'vitest';
import { anOrder, aSandbox, everybody, HandClock, human, MONDAY, placed, seen } from '../setup.ts';

it('the clock is not held while nothing is due', async () => {
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  expect(clock.sleepers.size).toBe(0);
  placed(sandbox, anOrder());
  placed(sandbox, anOrder({ phone_number: '+12025550124' }));
  expect(clock.sleepers.size).toBe(1);
  await clock.toEnd();
  expect(clock.sleepers.size).toBe(0);
});

it('the clock is given back between two events of the same instant', async () => {
  const clock = new HandClock(MONDAY);
  const at = '2026-11-24T12:00:00Z';
  const { sandbox } = aSandbox({ clock, people: everybody(human()) });
  const ids = [3, 4, 5].map(
    (n) => placed(sandbox, anOrder({ phone_number: `+1202555012${n}`, scheduled_at: at })).id,
  );
  const scheduled = () => ids.filter((id) => seen(sandbox, id).status === 'scheduled').length;
  const counts = [];
  for (let wake = 0; wake < 3; wake += 1) {
    await clock.wakeOne(Date.parse(at) + wake);
    counts.push(scheduled());
  }
  expect(counts).toEqual([2, 1, 0]);
});

it('the clock is let go when the sandbox stops', async () => {
  const { clock, sandbox } = aSandbox();
  placed(sandbox, anOrder());
  await sandbox.stop();
  expect(clock.sleepers.size).toBe(0);
});
