import { expect, it } from 'vitest';
import { anOrder, aSandbox, everybody, HOUR, human, MONDAY, placed, seen } from '../setup.ts';

const STATES: readonly (readonly [state: string, changed: Record<string, unknown>])[] = [
  ['initializing', {}],
  ['scheduled', { scheduled_at: '2026-12-01T12:00:00Z' }],
  ['queued_for_calling', {}],
  ['queued', {}],
  ['ringing', {}],
  ['ongoing', {}],
];

it.each(STATES)('of an order that is %s leaves nothing that could ring', async (state, changed) => {
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  const { id } = placed(sandbox, anOrder(changed));
  const now = () => {
    const call = seen(sandbox, id);
    return [call.status, call.call_attempts[0]?.status];
  };
  while (!now().includes(state)) expect(await clock.wakeOne(Infinity)).toBe(true);
  expect(sandbox.cancel(id)).toMatchObject({ ok: true, value: { status: 'cancelled' } });
  const [attempt] = seen(sandbox, id).call_attempts;
  const live = ['queued', 'ringing', 'ongoing'].includes(state);
  expect(attempt?.ended_by).toBe(live ? 'system' : undefined);
  expect(attempt?.result).toBe(live ? (state === 'ongoing' ? 'human' : null) : undefined);
  const before = JSON.stringify(seen(sandbox, id));
  expect(clock.sleepers.size).toBe(0);
  await clock.to(MONDAY + 1000 * HOUR);
  expect(JSON.stringify(seen(sandbox, id))).toBe(before);
});

it.each(['completed', 'cancelled', 'errored'])(
  'of an order that is %s changes nothing',
  async (state) => {
    const nobody = { kind: 'failed', dialError: 'number_non_attributed', ringMs: 0 } as const;
    const people = everybody(state === 'errored' ? nobody : human());
    const { clock, sandbox } = aSandbox({ people });
    const { id } = placed(sandbox, anOrder());
    if (state === 'cancelled') sandbox.cancel(id);
    await clock.toEnd();
    const before = seen(sandbox, id);
    expect(before.status).toBe(state);
    expect(sandbox.cancel(id)).toEqual({ ok: true, value: before });
  },
);

it('cancel of an order that was never placed is not found', () => {
  expect(aSandbox().sandbox.cancel('rehearsal-0')).toMatchObject({
    ok: false,
    problem: { status: 404 },
  });
});
