import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { expect, it } from 'vitest';
import {
  aPreparedDesk,
  endAt,
  expectAllDone,
  finish,
  RESUME,
  RUN,
  type Instant,
} from '../desk/interrupted-run.ts';
import type { Desk } from '../desk/desk.ts';
import { sandboxOrders } from '../desk/reading-back.ts';
import { jsonLines, type Ended, type Event } from '../desk/running.ts';

/** Ctrl-C and its like, at a run that has orders out. */

const PATIENT = 120_000;
/** A signal that is to come at a certain moment may come too late; then the test goes again. */
const GOES = 10;
const LINES = 5;
const posix = process.platform !== 'win32';

function afterStopping(ended: Ended): Event[] {
  const events = jsonLines(ended.out);
  const at = events.findIndex((event) => event.event === 'stopping');
  expect(at, ended.err).toBeGreaterThan(0);
  return events.slice(at + 1);
}

const ofKind = (events: readonly Event[], kind: string): Event[] =>
  events.filter((event) => event.event === kind);

/** I10: nothing is out any more, nothing was begun, and what had not rung is as if it had never been ordered. */
async function expectStopped(desk: Desk, ended: Ended, signal: string): Promise<void> {
  expect(ended).toMatchObject({ code: 3, signal: null });
  const after = afterStopping(ended);
  expect(after.at(-1)).toMatchObject({
    event: 'summary',
    how: 'stopped',
    why: `stopped by ${signal}`,
    exit_code: 3,
    states: { placing: 0, calling: 0, uncertain: 0 },
  });
  // A request that was on the wire when the signal came may still be answered; each line holds one at most.
  const placed = ofKind(jsonLines(ended.out), 'order_placed').map((event) => event['order']);
  expect(ofKind(after, 'order_placed').length).toBeLessThanOrEqual(LINES);
  const orders = sandboxOrders(desk.sandbox);
  expect(orders.map((order) => order.key).sort()).toEqual(placed.sort());
  expect(orders.filter((order) => order.isOver === 0)).toEqual([]);
  const never = orders.filter((order) => order.rings === 0).map((order) => order.status);
  expect(never.filter((status) => status !== 'cancelled')).toEqual([]);
}

it.runIf(posix).each<[NodeJS.Signals, ...Instant]>([
  ['SIGINT', 'order_ringing', 9],
  ['SIGTERM', 'order_settled', 20],
  ['SIGHUP', 'order_ringing', 15],
])(
  'I10 %s after %s no. %i lets live calls end and begins no other',
  async (signal, event, nth) => {
    const desk = aPreparedDesk();
    const ended = await endAt(desk, RUN, { instant: [event, nth], signal });
    await expectStopped(desk, ended, signal);
    await finish(desk, signal === 'SIGINT' ? RUN : RESUME);
    await expectAllDone(desk);
  },
  PATIENT,
);

it.runIf(posix)(
  'I10 an order that has not begun to ring is cancelled, and is none of the attempts of its person',
  async () => {
    for (let go = 0; go < GOES; go += 1) {
      const desk = aPreparedDesk();
      const instant = ['order_placed', 1] as const;
      const ended = await endAt(desk, RUN, { instant, signal: 'SIGINT' });
      await expectStopped(desk, ended, 'SIGINT');
      const back = ofKind(afterStopping(ended), 'order_settled').filter(
        (event) => event['outcome'] === 'never_rang',
      );
      if (back.length === 0) continue;
      for (const event of back) {
        expect(event).toMatchObject({
          next: 'pending',
          reason: textOf({ code: 'stopped_before_ring' }),
        });
      }
      const cancelled = sandboxOrders(desk.sandbox).filter((o) => o.status === 'cancelled');
      expect(back.map((event) => event['order']).sort()).toEqual(
        cancelled.map((order) => order.key).sort(),
      );
      await finish(desk, RUN);
      await expectAllDone(desk);
      return;
    }
    expect.unreachable(`in ${GOES} goes the signal always came after the ringing`);
  },
  PATIENT,
);

it.runIf(posix)(
  'people are told what happens after a signal, and how to go on',
  async () => {
    const desk = aPreparedDesk();
    const running = desk.begin(RUN.filter((arg) => arg !== '--json'));
    expect(await running.said('people loaded')).toBe(true);
    running.signal('SIGINT');
    const { code, out, err } = await running.ended;
    expect(code).toBe(3);
    expect(err).toMatch(/\nSIGINT: no new calls\. .* Once more leaves at once\.\n/);
    expect(out).toMatch(/^stopped after .*: stopped by SIGINT\n {2}people .*pending \d+/);
    expect(err.trimEnd()).toMatch(/Next: run the same command again to continue$/);
  },
  PATIENT,
);

it.runIf(posix)(
  'a second signal leaves at once, and the run goes on afterwards',
  async () => {
    for (let go = 0; go < GOES; go += 1) {
      const desk = aPreparedDesk();
      const running = desk.begin(RUN);
      void running.seen('stopping').then(() => {
        running.signal('SIGINT');
      });
      expect(await running.seen('order_ringing', 6)).toBe(true);
      running.signal('SIGINT');
      const { code, out } = await running.ended;
      // Code 3: all calls had ended before the second signal came.
      if (code === 3) continue;
      expect(code).toBe(130);
      expect(ofKind(jsonLines(out), 'summary')).toEqual([]);
      await finish(desk, RUN);
      await expectAllDone(desk);
      return;
    }
    expect.unreachable(`in ${GOES} goes the run always ended before the second signal`);
  },
  PATIENT,
);
