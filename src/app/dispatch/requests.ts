import { storeReason } from '../../domain/run/reason.ts';
import type { Clock } from '../../ports/clock.ts';
import type { By } from '../../ports/ledger/requests.ts';
import type { Brakes } from './brakes.ts';
import { type CarryOutWork, carryOut } from './resolve.ts';

/** Requests come from people, so they are looked for by the clock on the wall, whatever clock the run has. */
const LOOK_EVERY_MS = 250;

export type RequestsWork = CarryOutWork & {
  readonly clock: Clock;
};

/** Sees what other processes ask of the run: pause, cancel, decisions about people who are uncertain. */
export class Requests {
  readonly #work: RequestsWork;
  readonly #brakes: Brakes;
  /** A watch that broke has stopped the run; the one that ends the session throws this. */
  failure: unknown = null;
  /** What the one that looked last has seen, and may be waiting because of. */
  #paused = false;

  constructor(work: RequestsWork, brakes: Brakes) {
    this.#work = work;
    this.#brakes = brakes;
  }

  /** Before each claim: a cancel stops the run, a pause is returned (I10). */
  async look(): Promise<By | null> {
    const { ledger, session } = this.#work;
    const { paused, cancelled } = await ledger.control(session.runId);
    this.#paused = paused !== null;
    if (cancelled === null) return paused;
    const why = `cancelled by ${cancelled.who}`;
    this.#brakes.cancel({ how: 'finished', exit: 3, why }, cancelled.hangUp);
    return null;
  }

  /** Carries out what was decided about uncertain people; true when somebody may wait again. */
  async decide(): Promise<boolean> {
    return (await carryOut(this.#work, this.#work.clock.now())) > 0;
  }

  /** In effect within a second, also while every line is busy or nobody is due before tomorrow. */
  async watch(wall: Clock, over: AbortSignal, changed: () => void): Promise<void> {
    try {
      while (!over.aborted) {
        await wall.sleep(wall.now() + LOOK_EVERY_MS, { key: 'requests', signal: over });
        if (over.aborted) return;
        // A pause that was seen before a claim and lifted since must not be waited out for ever.
        const before = this.#paused;
        await this.look();
        if ((await this.decide()) || before !== this.#paused) changed();
      }
    } catch (cause) {
      this.failure = cause;
      this.#brakes.stop({ how: 'stopped', exit: 3, why: String(cause) });
    }
  }

  /** Ends a run that was cancelled: nobody waits any more. False: it was not cancelled. */
  async end(): Promise<boolean> {
    const { ledger, session, clock } = this.#work;
    await this.decide();
    const { cancelled } = await ledger.control(session.runId);
    if (cancelled === null) return false;
    const { who } = cancelled;
    const reason = storeReason({ code: 'cancelled_by', who, said: cancelled.reason ?? '' });
    await ledger.cancelWaiting(session, { reason, now: clock.now() });
    return true;
  }
}
