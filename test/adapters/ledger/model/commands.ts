import fc from 'fast-check';
import { expect } from 'vitest';
import type { Decision } from '../../../../src/domain/order/decide.ts';
import { NO_LIMITS } from '../../../../src/domain/law/limits.ts';
import { LostSession } from '../../../../src/ports/ledger/runs.ts';
import type { Session } from '../../../../src/ports/session.ts';
import { anAttempt, anOrder } from '../../../domain/order/builders.ts';
import { MINUTE } from '../../../app/world/setup.ts';
import { FENCE_MS, type Model, type ModelOrder } from './model.ts';
import {
  fenced,
  isOver,
  notPlacing,
  orderAt,
  over,
  sessionOf,
  Step,
  type Command,
  type Real,
} from './step.ts';

const run = fc.constantFrom('one', 'two');
const nth = fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 2 }) }, fc.nat({ max: 20 }));
const seldom = fc.integer({ min: 1, max: 5 }).map((n) => n === 1);
const any = (): boolean => true;
const hasOrders = (model: Pick<Model, 'orders'>): boolean => model.orders.length > 0;

/** Something that is done about one order, by a session that counts or by one that was replaced. */
interface About {
  readonly order: ModelOrder;
  readonly session: Session;
  readonly current: boolean;
  readonly real: Real;
  readonly model: Model;
}

const about = (name: string, act: (on: About) => Promise<void>): fc.Arbitrary<Command> =>
  fc.record({ at: nth, stale: seldom }).map(
    ({ at, stale }) =>
      new Step(
        `${name} ${at}${stale ? ' by a replaced session' : ''}`,
        hasOrders,
        async (model, real) => {
          const order = orderAt(model, at);
          if (order === undefined) return;
          const [session, current] = sessionOf(model, real, { run: order.person.run, stale });
          await act({ order, session, current, real, model });
        },
      ),
  );

const begin = run.map(
  (id) =>
    new Step(`begin a session of ${id}`, any, async (model, real) => {
      const session = await real.ledger.beginSession(id, model.now);
      const epoch = (model.epochs.get(id) ?? 0) + 1;
      expect(session).toEqual({ runId: id, epoch });
      model.epochs.set(id, epoch);
      real.sessions.get(id)?.push(session);
    }),
);

const claim = fc
  .record({ id: run, prefer: fc.constantFrom('first' as const, 'again' as const), stale: seldom })
  .map(
    ({ id, prefer, stale }) =>
      new Step(`claim for ${id}, ${prefer}${stale ? ', stale' : ''}`, any, async (model, real) => {
        const [session, current] = sessionOf(model, real, { run: id, stale });
        const group = { group: 'America/New_York|', ringsUntil: model.now + FENCE_MS, permit: '' };
        const request = { now: model.now, groups: [group], prefer, freeKeys: [] };
        const asked = { ...request, repeatAfterMs: 0, definition: 1 };
        const first = real.ledger.claimOrLook(session, asked);
        if (!current) return void (await expect(first).rejects.toThrow(LostSession));
        const expected = model.claim(id, prefer);
        let claimed = await first;
        if (claimed !== null && 'lookAt' in claimed) {
          // I13: nothing is committed before the last order was looked at.
          expect(await real.ledger.claim(session, asked)).toBeNull();
          await real.ledger.looked(session, claimed.lookAt.key, model.now);
          claimed = await real.ledger.claim(session, asked);
        }
        const key = claimed === null || 'lookAt' in claimed ? null : claimed.key;
        expect(key).toBe(expected?.key ?? null);
      }),
  );

const accepted = about('accepted', async ({ order, session, current, real, model }) => {
  const id = `provider-${order.key}`;
  const found = { source: 'post' as const, providerId: id, now: model.now };
  const done = real.ledger.accepted(session, order.key, found);
  if (current && isOver(order)) return void (await expect(done).rejects.toThrow('I5'));
  expect(await done).toBe(current ? 'recorded' : 'replaced');
  order.evidence += 1;
  if (current) model.accept(order);
});

const evidence = about('evidence', async ({ order, real, model }) => {
  const what = { source: 'get' as const, providerId: null, raw: 'an answer', now: model.now };
  await real.ledger.evidence(order.key, what);
  order.evidence += 1;
  const person = await real.ledger.person(order.person.run, order.person.id);
  const shown = person?.orders.find((one) => one.key === order.key);
  expect(shown?.evidence).toHaveLength(order.evidence);
});

const giveBack = about('give back', async ({ order, session, current, real, model }) => {
  const why = { now: model.now, notBefore: model.now, reason: 'not placed' };
  const work = (): Promise<void> => real.ledger.giveBack(session, order.key, why);
  if (!(await fenced(work, { current, refused: notPlacing(order) }))) return;
  model.close(order, 'withdrawn');
  model.move(order, 'pending', model.now);
});

