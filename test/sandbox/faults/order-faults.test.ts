import { describe, expect, it } from 'vitest';
import { Faults, faultSchema } from '../../../src/sandbox/faults/faults.ts';
import { parseFault } from '../../../src/sandbox/faults/fault-text.ts';
import { ORDER_FAULTS, type OrderFaultKind } from '../../../src/sandbox/model/order-faults.ts';
import type { WebhookNotice } from '../../../src/sandbox/http/webhooks.ts';
import {
  anOrder,
  aSandbox,
  everybody,
  HOUR,
  human,
  MINUTE,
  MONDAY,
  noAnswer,
  placed,
  retryConfig,
  seen,
  starts,
  window,
} from '../setup.ts';

const WITH_HOOK = { prompt: 'Ask.', webhook_url: 'http://127.0.0.1:9/' };

function faulty(kind: OrderFaultKind, more: Record<string, unknown> = {}, people = [human()]) {
  const faults = new Faults();
  faults.add(faultSchema.parse({ kind, ...more }));
  const told: WebhookNotice[] = [];
  const tell = (notice: WebhookNotice): void => void told.push(notice);
  return { told, ...aSandbox({ faults, tell, people: everybody(...people) }) };
}

const withRetry = (config: Record<string, unknown>, phone_number = '+12025550123') =>
  anOrder({ phone_number, assistant: { prompt: 'Ask.', call_retry_config: retryConfig(config) } });

/** Everything that is shown here, so that no fault goes without its test. */
const SHOWN: Readonly<Record<OrderFaultKind, () => Promise<void> | void>> = {
  held: async () => {
    const { sandbox, clock } = faulty('held', { times: 20 });
    const ids = Array.from({ length: 20 }, (_, i) =>
      placed(sandbox, anOrder({ phone_number: `+120255501${10 + i}` })),
    );
    await clock.toEnd();
    const late = ids.map(({ id }) => Date.parse(starts(seen(sandbox, id))[0] ?? '') - MONDAY);
    expect(Math.max(...late)).toBeGreaterThan(HOUR);
    expect(Math.max(...late)).toBeLessThan(2 * HOUR + MINUTE);
    expect(Math.min(...late)).toBeLessThan(HOUR);
  },
  zone_by_country: async () => {
    // 09:00 in São Paulo, of whose numbers this sandbox knows no zone: it would be UTC.
    const order = withRetry({ calling_windows: [window('09:00', '18:00')] }, '+5511911110000');
    const { sandbox, clock } = faulty('zone_by_country');
    const { id } = placed(sandbox, order);
    await clock.toEnd();
    expect(starts(seen(sandbox, id))).toEqual(['2026-11-23T12:00:00.000Z']);
  },
  stale_zones: async () => {
    const calling_windows = [window('09:00', '18:00')];
    const order = withRetry({ calling_windows, timezone: 'America/Vancouver' });
    const [right, stale] = [aSandbox({ people: everybody(human()) }), faulty('stale_zones')];
    const ids = [right, stale].map(({ sandbox }) => placed(sandbox, order).id);
    await right.clock.toEnd();
    await stale.clock.toEnd();
    expect(starts(seen(right.sandbox, ids[0] ?? ''))).toEqual(['2026-11-23T16:00:00.000Z']);
    expect(starts(seen(stale.sandbox, ids[1] ?? ''))).toEqual(['2026-11-23T17:00:00.000Z']);
  },
  days_ignored: async () => {
    const { sandbox, clock } = faulty('days_ignored');
    const { id } = placed(sandbox, withRetry({ allowed_days: ['sunday'] }));
    await clock.toEnd();
    expect(starts(seen(sandbox, id))[0]).toMatch(/^2026-11-23T11:00/);
  },
  extra_attempt: async () => {
    const { sandbox, clock } = faulty('extra_attempt', {}, [noAnswer]);
    const { id } = placed(sandbox, withRetry({ max_retry_attempts: 1 }));
    await clock.toEnd();
    expect(seen(sandbox, id)).toMatchObject({ status: 'completed', calls_count: 2 });
  },
  after_human: async () => {
    const { sandbox, clock } = faulty('after_human');
    const { id } = placed(sandbox, withRetry({ max_retry_attempts: 1 }));
    await clock.toEnd();
    const call = seen(sandbox, id);
    expect(call.call_attempts.map(({ result }) => result)).toEqual(['human', 'human']);
    expect(call.status).toBe('completed');
  },
  endless: async () => {
    const { sandbox, clock } = faulty('endless');
    const { id } = placed(sandbox, anOrder());
    await clock.toEnd();
    const call = seen(sandbox, id);
    expect([call.status, call.call_attempts[0]?.status]).toEqual(['calling', 'completed']);
    sandbox.cancel(id);
    expect(seen(sandbox, id).status).toBe('cancelled');
  },
  completed_empty: async () => {
    const { sandbox, clock } = faulty('completed_empty');
    const { id } = placed(sandbox, anOrder());
    await clock.toEnd();
    expect(seen(sandbox, id)).toMatchObject({ status: 'completed', call_attempts: [] });
  },
  errored_empty: async () => {
    const { sandbox, clock } = faulty('errored_empty');
    const { id } = placed(sandbox, anOrder());
    await clock.toEnd();
    expect(seen(sandbox, id)).toMatchObject({ status: 'errored', call_attempts: [] });
  },
  cancel_missing: async () => {
    const { sandbox, clock } = faulty('cancel_missing');
    const { id } = placed(sandbox, anOrder());
    expect(sandbox.cancel(id)).toMatchObject({ ok: false, problem: { status: 404 } });
    await clock.toEnd();
    expect(seen(sandbox, id).status).toBe('completed');
  },
  cancel_late: async () => {
    const { sandbox, clock } = faulty('cancel_late', { seconds: 30 }, [human(10 * MINUTE)]);
    const { id } = placed(sandbox, anOrder());
    expect(sandbox.cancel(id)).toMatchObject({ ok: true, value: { status: 'initializing' } });
    await clock.to(MONDAY + 29_999);
    sandbox.cancel(id);
    expect(seen(sandbox, id)).toMatchObject({ status: 'calling', calls_count: 1 });
    await clock.to(MONDAY + 30_000);
    const call = seen(sandbox, id);
    expect(call.status).toBe('cancelled');
    expect(call.call_attempts[0]?.ended_at).toBe('2026-11-23T11:00:30.000Z');
  },
  cancel_races: async () => {
    const { sandbox, clock } = faulty('cancel_races');
    const { id } = placed(sandbox, anOrder());
    while (seen(sandbox, id).status !== 'queued_for_calling') await clock.wakeOne(Infinity);
    const asked = clock.now();
    expect(sandbox.cancel(id)).toMatchObject({ ok: true, value: { status: 'calling' } });
    expect(seen(sandbox, id).call_attempts[0]?.status).toBe('ringing');
    await clock.toEnd();
    const call = seen(sandbox, id);
    expect(call.status).toBe('cancelled');
    expect(starts(call)).toEqual([new Date(asked).toISOString()]);
    expect(call.call_attempts[0]?.ended_at).toBe(new Date(asked + 3000).toISOString());
  },
  hidden: async () => {
    const { sandbox, clock } = faulty('hidden');
    const { id } = placed(sandbox, anOrder());
    await clock.to(MONDAY + 29_999);
    expect(sandbox.get(id)).toMatchObject({ ok: false, problem: { status: 404 } });
    await clock.to(MONDAY + 30_000);
    expect(sandbox.get(id)).toMatchObject({ ok: true });
  },
  search_lags: async () => {
    const { sandbox, clock } = faulty('search_lags', { seconds: 5 });
    placed(sandbox, anOrder({ metadata: { k: 'v' } }));
    const found = () =>
      sandbox.find({ metadata: { k: 'v' }, statuses: [], offset: 0, limit: 9 }).total;
    await clock.to(MONDAY + 4_999);
    expect(found()).toBe(0);
    await clock.to(MONDAY + 5_000);
    expect(found()).toBe(1);
  },
  webhook_lost: async () => {
    const { sandbox, clock, told } = faulty('webhook_lost');
    for (const assistant of [WITH_HOOK, WITH_HOOK]) placed(sandbox, anOrder({ assistant }));
    await clock.toEnd();
    expect(told).toHaveLength(1);
  },
  webhook_late: async () => {
    const { sandbox, clock, told } = faulty('webhook_late', { seconds: 90 });
    placed(sandbox, anOrder({ assistant: WITH_HOOK }));
    await clock.toEnd();
    expect(told.map(({ delayMs }) => delayMs)).toEqual([90_000]);
  },
  webhook_twice: async () => {
    const { sandbox, clock, told } = faulty('webhook_twice');
    placed(sandbox, anOrder({ assistant: WITH_HOOK }));
    await clock.toEnd();
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual(told[1]);
  },
};

