import * as z from 'zod';
import { Chance } from '../model/chance.ts';
import { e164 } from '../model/fields.ts';
import { ORDER_FAULTS, type OrderFaultKind, type OrderFaults } from '../model/order-faults.ts';

/**
 * What can go wrong on the way. `before` and `after` say whether the request has been carried out when it
 * does: from outside the two look the same, which is what makes them worth trying.
 */
export const TRANSPORT_FAULTS = [
  'throttle',
  'error_before',
  'error_after',
  'drop_before',
  'drop_after',
  'silent_before',
  'silent_after',
  'cut_before',
  'cut_after',
  'garbled_before',
  'garbled_after',
  'html_before',
  'html_after',
  'slow_before',
  'slow_after',
] as const;

export type TransportFaultKind = (typeof TRANSPORT_FAULTS)[number];

const ORDER_FAULT_KINDS = Object.keys(ORDER_FAULTS) as [OrderFaultKind, ...OrderFaultKind[]];

export const faultSchema = z.strictObject({
  kind: z.enum([...TRANSPORT_FAULTS, ...ORDER_FAULT_KINDS]),
  /** Which requests it is for: all of them, when nothing is said. A `*` at the end stands for any rest. */
  method: z.string().optional(),
  path: z.string().optional(),
  /** Which orders it is for: those to this number. For faults of the order alone. */
  phone_number: e164.optional(),
  /** So many that match are let through first, and so many are spoilt; null: all that follow. */
  skip: z.int().min(0).default(0),
  times: z.int().min(1).nullable().default(1),
  /** How probably one that matches is spoilt. */
  rate: z.number().min(0).max(1).default(1),
  /** For `throttle`, `error_…` and `html_…`. */
  status: z.int().min(300).max(599).optional(),
  /** For `throttle` and `error_…`: such as retry-after, retry-after-ms, x-should-retry. */
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).default({}),
  /** For `slow_…`, on the sandbox's clock; and how long faults of the order take that take time. */
  seconds: z.number().min(0).max(86_400).optional(),
});

export type Fault = z.output<typeof faultSchema>;
type TransportFault = Fault & { readonly kind: TransportFaultKind };
type OrderFault = Fault & { readonly kind: OrderFaultKind };

interface Waiting {
  readonly fault: Fault;
  times: number;
  seen: number;
}

const isOrderFault = (fault: Fault): fault is OrderFault => Object.hasOwn(ORDER_FAULTS, fault.kind);

/** The faults that were asked for and have not all happened yet. */
export class Faults {
  readonly #seed: number;
  #waiting: Waiting[] = [];

  constructor(seed = 1) {
    this.#seed = seed;
  }

  add(fault: Fault): void {
    const times = fault.times ?? Infinity;
    this.#waiting.push({ fault, times, seen: 0 });
  }

  clear(): void {
    this.#waiting = [];
  }

  list(): readonly Fault[] {
    return this.#waiting.map(({ fault }) => fault);
  }

  /** The fault for this request, if there is one: the one that was asked for first. */
  ofRequest(method: string, path: string): TransportFault | null {
    for (const waiting of [...this.#waiting]) {
      const { fault } = waiting;
      if (isOrderFault(fault)) continue;
      if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
      if (fault.path !== undefined && !fits(fault.path, path)) continue;
      if (this.#strikes(waiting)) return fault as TransportFault;
    }
    return null;
  }

  /** Everything that is going to be wrong with this order. */
  ofOrder(number: string): OrderFaults {
    const faults: Partial<Record<OrderFaultKind, number>> = {};
    for (const waiting of [...this.#waiting]) {
      const { fault } = waiting;
      if (!isOrderFault(fault)) continue;
      if (fault.phone_number !== undefined && fault.phone_number !== number) continue;
      if (!this.#strikes(waiting)) continue;
      faults[fault.kind] = fault.seconds ?? ORDER_FAULTS[fault.kind].seconds;
    }
    return faults;
  }

  #strikes(waiting: Waiting): boolean {
    waiting.seen += 1;
    const { fault, seen } = waiting;
    if (seen <= fault.skip) return false;
    if (!new Chance(this.#seed, fault.kind, seen).happens('fault', fault.rate)) return false;
    waiting.times -= 1;
    if (waiting.times <= 0) this.#waiting = this.#waiting.filter((other) => other !== waiting);
    return true;
  }
}

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
