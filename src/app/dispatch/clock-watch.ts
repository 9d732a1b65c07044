import { believe, clockChange, lengthText, type Reading } from '../../domain/time/clock-jump.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Session } from '../../ports/session.ts';
import type { VoiceApi } from '../../ports/voice-api.ts';
import type { Report } from '../../ports/report.ts';
import type { Brakes } from './brakes.ts';
import type { RunsPort } from '../../ports/ledger/runs.ts';

/** No order has this id. Anyone who says so has answered, and every answer tells the provider's time. */
const NO_ORDER = '00000000-0000-0000-0000-000000000000';

export const readingOf = (clock: Clock): Reading => ({
  wall: clock.now(),
  monotonic: clock.monotonic(),
});

/** Why nothing is ordered until a moment; asked again then. */
interface ClockHold {
  readonly why: string;
  readonly until: number;
}

export interface ClockWatchWork {
  readonly ledger: RunsPort;
  readonly session: Session;
  readonly api: VoiceApi;
  readonly clock: Clock;
  readonly report: Report;
}

/** Notices that the computer slept or that its clock was set, says so, and lets nothing leave until it is right. */
export class ClockWatch {
  readonly #work: ClockWatchWork;
  readonly #brakes: Brakes;
  /** Looks at every live order; resolves when each has been looked at. */
  readonly #lookAtLive: () => Promise<void>;
  #last: Reading;
  #latest: number;
  #told = 0;
  /** Until the first look: what was recorded before is of other sessions. */
  #begins = true;
  /** After a jump forward: live orders and the provider's clock come first. */
  #unproven = false;

  private constructor(
    work: ClockWatchWork,
    brakes: Brakes,
    start: { latest: number; look: () => Promise<void> },
  ) {
    this.#work = work;
    this.#brakes = brakes;
    this.#lookAtLive = start.look;
    this.#last = readingOf(work.clock);
    this.#latest = start.latest;
  }

  /** A clock that is behind what the ledger has recorded may be wrong from the start. */
  static async begin(
    work: ClockWatchWork,
    brakes: Brakes,
    look: () => Promise<void>,
  ): Promise<ClockWatch> {
    const latest = await work.ledger.lastMoment(work.session.runId);
    return new ClockWatch(work, brakes, { latest, look });
  }

  /** Null: orders may leave. The run is stopped here when the clock is too far behind to be waited for. */
  async hold(): Promise<ClockHold | null> {
    const { clock } = this.#work;
    const now = readingOf(clock);
    const change = clockChange(this.#last, now);
    this.#last = now;
    if (change.kind === 'forward') {
      this.#unproven = true;
      const by = lengthText(change.by);
      this.#say(
        `this computer slept, or its clock was set forward, by ${by}: live calls are looked at before anybody else is called`,
      );
    }
    const behind = this.#behind(now.wall);
    if (behind !== null) return behind;
    this.#latest = Math.max(this.#latest, now.wall);
    return this.#unproven ? await this.#prove() : null;
  }

  #behind(now: number): ClockHold | null {
    const belief = believe(now, this.#latest);
    const begins = this.#begins;
    this.#begins = false;
    if (belief.kind === 'right') return null;
    const at = new Date(this.#latest).toISOString();
    const what = `this computer’s clock is ${lengthText(belief.by)} behind what was recorded last, at ${at}`;
    if (belief.kind === 'stop' && begins) {
      // An earlier session may have had the wrong clock: otherwise its ledger would be of no use until then.
      this.#latest = now;
      this.#unproven = true;
      this.#say(`${what}: the provider’s time is asked for before anybody is called`);
      return null;
    }
    if (belief.kind === 'stop') {
      const why = `${what}. Set it right, then run the same command again`;
      this.#brakes.stop({ how: 'stopped', exit: 3, why });
      return { why, until: now };
    }
    if (this.#told < belief.until) this.#say(`${what}: nobody is called before it has caught up`);
    this.#told = belief.until;
    return { why: 'the clock was set back', until: belief.until };
  }

  /** The answer of the provider brings its time; a session that calls real phones compares it with its own. */
  async #prove(): Promise<ClockHold | null> {
    const { api, clock } = this.#work;
    await this.#lookAtLive();
    const answer = await api.get(NO_ORDER);
    if (answer.kind !== 'unreachable') {
      this.#unproven = false;
      return null;
    }
    this.#brakes.unreached(clock.now(), answer.why);
    return { why: 'the voice API cannot be reached yet', until: this.#brakes.slowUntil };
  }

  #say(message: string): void {
    this.#work.report.tell({ event: 'note', message });
  }
}
