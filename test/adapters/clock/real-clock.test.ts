import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realClock } from '../../../src/adapters/clock/real-clock.ts';

const START = Date.UTC(2026, 10, 22, 10);
const DAY = 86_400_000;

/** True once the promise has ended; asked after all microtasks. */
function ended(promise: Promise<unknown>): () => Promise<boolean> {
  let done = false;
  void promise.then(() => (done = true));
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return done;
  };
}

function fakeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'],
      now: START,
    });
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
}

describe('sleeping on the real clock', () => {
  fakeTime();

  it('wakes at the millisecond it was told', async () => {
    const clock = realClock();
    const asleep = ended(clock.sleep(START + 70_001, { key: 'a' }));
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await asleep()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asleep()).toBe(true);
    expect(clock.now()).toBe(START + 70_001);
  });

  it('sleeps for weeks, which one timer cannot', async () => {
    const asleep = ended(realClock().sleep(START + 60 * DAY, { key: 'a' }));
    await vi.advanceTimersByTimeAsync(60 * DAY - 1);
    expect(await asleep()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asleep()).toBe(true);
  });

  it('notices within 30 s that the computer was suspended past the hour', async () => {
    const asleep = ended(realClock().sleep(START + DAY, { key: 'a' }));
    await vi.advanceTimersByTimeAsync(1_000);
    vi.setSystemTime(START + 2 * DAY);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(await asleep()).toBe(true);
  });

  it('goes on sleeping when the wall clock is set back', async () => {
    const asleep = ended(realClock().sleep(START + 20_000, { key: 'a' }));
    vi.setSystemTime(START - 3_600_000);
    await vi.advanceTimersByTimeAsync(3_619_999);
    expect(await asleep()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asleep()).toBe(true);
  });

  it('does not sleep for what is past, or for a signal that has aborted', async () => {
    const clock = realClock();
    await clock.sleep(START, { key: 'a' });
    await clock.sleep(START - 1, { key: 'a' });
    await clock.sleep(START + DAY, { key: 'a', signal: AbortSignal.abort() });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('wakes early, without an error, when its signal aborts', async () => {
    const controller = new AbortController();
    const asleep = realClock().sleep(START + DAY, { key: 'a', signal: controller.signal });
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await asleep;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('deadlines and ages of the real clock', () => {
  fakeTime();

  it('ends a deadline at its time, also one of more than 30 s', async () => {
    const deadline = realClock().deadline(60_000);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(deadline.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('never ends a deadline that was cancelled', async () => {
    const deadline = realClock().deadline(60_000);
    deadline.cancel();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(deadline.signal.aborted).toBe(false);
  });

  it('keeps ages and deadlines when the wall clock is set', async () => {
    const clock = realClock();
    const deadline = clock.deadline(60_000);
    const before = clock.monotonic();
    vi.setSystemTime(START + DAY);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(clock.monotonic() - before).toBe(1_000);
    expect(deadline.signal.aborted).toBe(false);
    deadline.cancel();
  });

  it('runs what leaves the process as it is', async () => {
    expect(await realClock().during(async () => 7)).toBe(7);
  });
});

describe('the real clock and the life of the process', () => {
  const clockModule = new URL('../../../src/adapters/clock/real-clock.ts', import.meta.url).href;
  const run = (code: string) => {
    const script = `import { realClock } from ${JSON.stringify(clockModule)};\n${code}`;
    const argv = ['--import', 'tsx', '--input-type=module', '-e', script];
    return spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 20_000 });
  };

  it('a sleep keeps it alive, a forgotten deadline does not', () => {
    const result = run(`
      const clock = realClock();
      clock.deadline(600_000);
      clock.sleep(clock.now() + 50, { key: 'a' }).then(() => console.log('woke'));`);
    expect(result).toMatchObject({ status: 0, stdout: 'woke\n' });
  });
});
