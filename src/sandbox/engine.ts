import type { ZoneRules } from '../domain/time/zone-rules.ts';
import { attemptAnswer, callAnswer, type CallAnswer } from './answer.ts';
import { Assistants } from './assistants.ts';
import { toBirth } from './birth.ts';
import { modern } from './flat-body.ts';
import { Heap } from './heap.ts';
import { ChangeHints } from './hints.ts';
import {
  answer,
  begin,
  cancel,
  dial,
  dialFrom,
  end,
  ready,
  ring,
  type World,
} from './lifecycle.ts';
import {
  isOver,
  liveAttempt,
  type OrderBirth,
  type OrderState,
  type StoredOrder,
} from './order.ts';
import { Orders, type OrderQuery } from './orders.ts';
import { InventedPeople, type People } from './people.ts';
import { check, placeSchema, problem, type Outcome } from './request.ts';
import { Slots } from './slots.ts';
import { noticeOf, type WebhookNotice } from './webhooks.ts';
import type { SandboxStore } from './store.ts';

export interface SandboxClock {
  now(): number;
  sleep(until: number, wait: { key: string; signal?: AbortSignal | undefined }): Promise<void>;
  /** Told while a handler sleeps, so that a virtual clock does not stand still for its client's sake. */
  idle?<T>(work: () => Promise<T>): Promise<T>;
}

export interface SandboxParts {
  readonly clock: SandboxClock;
  readonly store: SandboxStore;
  readonly rules: ZoneRules;
  /** The zone of the number's country, or null when nobody knows. */
  readonly zoneOf: (e164: string) => string | null;
  readonly seed: number;
  /** Every id begins with it, so that nobody takes an invented result for a real one. */
  readonly idPrefix: string;
  readonly people?: People;
  /** Called for each order that was accepted, before its answer leaves. */
  readonly accepted?: (order: OrderBirth) => void;
  /** Sends a completion webhook. Without it none is sent. */
  readonly tell?: (notice: WebhookNotice) => void;
}

interface Sleeper {
  readonly until: number;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * The voice API's call-order system. It has at most one sleeper on the clock, for the earliest event, and
 * does one event per wake, so that whoever follows an order sees every change at its own moment. A change
 * is committed before anybody can hear of it.
 */
export class Sandbox {
  /** Every change of an order. */
  readonly hints = new ChangeHints();
  /** Only what a caller acts on: a phone begins to ring, or the order is over. */
  readonly turns = new ChangeHints();
  readonly assistants: Assistants;
  readonly #parts: SandboxParts;
  readonly #clock: SandboxClock;
  readonly #orders: Orders;
  readonly #world: World;
  readonly #schema: ReturnType<typeof placeSchema>;
  readonly #open = new Map<string, StoredOrder>();
  readonly #agenda = new Heap();
  readonly #slots = new Slots();
  #sleeper: Sleeper | null = null;
  #running = false;
  #steppedAt = -Infinity;

