import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';

/** Several turns of the event loop: more than the clock would need to do something wrong. */
async function turns(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await turn();
}

const sleepers = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 20 }),
    key: fc.constantFrom('a', 'b', 'B', 'ä', '10'),
  }),
  { maxLength: 30 },
);

describe('sleepers of the virtual clock', () => {
  it('wake by time, then key, then order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(sleepers, async (entries) => {
        const clock = new VirtualClock(0);
        const woke: { at: number; key: string; index: number; now: number }[] = [];
        const all = entries.map(async ({ at, key }, index) => {
          await clock.sleep(at, { key });
          woke.push({ at, key, index, now: clock.now() });
        });
        await Promise.all(all);
        const byOrder = (a: (typeof woke)[number], b: (typeof woke)[number]): number =>
          a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index);
        const later = woke.filter((entry) => entry.at > 0);
        expect(later).toEqual([...later].sort(byOrder));
        expect(woke.every((entry) => entry.now === entry.at)).toBe(true);
        expect(woke).toHaveLength(entries.length);
      }),
    );
  });

  it('wake one at a time: what the first does comes before the second', async () => {
    const clock = new VirtualClock(0);
    const log: string[] = [];
    const worker = async (key: string): Promise<void> => {
      await clock.sleep(10, { key });
      log.push(`${key} wakes`);
      await Promise.resolve();
      await Promise.resolve();
      log.push(`${key} goes on`);
    };
    await Promise.all([worker('b'), worker('a')]);
    expect(log).toEqual(['a wakes', 'a goes on', 'b wakes', 'b goes on']);
  });
});

describe('virtual time', () => {
  it('time jumps, and never goes back', async () => {
    const clock = new VirtualClock(1_000);
    await clock.sleep(1_000 + 30 * 86_400_000, { key: 'a' });
    expect(clock.now()).toBe(1_000 + 30 * 86_400_000);
    expect(clock.monotonic()).toBe(clock.now());
    await clock.sleep(5, { key: 'a' });
    expect(clock.now()).toBe(1_000 + 30 * 86_400_000);
  });

  it('one whose signal aborts wakes at once, and no longer moves the clock', async () => {
    const clock = new VirtualClock(0);
    const controller = new AbortController();
    const asleep = clock.sleep(1_000, { key: 'a', signal: controller.signal });
    controller.abort();
    await asleep;
    await clock.sleep(1_000, { key: 'a', signal: controller.signal });
    await turns();
    expect(clock.now()).toBe(0);
  });

  it('an abort after the wake changes nothing for the others', async () => {
    const clock = new VirtualClock(0);
    const controller = new AbortController();
    await clock.sleep(10, { key: 'a', signal: controller.signal });
    const other = clock.sleep(20, { key: 'b' });
    controller.abort();
    await other;
    expect(clock.now()).toBe(20);
  });
});

describe('while something is under way', () => {
  it('time stands still, also when it fails', async () => {
    const clock = new VirtualClock(0);
    const asleep = clock.sleep(10, { key: 'a' });
    let fail = (): void => undefined;
    const out = clock.during(
      () => new Promise<void>((_, reject) => (fail = () => reject(new Error('lost')))),
    );
    await turns();
    expect(clock.now()).toBe(0);
    fail();
    await expect(out).rejects.toThrow('lost');
    await asleep;
    expect(clock.now()).toBe(10);
  });

  it('gives back what the work returns', async () => {
    const clock = new VirtualClock(0);
    expect(await clock.during(async () => 'answer')).toBe('answer');
    expect(await clock.idle(async () => 'slept')).toBe('slept');
  });
});

describe('deadlines of the virtual clock', () => {
  it('end when time gets there, after the sleepers of that moment', async () => {
    const clock = new VirtualClock(0);
    const log: string[] = [];
    for (const ms of [10, 5, 11]) {
      const { signal } = clock.deadline(ms);
      signal.addEventListener('abort', () => log.push(`deadline ${ms} at ${clock.now()}`));
    }
    await clock.sleep(10, { key: 'z' }).then(() => log.push('sleeper'));
    await clock.sleep(11, { key: 'z' });
    expect(log).toEqual(['deadline 5 at 5', 'sleeper', 'deadline 10 at 10']);
  });

  it('alone do not move the clock', async () => {
    const clock = new VirtualClock(0);
    const { signal } = clock.deadline(10);
    await turns();
    expect(signal.aborted).toBe(false);
    expect(clock.now()).toBe(0);
  });

  it('never end once cancelled', async () => {
    const clock = new VirtualClock(0);
    const deadline = clock.deadline(10);
    deadline.cancel();
    deadline.cancel();
    await clock.sleep(100, { key: 'a' });
    expect(deadline.signal.aborted).toBe(false);
  });

  it('do not end a call whose answer is only slow in real time', async () => {
    const clock = new VirtualClock(0);
    void clock.sleep(1_000_000, { key: 'a' });
    const aborted = await clock.during(async () => {
      const deadline = clock.deadline(10);
      await turns();
      deadline.cancel();
      return deadline.signal.aborted;
    });
    expect(aborted).toBe(false);
  });
});
