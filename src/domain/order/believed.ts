import type { AttemptView, Oddity, OrderView, TimeField } from './view.ts';

/**
 * The provider's clock and ours may differ by so much without anything being wrong: a live session orders nobody while
 * they are further apart (see `time/skew.ts`), so a time outside of an order's own by more than this is no clock's.
 */
export const CLOCKS_MAY_DIFFER_MS = 30_000;

const FIELDS = [
  ['startedAt', 'started_at'],
  ['answeredAt', 'answered_at'],
  ['endedAt', 'ended_at'],
] as const;

/** When our own clock first saw what the provider gives no believable time for. */
export type SeenAt = Map<string, number>;

/**
 * A reported time counts only between the order and now (I15); otherwise it happened when we first saw it. A time of
 * 1970 would end a delay that has not begun, one of 2099 would never let it end.
 */
export function believed(
  view: OrderView,
  order: { readonly orderedAt: number; readonly now: number },
  seen: SeenAt,
): OrderView {
  const odd: Oddity[] = [...(view.odd ?? [])];
  const attempts = view.attempts.map((attempt) => {
    const own: TimeField[] = [];
    const times: Partial<Record<TimeField, number>> = {};
    for (const [field, name] of FIELDS) {
      const at = attempt[field];
      if (at === null) continue;
      const is = outside(at, order);
      if (is === null) {
        times[field] = Math.min(Math.max(at, order.orderedAt), order.now);
        continue;
      }
      const key = `${attempt.id} ${field}`;
      const first = seen.get(key) ?? order.now;
      seen.set(key, first);
      times[field] = first;
      own.push(field);
      noteOnce(odd, { field: `call_attempts[].${name}`, is, value: new Date(at).toISOString() });
    }
    return { ...attempt, ...times, ...(own.length === 0 ? {} : { byOurClock: own }) };
  });
  return { ...view, attempts, ...(odd.length === 0 ? {} : { odd }) };
}

function outside(
  at: number,
  { orderedAt, now }: { orderedAt: number; now: number },
): string | null {
  if (at < orderedAt - CLOCKS_MAY_DIFFER_MS) return 'a time before its order';
  return at > now + CLOCKS_MAY_DIFFER_MS ? 'a time to come' : null;
}

function noteOnce(odd: Oddity[], one: Oddity): void {
  if (!odd.some(({ field, is }) => field === one.field && is === one.is)) odd.push(one);
}

/** Whether the provider itself says when the phone began to ring. */
export const saysWhenItRang = ({ startedAt, byOurClock }: AttemptView): boolean =>
  startedAt !== null && byOurClock?.includes('startedAt') !== true;
