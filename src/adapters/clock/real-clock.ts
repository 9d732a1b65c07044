import type { Clock } from '../../ports/clock.ts';
import { TimeUp } from './time-up.ts';

/**
 * The wall clock of this computer. It may jump: a laptop sleeps, somebody sets the time. So a long sleep looks
 * at the wall again at least every half minute, and never trusts one long timer (Node's end at 2^31 ms anyway).
 */

const LOOK_AGAIN_MS = 30_000;

export function realClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (until, wait) => sleepUntil(until, wait.signal),
    during: (work) => work(),
    deadline: startDeadline,
  };
}

/** Its timers keep the process alive: a session that waits for tomorrow's window must still be there. */
function sleepUntil(until: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true || until <= Date.now()) return Promise.resolve();
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const look = (): void => {
      const left = until - Date.now();
      if (left <= 0) wake();
      else timer = setTimeout(look, Math.min(left, LOOK_AGAIN_MS));
    };
    signal?.addEventListener('abort', wake, { once: true });
    look();
  });
}

/**
 * Measured on the monotonic clock, so that setting the wall clock does not cut a request short. Its timer does
 * not keep the process alive: what it guards does.
 */
function startDeadline(ms: number): { signal: AbortSignal; cancel(): void } {
  const controller = new AbortController();
  const end = performance.now() + ms;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const left = end - performance.now();
    if (left <= 0) controller.abort(new TimeUp(ms));
    else timer = setTimeout(look, Math.min(Math.ceil(left), LOOK_AGAIN_MS)).unref();
  };
  look();
  return { signal: controller.signal, cancel: () => clearTimeout(timer) };
}