const doubt = about('doubt', async ({ order, session, current, real, model }) => {
  const why = { reason: 'nobody knows', now: model.now };
  const work = (): Promise<void> => real.ledger.uncertain(session, order.key, why);
  if (!(await fenced(work, { current, refused: over(order) }))) return;
  model.close(order, 'uncertain');
  model.move(order, 'uncertain', null);
});

const fail = about('fail', async ({ order, session, current, real, model }) => {
  const why = { reason: 'rejected', now: model.now };
  const work = (): Promise<void> => real.ledger.fail(session, order.key, why);
  if (!(await fenced(work, { current, refused: notPlacing(order) }))) return;
  model.close(order, 'withdrawn');
  model.move(order, 'failed', null);
});

const settle = (to: 'reached' | 'exhausted' | 'pending'): fc.Arbitrary<Command> =>
  about(`settle as ${to}`, async ({ order, session, current, real, model }) => {
    const outcome = to === 'reached' ? ('human' as const) : ('busy' as const);
    const decision: Decision =
      to === 'pending'
        ? { to, notBefore: model.now + MINUTE, reason: 'again' }
        : { to, reason: 'over' };
    const view = anOrder({ attempts: [anAttempt({ startedAt: model.now, result: outcome })] });
    const end = { now: model.now, view, outcome, success: null, decision, lookAt: null };
    const work = (): Promise<void> => real.ledger.settle(session, order.key, end);
    if (!(await fenced(work, { current, refused: over(order) }))) return;
    model.close(order, 'settled');
    model.move(order, to, to === 'pending' ? model.now + MINUTE : null);
  });

const gate = about('ask the gate about', async ({ order, session, current, real, model }) => {
  const look = { now: model.now, limits: NO_LIMITS };
  const why = await real.ledger.mayStart(session, order.key, look);
  expect(why === null, `the gate says: ${why}`).toBe(current && model.mayStart(order));
});

/** A person says that the phone did not ring: only an order in doubt can be decided about. */
const decide = about('decide about', async ({ order, session, current, real, model }) => {
  const { run: runId, id: contactId } = order.person;
  const by = { who: 'ana', reason: null, at: model.now };
  const request = await real.ledger.ask({
    ...by,
    runId,
    contactId,
    kind: 'not_rung',
    hangUp: false,
  });
  const decision: Decision = { to: 'pending', notBefore: model.now, reason: 'it did not ring' };
  const done = real.ledger.resolve(session, request, { decision, now: model.now });
  if (!current) return void (await expect(done).rejects.toThrow(LostSession));
  const doubted = order.person.state === 'uncertain';
  expect(await done).toBe(doubted);
  if (!doubted) return;
  const open = model.orders.filter((o) => o.person === order.person && o.state === 'uncertain');
  for (const one of open) model.close(one, 'withdrawn');
  model.move(order, 'pending', model.now);
});

const ask = fc
  .record({
    id: run,
    kind: fc.constantFrom('pause' as const, 'resume' as const, 'cancel' as const),
  })
  .filter(({ id, kind }) => kind !== 'cancel' || id === 'two')
  .map(
    ({ id, kind }) =>
      new Step(`${kind} ${id}`, any, async (model, { ledger }) => {
        const by = { who: 'ana', reason: null, at: model.now };
        await ledger.ask({ ...by, runId: id, contactId: null, kind, hangUp: false });
        if (kind === 'pause') model.paused.add(id);
        if (kind === 'resume') model.paused.delete(id);
        if (kind === 'cancel') model.cancelled.add(id);
        const control = await ledger.control(id);
        expect(control.paused !== null).toBe(model.paused.has(id));
        expect(control.cancelled !== null).toBe(model.cancelled.has(id));
      }),
  );

const bar = fc.record({ at: nth, on: fc.boolean() }).map(
  ({ at, on }) =>
    new Step(`${on ? 'bar' : 'unbar'} ${at}`, any, async (model, { ledger }) => {
      const number = model.people[at % model.people.length]?.number ?? '';
      const by = { who: 'ana', reason: null, at: model.now, source: 'a command' };
      if (on) expect((await ledger.bar([number], by)).known).toBe(Number(model.barred.has(number)));
      else expect(await ledger.unbar(number, by)).toBe(model.barred.has(number));
      if (on) model.barred.add(number);
      else model.barred.delete(number);
    }),
);

const wait = fc.constantFrom(1, MINUTE, 2 * MINUTE, FENCE_MS).map(
  (ms) =>
    new Step(`wait ${ms}`, any, (model) => {
      model.now += ms;
      return Promise.resolve();
    }),
);

const die = fc.constant(
  new Step('die and come back', any, async (_model, real) => {
    real.ledger = await real.reopen();
  }),
);

const settles = (['reached', 'exhausted', 'pending'] as const).map(settle);

/** Everything that is done to a ledger while a run goes on. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  begin,
  claim,
  claim,
  claim,
  accepted,
  accepted,
  evidence,
  giveBack,
  doubt,
  doubt,
  fail,
  ...settles,
  gate,
  decide,
  ask,
  bar,
  wait,
  die,
];
