import { z } from 'zod';

/**
 * What can go wrong on the way. `before` and `after` say whether the request has been carried out when it
 * does: from outside the two look the same, which is what makes them worth trying.
 */
const EFFECTS = {
  drop_before: { carriedOut: false, answer: 'none' },
  drop_after: { carriedOut: true, answer: 'none' },
  error_before: { carriedOut: false, answer: 'error' },
  error_after: { carriedOut: true, answer: 'error' },
  html_before: { carriedOut: false, answer: 'html' },
  garbled_after: { carriedOut: true, answer: 'garbled' },
  slow_before: { carriedOut: true, answer: 'real' },
  slow_after: { carriedOut: true, answer: 'real' },
} as const;

export const faultSchema = z.object({
  kind: z.enum([
    'drop_before',
    'drop_after',
    'error_before',
    'error_after',
    'html_before',
    'garbled_after',
    'slow_before',
    'slow_after',
  ]),
  /** Which requests it is for: all of them, when nothing is said. */
  method: z.string().optional(),
  path: z.string().optional(),
  /** So many matching requests are let through first, and so many are spoilt. */
  skip: z.int().min(0).default(0),
  times: z.int().min(1).default(1),
  /** For `error_…` and `html_before`. */
  status: z.int().min(400).max(599).default(500),
  /** For `error_…`: such as retry-after, retry-after-ms, x-should-retry. */
  headers: z.record(z.string(), z.string()).default({}),
  /** For `slow_…`, on the sandbox's clock. */
  seconds: z.number().min(0).default(60),
});

export type Fault = z.output<typeof faultSchema>;

export const effectOf = (fault: Fault) => EFFECTS[fault.kind];

/** The faults that were asked for and have not happened yet. */
export class Faults {
  #waiting: { readonly fault: Fault; skip: number; times: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, skip: fault.skip, times: fault.times });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault for this request, if there is one: the one that was asked for first. */
  take(method: string, path: string): Fault | null {
    for (const one of this.#waiting) {
      if (one.fault.method !== undefined && one.fault.method !== method) continue;
      if (one.fault.path !== undefined && one.fault.path !== path) continue;
      if (one.skip > 0) {
        one.skip -= 1;
        continue;
      }
      one.times -= 1;
      if (one.times === 0) this.#waiting = this.#waiting.filter((other) => other !== one);
      return one.fault;
    }
    return null;
  }
}
