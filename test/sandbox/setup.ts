import { readFileSync } from 'node:fs';
import { openSandboxStore } from '../../src/adapters/sqlite/sandbox-store.ts';
import { ZoneRules, type ZoneData } from '../../src/domain/time/zone-rules.ts';
import { Sandbox } from '../../src/sandbox/engine/engine.ts';
import type { SandboxClock } from '../../src/sandbox/engine/clock.ts';
import type { Script } from '../../src/sandbox/model/order.ts';
import type { SandboxParts } from '../../src/sandbox/model/parts.ts';
import type { Encounter, People } from '../../src/sandbox/people/people.ts';

const zones = new URL('../../data/reference/zones.json', import.meta.url);

export const rules = new ZoneRules(JSON.parse(readFileSync(zones, 'utf8')) as ZoneData);

/** 2026-11-23 is a Monday; 11:00 UTC is 06:00 in New York. */
export const MONDAY = Date.parse('2026-11-23T11:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 3_600_000;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that only the test moves. Everybody who sleeps is seen. */
export class HandClock implements SandboxClock {
  readonly sleepers = new Set<Sleeper>();
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(until: number, wait: { key: string; signal?: AbortSignal | undefined }): Promise<void> {
    return new Promise((resolve) => {
      if (wait.signal?.aborted === true || until <= this.#now) return resolve();
      const sleeper = { until, wake: () => (this.sleepers.delete(sleeper), resolve()) };
      this.sleepers.add(sleeper);
      wait.signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  /** Wakes the earliest sleeper that is due by `until`; false when there is none. */
  async wakeOne(until: number): Promise<boolean> {
    await this.#settle();
    const due = [...this.sleepers].sort((a, b) => a.until - b.until)[0];
    if (due === undefined || due.until > until) return false;
    this.#now = Math.max(this.#now, due.until);
    due.wake();
    await this.#settle();
    return true;
  }

  /** The continuation of a sleep is a few promise turns away. */
  async #settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }

  async to(until: number): Promise<void> {
    while (await this.wakeOne(until));
    this.#now = Math.max(this.#now, until);
  }

  /** Until nobody sleeps any longer. */
  async toEnd(): Promise<void> {
    while (await this.wakeOne(Infinity));
  }
}

export const NEW_YORK = (number: string): string | null =>
  number.startsWith('+1') ? 'America/New_York' : number.startsWith('+44') ? 'Europe/London' : null;

export function aSandbox(parts: Partial<SandboxParts> & { at?: number } = {}) {
  const clock = (parts.clock ?? new HandClock(parts.at ?? MONDAY)) as HandClock;
  const store = parts.store ?? openSandboxStore(':memory:');
  const sandbox = new Sandbox({
    clock,
    store,
    rules,
    zoneOf: NEW_YORK,
    seed: 7,
    idPrefix: 'rehearsal-',
    ...parts,
  });
  sandbox.start();
  return { clock, store, sandbox };
}

/** People who do the same every time, or what is said for the nth attempt. */
export const everybody = (...scripts: readonly Script[]): People => ({
  meet: ({ attempt }: Encounter): Script => {
    const script = scripts[Math.min(attempt, scripts.length) - 1];
    if (script === undefined) throw new Error('nobody said what people do');
    return script;
  },
});

export const human = (talkMs = 60_000): Script => ({
  kind: 'answered',
  result: 'human',
  ringMs: 10_000,
  talkMs,
  endedBy: 'agent',
  endReason: 'tool_end_call',
});

export const voicemail: Script = {
  kind: 'answered',
  result: 'voicemail',
  ringMs: 20_000,
  talkMs: 10_000,
  endedBy: 'agent',
  endReason: 'voicemail',
};

export const noAnswer: Script = { kind: 'failed', dialError: 'no_answer', ringMs: 25_000 };

export const window = (start: string, end: string, delay = 7200) => ({
  calling_window_start_time: start,
  calling_window_end_time: end,
  retry_delay_seconds: delay,
});

export const retryConfig = (changed: Record<string, unknown> = {}) => ({
  calling_windows: [window('00:00', '24:00', 600)],
  max_retry_attempts: 3,
  timezone: null,
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...changed,
});

/** An order for a number of nobody that may ring at any hour. */
export const anOrder = (changed: Record<string, unknown> = {}) => ({
  phone_number: '+12025550123',
  assistant: { prompt: 'Say hello.', call_retry_config: retryConfig() },
  ...changed,
});

export interface AttemptJson {
  readonly id: string;
  readonly status: string;
  readonly result: string | null;
  readonly dial_error: string | null;
  readonly started_at: string | null;
  readonly answered_at: string | null;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
  readonly end_reason: string | null;
  readonly structured_output: Record<string, unknown> | null;
  readonly transcript: readonly { role: string; content: string }[] | null;
}

export interface CallJson {
  readonly id: string;
  readonly status: string;
  readonly call_attempts: readonly AttemptJson[];
  readonly metadata: Record<string, string> | null;
}

/** The order as it is now; the test fails when it was refused. */
export function placed(sandbox: Sandbox, body: unknown): CallJson {
  const answer = sandbox.place(body);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value as unknown as CallJson;
}

export function seen(sandbox: Sandbox, id: string): CallJson {
  const answer = sandbox.get(id);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value as unknown as CallJson;
}

/** Started attempts, oldest first. */
export const starts = (call: CallJson): string[] =>
  call.call_attempts.map((attempt) => attempt.started_at ?? 'not started').reverse();

/** The ten members that a search has to name; nothing is filtered by an empty list. */
export const ALL_CALLS = {
  assignee_ids: [],
  assistant_ids: [],
  campaign_ids: [],
  directions: [],
  from_phone_numbers: [],
  outcomes: [],
  page: 0,
  page_size: 100,
  results: [],
  statuses: [],
};
