import type { VirtualClock } from '../../../../src/adapters/clock/virtual-clock.ts';
import { LedgerError } from '../../../../src/adapters/sqlite/ledger-error.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { FileVersion, ListsVersion } from '../outside/versions.ts';

/** What befalls a session, at the nth await of one of its ports, or of those whose name begins with `where`. */
export type Strike = { readonly at: number; readonly where?: string } & (
  | { readonly kind: 'kill' | 'power cut' | 'freeze' | 'stop' | 'throw' }
  /** The computer sleeps: its clock on the wall goes on, its monotonic one does not. */
  | { readonly kind: 'suspend'; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | { readonly kind: 'act' }
  | { readonly kind: 'cancel'; readonly hangUp: boolean }
);

/** What the ledger throws when the disk below it fails. */
const brokenDisk = (): LedgerError =>
  new LedgerError(
    'storage',
    'the ledger could not be written: the disk failed (SQLITE_IOERR_FSYNC)',
  );

export interface Hand {
  /** Called at a strike that somebody outside carries out. */
  stop(): void;
  act(): Promise<void>;
  cancel(hangUp: boolean): Promise<void>;
}

/** The answer to a process that is dead. */
export const NEVER = new Promise<never>(() => undefined);

/** One process of the simulation: it can die, freeze, wake, and have its clock set while it works. */
export class Life {
  readonly name: string;
  readonly clock: Clock;
  /** The strike that ended it, or from which it may wake. */
  readonly fell: Promise<Strike>;
  /** Set by the one that begins its session. */
  hand: Hand = {
    stop: () => undefined,
    act: () => Promise.resolve(),
    cancel: () => Promise.resolve(),
  };
  /** Of the session it has begun; 0: none yet. */
  epoch = 0;
  points = 0;
  /** What it has read before it orders anybody. */
  file: FileVersion | null = null;
  lists: ListsVersion | null = null;
  /** What has befallen it so far, and when. */
  readonly struck: { readonly kind: Strike['kind']; readonly at: number }[] = [];
  /** Where it was when it was struck last. */
  lastWhere = '';
  skewMs = 0;
  suspendedMs = 0;
  dead = false;
  /** Its disk has failed it: what it wanted to record is not recorded. */
  hurt = false;
  frozen = false;
  readonly #core: VirtualClock;
  readonly #strikes: { readonly strike: Strike; left: number }[];
  readonly #sleepers = new Set<() => void>();
  #tell: (strike: Strike) => void = () => undefined;
  #asleep: Promise<void> = Promise.resolve();
  #thaw: () => void = () => undefined;

  constructor(core: VirtualClock, name: string, strikes: readonly Strike[]) {
    this.#core = core;
    this.name = name;
    this.#strikes = strikes.map((strike) => ({ strike, left: strike.at }));
    this.fell = new Promise((resolve) => (this.#tell = resolve));
    this.clock = this.#makeClock();
  }

  /**
   * At each await of a port. Undefined: go on. A promise is waited for; that of a dead process never ends.
   * `breaks`: the port can fail here.
   */
  pass(where: string, breaks = false, _with?: unknown): Promise<void> | undefined {
    if (this.dead) return NEVER;
    if (this.frozen) return this.#asleep.then(() => this.pass(where, breaks));
    this.points += 1;
    const due = this.#due(where, breaks);
    if (due === undefined) return undefined;
    this.struck.push({ kind: due.kind, at: this.#core.now() });
    this.lastWhere = `${due.kind} at ${where} (point ${this.points})`;
    return this.#strike(due);
  }

  #due(where: string, breaks: boolean): Strike | undefined {
    for (const waiting of this.#strikes) {
      if (where.startsWith(waiting.strike.where ?? '')) waiting.left -= 1;
    }
    const next = this.#strikes.findIndex(
      ({ strike, left }) => left <= 0 && (strike.kind !== 'throw' || breaks),
    );
    return next === -1 ? undefined : this.#strikes.splice(next, 1)[0]?.strike;
  }

  die(): void {
    this.dead = true;
    for (const leave of this.#sleepers) leave();
  }

  /** The computer it runs on loses power, though nothing has struck this process itself. */
  losePower(): void {
    if (this.dead) return;
    this.die();
    this.struck.push({ kind: 'power cut', at: this.#core.now() });
    this.#tell({ at: 0, kind: 'kill' });
  }

  wake(): void {
    if (!this.frozen) return;
    this.frozen = false;
    this.#thaw();
  }

  #strike(strike: Strike): Promise<void> | undefined {
    switch (strike.kind) {
      case 'kill':
      case 'power cut':
        this.die();
        this.#tell(strike);
        return NEVER;
      case 'freeze':
        this.#freeze();
        this.#tell(strike);
        return this.#asleep;
      case 'suspend':
        return this.#suspend(strike.ms);
      case 'throw':
        this.hurt = true;
        throw brokenDisk();
      case 'stop':
        this.hand.stop();
        return undefined;
      case 'act':
        return this.hand.act();
      case 'cancel':
        return this.hand.cancel(strike.hangUp);
      case 'jump':
        this.skewMs += strike.ms;
        for (const look of [...this.#sleepers]) look();
        return undefined;
    }
  }

  #freeze(): void {
    this.frozen = true;
    this.#asleep = new Promise((resolve) => (this.#thaw = resolve));
  }

  async #suspend(ms: number): Promise<void> {
    this.#freeze();
    await this.#core.sleep(this.#core.now() + ms, { key: `suspended ${this.name}` });
    this.suspendedMs += ms;
    this.wake();
    if (this.dead) await NEVER;
  }

  #makeClock(): Clock {
    return {
      now: () => this.#core.now() + this.skewMs,
      monotonic: () => this.#core.now() - this.suspendedMs,
      sleep: (until, wait) => this.#sleep(until, wait),
      during: (work) => work(),
      deadline: () => {
        throw new Error('the simulated network has its own deadlines');
      },
    };
  }

  /** Looks at the wall again whenever the clock was set meanwhile, as the real clock does. */
  async #sleep(
    until: number,
    { key, signal }: { key: string; signal?: AbortSignal | undefined },
  ): Promise<void> {
    while (!this.dead && signal?.aborted !== true && until > this.clock.now()) {
      const stop = new AbortController();
      const leave = (): void => stop.abort('left');
      this.#sleepers.add(leave);
      signal?.addEventListener('abort', leave, { once: true });
      const at = until - this.skewMs;
      await this.#core.sleep(at, { key: `${this.name} ${key}`, signal: stop.signal });
      signal?.removeEventListener('abort', leave);
      this.#sleepers.delete(leave);
    }
    await this.pass(`clock.sleep ${key.split(':')[0] ?? ''}`);
  }
}