  constructor(parts: SandboxParts) {
    this.#parts = parts;
    this.#clock = parts.clock;
    this.#orders = new Orders(parts.store);
    this.#schema = placeSchema(parts.rules);
    this.#world = { ...parts, people: parts.people ?? new InventedPeople(parts.seed) };
    this.assistants = new Assistants({ ...parts, world: this.#world });
    for (const order of this.#orders.open()) this.#restore(order);
  }

  /** The clock that answers are stamped with. */
  now(): number {
    return this.#clock.now();
  }

  /** For a handler that keeps its client waiting. */
  async pause(ms: number, signal: AbortSignal): Promise<void> {
    const sleep = (): Promise<void> =>
      this.#clock.sleep(this.#clock.now() + ms, { key: 'sandbox answer', signal });
    await (this.#clock.idle === undefined ? sleep() : this.#clock.idle(sleep));
  }

  /** Events that fell due while nobody ran the sandbox happen at once, at the moment they were due. */
  start(): void {
    this.#running = true;
    this.#arm();
  }

  async stop(): Promise<void> {
    this.#running = false;
    const sleeper = this.#sleeper;
    this.#sleeper = null;
    sleeper?.stop.abort(REARMED);
    await sleeper?.done;
  }

  place(body: unknown): Outcome<CallAnswer> {
    const request = check(this.#schema, modern(body));
    if (!request.ok) return request;
    const now = this.#clock.now();
    const nth = this.#orders.placed(request.value.phone_number) + 1;
    const stored = (id: string) => this.assistants.find(id);
    const birth = toBirth(this.#world, request.value, { now, nth, stored });
    const order = { birth, state: begin(this.#world, birth) };
    this.#orders.add(order, now);
    this.#parts.accepted?.(birth);
    this.#keep(order);
    this.#arm();
    return { ok: true, value: callAnswer(order) };
  }

  get(id: string): Outcome<CallAnswer> {
    const order = this.#find(id);
    return order === null ? missing(id) : { ok: true, value: callAnswer(order) };
  }

  /** What is over stays as it is, and is answered as it is. */
  cancel(id: string): Outcome<CallAnswer> {
    const order = this.#find(id);
    if (order === null) return missing(id);
    if (isOver(order.state)) return { ok: true, value: callAnswer(order) };
    const now = this.#clock.now();
    const cancelled = { ...order, state: cancel(this.#world, order, now) };
    this.#commit(cancelled, now);
    this.#arm();
    return { ok: true, value: callAnswer(cancelled) };
  }

  /** Sees everything that was accepted before it, at once. */
  search(query: OrderQuery): readonly CallAnswer[] {
    return this.#orders.search(query).map(callAnswer);
  }

  /** Attempts, not orders: newest order first, and without their order's id, as the provider lists them. */
  list(query: Omit<OrderQuery, 'metadata'>): readonly CallAnswer[] {
    const attempts: CallAnswer[] = [];
    const wanted = query.offset + query.limit;
    for (let offset = 0; attempts.length < wanted; offset += wanted) {
      const page = this.#orders.search({ ...query, metadata: {}, offset, limit: wanted });
      for (const order of page) attempts.push(...attemptsOf(order));
      if (page.length < wanted) break;
    }
    return attempts.slice(query.offset, wanted);
  }

  #find(id: string): StoredOrder | null {
    return this.#open.get(id) ?? this.#orders.find(id);
  }

  #restore(order: StoredOrder): void {
    const { birth, state } = order;
    this.#keep(order);
    if (birth.concurrency === null) return;
    if (liveAttempt(state) !== null) this.#slots.restore(birth.id, birth.concurrency.key, 'live');
    else if (state.waitingSince !== null && state.due !== null) {
      this.#slots.restore(birth.id, birth.concurrency.key, 'called');
    } else if (state.waitingSince !== null) {
      this.#slots.wait(birth.id, birth.concurrency, state.waitingSince);
    }
  }

  #keep(order: StoredOrder): void {
    const { birth, state } = order;
    if (state.due === null) this.#agenda.delete(birth.id);
    else this.#agenda.set(birth.id, state.due.at);
    if (isOver(state)) this.#open.delete(birth.id);
    else this.#open.set(birth.id, order);
  }

  /** Sleeps until the earliest event, or not at all: an idle sandbox must not hold the clock. */
  #arm(): void {
    const next = this.#running ? this.#agenda.first() : null;
    // A clock lets nobody sleep until now, so of two events of one instant the second comes a little late.
    const until = next === null ? null : Math.max(next.at, this.#steppedAt + 1);
    if (this.#sleeper !== null && this.#sleeper.until === until) return;
    this.#sleeper?.stop.abort(REARMED);
    this.#sleeper = null;
    if (until === null) return;
    const stop = new AbortController();
    const slept = this.#clock.sleep(until, { key: 'sandbox', signal: stop.signal });
    const done = slept.then(() => {
      if (stop.signal.aborted) return;
      this.#sleeper = null;
      this.#step();
      this.#arm();
    });
    this.#sleeper = { until, stop, done };
  }

  #step(): void {
    this.#steppedAt = this.#clock.now();
    const next = this.#agenda.take();
    const order = next === null ? undefined : this.#open.get(next.id);
    if (next === null || order === undefined) return;
    // Stamped with the moment it was due, not with the moment a busy computer came round to it.
    this.#commit({ ...order, state: this.#advance(order, next.at) }, next.at);
  }

  #advance(order: StoredOrder, at: number): OrderState {
    switch (order.state.due?.what) {
      case 'ready':
        return ready(this.#world, order, at);
      case 'dial':
        return this.#dial(order, at);
      case 'ring':
        return ring(this.#world, order, at);
      case 'answer':
        return answer(this.#world, order, at);
      case 'end':
        return end(this.#world, order, at);
      case undefined:
        throw new Error(`order ${order.birth.id} woke with nothing to do`);
    }
  }

  /** A slot came late, perhaps: the window is asked again before it is taken. */
  #dial(order: StoredOrder, at: number): OrderState {
    const { birth, state } = order;
    const next = dialFrom(this.#world, order, at);
    if (next.due?.at !== at) return { ...state, waitingSince: null, ...next };
    if (birth.concurrency === null || this.#slots.take(birth.id, birth.concurrency)) {
      return dial(this.#world, order, at);
    }
    const waitingSince = state.waitingSince ?? at;
    this.#slots.wait(birth.id, birth.concurrency, waitingSince);
    return { ...state, due: null, waitingSince };
  }

  /** Commits what changed, with those that may dial because of it, and then says so. */
  #commit(order: StoredOrder, at: number): void {
    const changed = [order];
    const { concurrency } = order.birth;
    if (concurrency !== null) {
      if (!holdsPlace(order.state)) this.#slots.leave(order.birth.id, concurrency);
      for (let id = this.#slots.call(concurrency.key); id !== null;) {
        const waiter = this.#open.get(id);
        if (waiter === undefined) throw new Error(`order ${id} waits for a slot and is not open`);
        changed.push({ ...waiter, state: { ...waiter.state, due: { at, what: 'dial' } } });
        id = this.#slots.call(concurrency.key);
      }
    }
    this.#orders.save(changed, at);
    for (const one of changed) this.#keep(one);
    const notice = this.#parts.tell === undefined ? null : noticeOf(order);
    if (notice !== null) this.#parts.tell?.(notice);
    this.hints.announce(order.birth.id);
    const rings = liveAttempt(order.state)?.status === 'ringing';
    if (rings || isOver(order.state)) this.turns.announce(order.birth.id);
  }
}

/** A reason of our own: without one each abort makes an exception with a stack, for nobody. */
const REARMED = 'rearmed';

/** It has a slot of its concurrency key, has been called for one, or waits for one. */
const holdsPlace = (state: OrderState): boolean =>
  liveAttempt(state) !== null || state.waitingSince !== null;

const attemptsOf = ({ birth, state }: StoredOrder): CallAnswer[] =>
  state.attempts.map((attempt) => attemptAnswer(attempt, birth.number)).reverse();

const missing = (id: string): Outcome<never> => ({
  ok: false,
  problem: problem(404, 'not_found', `there is no call ${id}`),
});
