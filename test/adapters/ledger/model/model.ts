import type { ContactState, OrderState } from '../../../../src/domain/run/states.ts';
import { MINUTE, START } from '../../../app/world/setup.ts';

/**
 * What the ledger's commands mean, in a few dozen lines without any SQL. A driver is right when it answers as
 * this does, whatever is asked of it in whatever order.
 */

export interface ModelOrder {
  readonly key: string;
  readonly person: Person;
  readonly ringsUntil: number;
  state: OrderState;
  open: boolean;
  evidence: number;
}

export interface Person {
  readonly run: string;
  readonly number: string;
  readonly id: string;
  state: ContactState;
  tries: number;
  /** Null: due as soon as somebody looks. */
  notBefore: number | null;
}

export const FENCE_MS = 10 * MINUTE;
const HELD_MS = MINUTE;

export class Model {
  now = START;
  readonly epochs = new Map<string, number>();
  readonly paused = new Set<string>();
  readonly cancelled = new Set<string>();
  readonly barred = new Set<string>();
  readonly people: Person[] = [];
  readonly orders: ModelOrder[] = [];

  halted(run: string): boolean {
    return this.paused.has(run) || this.cancelled.has(run);
  }

  ofRun(run: string): Person[] {
    return this.people.filter((person) => person.run === run);
  }

  /** The order that a claim makes, or null; everything that it changes on the way. */
  claim(run: string, prefer: 'first' | 'again'): ModelOrder | null {
    if (this.halted(run)) return null;
    const waiting = this.ofRun(run).filter(({ state }) => state === 'pending');
    for (const person of waiting) {
      if (person.notBefore !== null && person.notBefore <= this.now) person.notBefore = null;
    }
    for (const again of [prefer === 'again', prefer !== 'again']) {
      const order = this.#claimFrom(waiting, again);
      if (order !== null) return order;
    }
    return null;
  }

  #claimFrom(waiting: readonly Person[], again: boolean): ModelOrder | null {
    const isDue = (person: Person): boolean =>
      person.state === 'pending' && person.notBefore === null;
    for (;;) {
      const person = waiting.find((one) => isDue(one) && one.tries > 0 === again);
      if (person === undefined) return null;
      if (this.barred.has(person.number)) this.#bar(waiting.filter(isDue));
      else if (this.#isHeld(person.number)) person.notBefore = this.now + HELD_MS;
      else return this.#order(person);
    }
  }

  /** Everybody due who is on the list, at once; who was ordered before has been called, and is exhausted. */
  #bar(due: readonly Person[]): void {
    for (const person of due.filter(({ number }) => this.barred.has(number))) {
      const called = this.orders.some((o) => o.person === person && o.state !== 'withdrawn');
      person.state = called ? 'exhausted' : 'skipped';
    }
  }

  /** I3: by an open order of any run, or by one in doubt that may still ring. */
  #isHeld(number: string): boolean {
    return this.orders.some(
      (o) =>
        o.person.number === number &&
        (o.open || (o.state === 'uncertain' && o.ringsUntil > this.now)),
    );
  }

  #order(person: Person): ModelOrder {
    person.tries += 1;
    person.state = 'placing';
    const key = `${person.id}-${person.tries}`;
    const ringsUntil = this.now + FENCE_MS;
    const order: ModelOrder = {
      key,
      person,
      ringsUntil,
      state: 'placing',
      open: true,
      evidence: 0,
    };
    this.orders.push(order);
    return order;
  }

  /** True when the order may begin to ring: what the gate asks. */
  mayStart(order: ModelOrder): boolean {
    const { run, number } = order.person;
    return (
      order.state === 'placing' &&
      this.now < order.ringsUntil &&
      !this.halted(run) &&
      !this.barred.has(number)
    );
  }

  accept(order: ModelOrder): void {
    order.state = 'calling';
    const { number } = order.person;
    order.open = !this.orders.some((o) => o !== order && o.open && o.person.number === number);
    this.move(order, 'calling', null);
  }

  close(order: ModelOrder, state: 'settled' | 'withdrawn' | 'uncertain'): void {
    order.state = state;
    order.open = false;
  }

  move(order: ModelOrder, to: ContactState, notBefore: number | null): void {
    order.person.state = to;
    order.person.notBefore = notBefore;
  }
}
