/**
 * The one clock of a session. Times are milliseconds since 1970 UTC.
 * Nothing else in the product reads the time, waits, or makes a deadline.
 */
export interface Clock {
  now(): number;
  /** Milliseconds that only grow; for ages, never for calendars. */
  monotonic(): number;
  /**
   * Resolves at `until` (at once when that is past), or early, without an error, when `signal` aborts.
   * `key` orders those who wake at the same instant of a virtual clock.
   */
  sleep(until: number, wait: { key: string; signal?: AbortSignal | undefined }): Promise<void>;
  /** Wraps every call that leaves the process, so that virtual time stands still while it is out. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Aborts after `ms` of this clock; `cancel` must be called when the work is over. */
  deadline(ms: number): { signal: AbortSignal; cancel(): void };
}
