export interface SandboxClock {
  now(): number;
  sleep(until: number, wait: { key: string; signal?: AbortSignal | undefined }): Promise<void>;
  /** Told while a handler sleeps, so that a virtual clock does not stand still for its client's sake. */
  idle?<T>(work: () => Promise<T>): Promise<T>;
}
