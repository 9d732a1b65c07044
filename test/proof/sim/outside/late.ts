import { Dice } from '../draw/dice.ts';
import type { Plan } from '../draw/draw-run.ts';
import type { Accepted } from '../world/record.ts';

/** What an order does not show yet when it is already over. */
export const LATE_KINDS = [
  /** Its attempts have no result. */
  'no_result',
  /** It has no attempts, and none are counted. */
  'no_attempts',
  /** It has no attempts, and says how many there were. */
  'counted',
  /** It has no list of attempts, and says how many there were. */
  'count_only',
  /** It says voicemail where a human talked. */
  'as_voicemail',
  /** It never has a list of attempts: the last one stands beside it. */
  'last_only',
] as const;

export type LateKind = (typeof LATE_KINDS)[number];

type Json = Readonly<Record<string, unknown>>;

/** Whose attempts nobody can know of before they are shown. */
export const HIDES_RINGS: readonly LateKind[] = ['no_attempts'];

export class LateAnswers {
  readonly #plan: Plan;
  readonly #orders: ReadonlyMap<string, Accepted>;

  constructor(plan: Plan, orders: ReadonlyMap<string, Accepted>) {
    this.#plan = plan;
    this.#orders = orders;
  }

  of(id: string): { readonly kind: LateKind; readonly ms: number } | null {
    const { late, seed } = this.#plan;
    const dice = new Dice(`late ${seed} ${id}`);
    if (late === null || !dice.happens(late.rate)) return null;
    return { kind: dice.pick(LATE_KINDS), ms: dice.spread(1, late.seconds) * 1000 };
  }

  /** When everything is shown that is known of an order which is over. */
  shownAt(order: Accepted): number {
    const late = this.of(order.birth.id);
    if (late === null || late.kind === 'last_only') return 0;
    return order.overAt === null ? 0 : order.overAt + late.ms;
  }

  /** An answer with one order or several, as it is at this moment. */
  alter(body: unknown, now: number): unknown {
    if (this.#plan.late === null || typeof body !== 'object' || body === null) return body;
    const { call, calls } = body as { call?: Json; calls?: Json[] };
    if (call !== undefined) return { ...body, call: this.#order(call, now) };
    if (Array.isArray(calls)) return { ...body, calls: calls.map((one) => this.#order(one, now)) };
    return body;
  }

  #order(call: Json, now: number): Json {
    const order = this.#orders.get(String(call['id']));
    if (order === undefined || order.overAt === null) return call;
    const late = this.of(order.birth.id);
    if (late === null || (late.kind !== 'last_only' && now >= order.overAt + late.ms)) return call;
    return asShown(call, late.kind);
  }
}

const NOTHING = { call_attempts: [], last_call_attempt: null };

function asShown(call: Json, kind: LateKind): Json {
  const { call_attempts: attempts, ...rest } = call;
  switch (kind) {
    case 'last_only':
      return rest;
    case 'count_only':
      return { ...rest, last_call_attempt: null };
    case 'counted':
      return { ...call, ...NOTHING };
    case 'no_attempts':
      return { ...call, ...NOTHING, calls_count: 0 };
    case 'no_result':
    case 'as_voicemail': {
      const told = (attempts as Json[]).map((one) => withoutResult(one, kind));
      return { ...call, call_attempts: told, last_call_attempt: told[0] ?? null };
    }
  }
}

function withoutResult(attempt: Json, kind: LateKind): Json {
  const untold = { structured_output: null, transcript: null };
  if (kind === 'no_result') return { ...attempt, ...untold, result: null, dial_error: null };
  return attempt['result'] === 'human' ? { ...attempt, ...untold, result: 'voicemail' } : attempt;
}

/** For some: answers come late, and are corrected. */
export function withLate(plan: Plan): Plan {
  const dice = new Dice(`late ${plan.seed}`);
  if (!dice.happens(0.4)) return plan;
  return {
    ...plan,
    late: { rate: dice.spread(5, 80) / 100, seconds: dice.pick([20, 600, 7_200, 172_800]) },
  };
}
