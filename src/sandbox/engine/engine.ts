import { callAnswer, type CallAnswer } from '../model/answer.ts';
import { Assistants } from './assistants.ts';
import { toBirth } from './birth.ts';
import type { SandboxClock } from './clock.ts';
import { modern } from '../http/flat-body.ts';
import { Heap } from './heap.ts';
import { ChangeHints } from './hints.ts';
import {
  answer,
  askCancel,
  begin,
  cancel,
  dial,
  dialFrom,
  end,
  ready,
  ring,
  type World,
} from './lifecycle.ts';
import { Meter, type Report } from './meter.ts';
import { openApiOf } from '../contract/openapi.ts';
import { isOver, liveAttempt, type OrderState, type StoredOrder } from '../model/order.ts';
import { Orders, type AttemptQuery, type FoundOrders, type OrderQuery } from './orders.ts';
import type { SandboxParts } from '../model/parts.ts';
import { InventedPeople } from '../people/people.ts';
import { check, placeSchema, problem, type Outcome } from '../model/request.ts';
import { answerSearch, type SearchAnswer } from '../search/search.ts';
import type { SearchKind } from '../search/kinds.ts';
import { Slots } from './slots.ts';
import { User } from '../http/user.ts';
import { noticesOf } from '../http/webhooks.ts';

interface Sleeper {
  readonly until: number;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * The voice API's call-order system. It has at most one sleeper on the clock, for the earliest event, and
 * does one event per wake, so that anyone who follows an order sees every change at its own moment. A change
 * is committed before anybody can hear of it.
 */
export class Sandbox {
  /** Every change of an order. */
  readonly hints = new ChangeHints();
  /** Only what a caller acts on: a phone begins to ring, or the order is over. */
  readonly turns = new ChangeHints();
  readonly assistants: Assistants;
  readonly user: User;
  readonly #parts: SandboxParts;
  readonly #clock: SandboxClock;
  readonly #orders: Orders;
  readonly #world: World;
  readonly #search: SearchKind;
  readonly #schema: ReturnType<typeof placeSchema>;
  readonly #open = new Map<string, StoredOrder>();
  readonly #agenda = new Heap();
  readonly #slots = new Slots();
  readonly #meter = new Meter();
  #document: Readonly<Record<string, unknown>> | null = null;
  #sleeper: Sleeper | null = null;
  #running = false;
  #steppedAt = -Infinity;

  constructor(parts: SandboxParts) {
    this.#parts = parts;
    this.#clock = parts.clock;
    this.#orders = new Orders(parts.store);
    this.#schema = placeSchema(parts.rules);
    const people = parts.people ?? new InventedPeople(parts.seed);
    this.#world = { ...parts, people, speed: parts.speed ?? 1 };
    this.assistants = new Assistants({ ...parts, world: this.#world });
    this.user = new User(parts.clock);
    this.#search = parts.search ?? 'number';
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
    const strange = this.#refused(request.value.assistant_id);
    if (strange !== null) return strange;
    const now = this.#clock.now();
    const number = request.value.phone_number;
    const nth = this.#orders.placed(number) + 1;
    const faults = this.#parts.faults?.ofOrder(number) ?? {};
    const stored = (id: string) => this.assistants.find(id);
    const birth = toBirth(this.#world, request.value, { now, nth, stored, faults });
    const order = { birth, state: begin(this.#world, birth) };
    this.#orders.add(order, now);
    this.#parts.accepted?.(birth);
    this.#meter.accept();
    this.#keep(order);
    this.#arm();
    return { ok: true, value: callAnswer(order) };
  }

  /** A rehearsal knows no stored assistant, and takes any. */
  #refused(assistantId: string | undefined): Outcome<never> | null {
    if (assistantId === undefined || (this.#parts.strangeAssistants ?? true)) return null;
    const found = this.assistants.get(assistantId);
    return found.ok ? null : found;
  }

  get(id: string): Outcome<CallAnswer> {
    const order = this.#find(id);
    const hiddenMs = (order?.birth.faults?.hidden ?? 0) * 1000;
    const isHidden = order !== null && this.#clock.now() < order.birth.createdAt + hiddenMs;
    return order === null || isHidden ? missing(id) : { ok: true, value: callAnswer(order) };
  }

  /** What is over stays as it is, and is answered as it is. */
  cancel(id: string): Outcome<CallAnswer> {
    const order = this.#find(id);
    if (order?.birth.faults?.cancel_missing !== undefined || order === null) return missing(id);
    if (isOver(order.state)) return { ok: true, value: callAnswer(order) };
    const now = this.#clock.now();
    const cancelled = { ...order, state: askCancel(this.#world, order, now) };
    this.#commit(cancelled, now);
    this.#arm();
    return { ok: true, value: callAnswer(cancelled) };
  }

  /** Sees everything that was accepted before it, at once. */
  search(body: unknown): Outcome<SearchAnswer> {
    return answerSearch(this.#search, (query) => this.find(query), body);
  }

  /** Without the limits of any search that a provider offers. */
  find(query: OrderQuery): FoundOrders {
    return this.#orders.search(query, this.#clock.now());
  }

  /** Attempts, not orders. */
  list(query: AttemptQuery): readonly CallAnswer[] {
    return this.#orders.attempts(query);
  }

  /** What this API is, for anyone who wants to talk to it. */
  document(): Readonly<Record<string, unknown>> {
    return (this.#document ??= openApiOf(this.#parts.rules, this.#search));
  }

  report(): Report {
    return this.#meter.report();
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
    const next = Math.min(state.due?.at ?? Infinity, state.cancelAt ?? Infinity);
    if (next === Infinity || isOver(state)) this.#agenda.delete(birth.id);
    else this.#agenda.set(birth.id, next);
    const status = liveAttempt(state)?.status;
    const isLive = status === 'ringing' || status === 'ongoing';
    this.#meter.see(birth.id, isLive, birth.concurrency?.key ?? null);
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
    for (let left = this.#parts.eventsPerWake ?? 1; left > 0; left -= 1) {
      const next = this.#agenda.first();
      if (next === null || next.at > this.#steppedAt) return;
      this.#agenda.take();
      const order = this.#open.get(next.id);
      // Stamped with the moment it was due, not with the moment a busy computer came round to it.
      if (order !== undefined)
        this.#commit({ ...order, state: this.#advance(order, next.at) }, next.at);
    }
  }

  #advance(order: StoredOrder, at: number): OrderState {
    if (order.state.cancelAt === at) return cancel(this.#world, order, at);
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
    if (this.#parts.tell !== undefined) noticesOf(order).forEach(this.#parts.tell);
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

const missing = (id: string): Outcome<never> => ({
  ok: false,
  problem: problem(404, 'not_found', `there is no call ${id}`),
});
