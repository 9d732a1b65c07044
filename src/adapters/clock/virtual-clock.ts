import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../../ports/clock.ts';
import { TimeUp } from './time-up.ts';
import { WakeQueue, type Waiter } from './wake-queue.ts';

/**
 * The clock of a rehearsal: it stands still while anything is being done, and otherwise jumps to the next
 * moment somebody waits for. Exactly one waiter wakes at a time, in an order that depends on nothing but
 * (time, key), so the same seed gives the same run although real sockets are in between.
 */

/** Real time given to a server to notice that its client has gone, before the clock goes on without it. */
const NOTICE_MS = 1_000;

interface CallOut {
  abandoned: boolean;
}

export class VirtualClock implements Clock {
  #now: number;
  readonly #queue = new WakeQueue();
  readonly #noticeMs: number;
  /** Remembers which call made a deadline, through everything that the call awaits. */
  readonly #current = new AsyncLocalStorage<CallOut>();
  #calls = 0;
  #idlers = 0;
  /** Handlers that still sleep for a client whose deadline has passed. */
  #orphans = 0;
  #notice: NodeJS.Timeout | undefined;
  #armed = false;

  constructor(start: number, options: { noticeMs?: number } = {}) {
    this.#now = start;
    this.#noticeMs = options.noticeMs ?? NOTICE_MS;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  sleep(until: number, wait: { key: string; signal?: AbortSignal | undefined }): Promise<void> {
    const { key, signal } = wait;
    if (signal?.aborted === true || until <= this.#now) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = (): void => {
        this.#queue.remove(waiter);
        waiter.wake();
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const waiter = this.#queue.add({ at: until, kind: 'sleep', key, wake });
      signal?.addEventListener('abort', stop, { once: true });
      this.#arm();
    });
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    const call: CallOut = { abandoned: false };
    this.#calls += 1;
    try {
      return await this.#current.run(call, work);
    } finally {
      this.#calls -= 1;
      if (call.abandoned) this.#leaveOrphan();
      this.#arm();
    }
  }

  /**
   * For a server's handler that itself sleeps on this clock while a client's call waits for its answer: for so
   * long that call does not count as busy. The handler must end its sleep when its client hangs up.
   */
  async idle<T>(work: () => Promise<T>): Promise<T> {
    this.#idlers += 1;
    this.#arm();
    try {
      return await work();
    } finally {
      this.#idlers -= 1;
      if (this.#orphans > 0) this.#dropOrphans(1);
      this.#arm();
    }
  }

  /**
   * Fires when virtual time gets there: after every sleeper of that very moment, so that an answer which is due
   * exactly at the deadline is in time. Deadlines alone do not move the clock, unless a handler is idle: then
   * it is one that never answers, and the deadline is what its client waits for.
   */
  deadline(ms: number): { signal: AbortSignal; cancel(): void } {
    const controller = new AbortController();
    const call = this.#current.getStore();
    const wake = (): void => {
      if (call !== undefined) call.abandoned = true;
      controller.abort(new TimeUp(ms));
    };
    const waiter = this.#queue.add({ at: this.#now + ms, kind: 'deadline', key: '', wake });
    this.#arm();
    return { signal: controller.signal, cancel: () => this.#queue.remove(waiter) };
  }

  /**
   * A client that gave up leaves a handler asleep, which is still counted as idle and would hide another call
   * that is out. The clock waits until the handler has noticed, but not for ever.
   */
  #leaveOrphan(): void {
    if (this.#orphans >= this.#idlers) return;
    this.#orphans += 1;
    this.#notice ??= setTimeout(() => {
      this.#dropOrphans(this.#orphans);
      this.#arm();
    }, this.#noticeMs);
  }

  #dropOrphans(count: number): void {
    this.#orphans -= count;
    if (this.#orphans > 0) return;
    clearTimeout(this.#notice);
    this.#notice = undefined;
  }

  #mayAdvance(): boolean {
    if (this.#orphans > 0 || this.#calls > this.#idlers) return false;
    return this.#queue.sleepers > 0 || (this.#idlers > 0 && this.#queue.first() !== undefined);
  }

  /** One turn of the event loop after the last thing happened: anyone who wants to start a call has done so. */
  #arm(): void {
    if (this.#armed || !this.#mayAdvance()) return;
    this.#armed = true;
    setImmediate(() => {
      this.#armed = false;
      if (this.#mayAdvance()) this.#wakeOne();
      this.#arm();
    });
  }

  #wakeOne(): void {
    const waiter: Waiter | undefined = this.#queue.takeFirst();
    if (waiter === undefined) return;
    this.#now = Math.max(this.#now, waiter.at);
    waiter.wake();
  }
}
