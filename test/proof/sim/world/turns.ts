import type { VirtualClock } from '../../../../src/adapters/clock/virtual-clock.ts';
import { Life } from './life.ts';

/** Somebody who waits for a turn: where, and with what in hand. */
interface Waiting {
  readonly life: string;
  readonly where: string;
  readonly hand: string;
  readonly go: () => void;
}

/** Reads see what the step before them has left: only what changes something, or leaves, needs a turn. */
const TAKES_TURN =
  /^(ledger\.(claim|mayStart|giveBack|accepted|observe|cancelAsked|settle|fail|uncertain|evidence|endSession) before|api\.(get|cancel|search) before|api\.place connected)$/;

/** Gives turns one at a time, in an order that somebody else chooses; virtual time stands still meanwhile. */
export class Turns {
  readonly #core: () => VirtualClock;
  #waiting: Waiting[] = [];

  constructor(core: () => VirtualClock) {
    this.#core = core;
  }

  /** In an order that depends on nothing but what they are about. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  take(who: { life: string; where: string; hand: string }): Promise<void> {
    return this.#core().during(
      () =>
        new Promise<void>((go) => {
          this.#waiting.push({ ...who, go });
          this.#waiting.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
        }),
    );
  }

  give(nth: number): void {
    const [next] = this.#waiting.splice(nth, 1);
    next?.go();
  }

  /** The process is dead: what it waited for never comes, but what has left it goes its way. */
  forget(life: string): void {
    for (const one of this.#waiting.filter((w) => w.life === life)) one.go();
    this.#waiting = this.#waiting.filter((w) => w.life !== life);
  }
}

export const nameOf = ({ life, where, hand }: Waiting): string => `${life} ${where} ${hand}`;

/** A process that waits for its turn at each await that matters. */
export class TurnLife extends Life {
  readonly #turns: Turns;

  constructor(core: VirtualClock, name: string, turns: Turns) {
    super(core, name, []);
    this.#turns = turns;
  }

  override pass(where: string, breaks = false, hand?: unknown): Promise<void> | undefined {
    if (this.dead || !TAKES_TURN.test(where)) return super.pass(where, breaks);
    const turn = this.#turns.take({ life: this.name, where, hand: JSON.stringify(hand ?? null) });
    return turn.then(() => super.pass(where, breaks));
  }
}