describe('an order with a fault', () => {
  it.each(Object.entries(SHOWN))('%s', async (_, show) => {
    await show();
  });

  it.each(Object.entries(ORDER_FAULTS))('%s is described', (_, { what }) => {
    expect(what).toMatch(/^\w.{10,}$/);
  });
});

describe('which orders have a fault', () => {
  it('is decided when they are accepted: by number, count and rate', () => {
    const faults = new Faults(5);
    faults.add(faultSchema.parse({ kind: 'endless', phone_number: '+12025550101', times: null }));
    faults.add(faultSchema.parse({ kind: 'held', skip: 1, times: 2 }));
    faults.add(faultSchema.parse({ kind: 'hidden', rate: 0.25, times: null, seconds: 7 }));
    const struck = Array.from({ length: 2000 }, (_, i) =>
      faults.ofOrder(i % 2 === 0 ? '+12025550100' : '+12025550101'),
    );
    expect(struck.map((f) => f.endless !== undefined).slice(0, 4)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(struck.map((f) => f.held !== undefined).indexOf(true)).toBe(1);
    expect(struck.filter((f) => f.held !== undefined)).toHaveLength(2);
    const hidden = struck.filter((f) => f.hidden === 7).length / struck.length;
    expect(hidden).toBeGreaterThan(0.22);
    expect(hidden).toBeLessThan(0.28);
  });

  it('can be said in one word', () => {
    const value = (text: string): unknown => {
      const fault = parseFault(text);
      return fault.ok ? fault.value : fault.problem.message;
    };
    expect(value('held')).toMatchObject({ kind: 'held', times: null, rate: 1 });
    expect(value('drop_after:3,path=/api/call,method=POST')).toMatchObject({
      kind: 'drop_after',
      times: 3,
      path: '/api/call',
      method: 'POST',
    });
    expect(value('throttle:0.1,retry-after-ms=1500,status=503')).toMatchObject({
      kind: 'throttle',
      times: null,
      rate: 0.1,
      status: 503,
      headers: { 'retry-after-ms': '1500' },
    });
    expect(value('held:many')).toMatch(/neither a count nor a rate/);
    expect(value('held,soon')).toMatch(/no name=value/);
    expect(value('earthquake')).toMatch(/kind: /);
    expect(value('slow_after,seconds=x')).toMatch(/seconds: /);
    expect(value('held:1.5')).toMatch(/rate: /);
  });
});
