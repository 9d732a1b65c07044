import { describe, expect, test } from 'vitest';
import {
  ACCEPTED_WITHIN_MS,
  CANCEL_WITHIN_MS,
  EMPTY_END_LOOK_MS,
  END_WITHIN_MS,
  followStep,
  lookDelay,
  NO_END_SLACK_MS,
  RING_WITHIN_MS,
  UNSEEN_WITHIN_MS,
  type Followed,
} from '../../../src/domain/order/follow.ts';
import type { AttemptView } from '../../../src/domain/order/view.ts';
import { anAttempt, anOrder } from './builders.ts';

const PLACED = 1_000_000;
const RINGS_UNTIL = PLACED + 3_600_000;
const NO_END = RINGS_UNTIL + 600_000 + NO_END_SLACK_MS;
const ENDED = PLACED + 40_000;
const OVER = ENDED + END_WITHIN_MS;

const followed = (change: Partial<Followed> = {}): Followed => ({
  placedAt: PLACED,
  ringsUntil: RINGS_UNTIL,
  maxCallMs: 600_000,
  cancelAskedAt: null,
  retries: 'refuse',
  over: null,
  ...change,
});

const QUEUED = anAttempt({ status: 'queued' });
const RINGING = anAttempt({ status: 'ringing', startedAt: PLACED + 5_000 });
const BUSY = anAttempt({ startedAt: PLACED + 5_000, endedAt: ENDED, dialError: 'busy' });
const HUMAN = anAttempt({ startedAt: PLACED + 5_000, endedAt: ENDED, result: 'human' });

type Row = [name: string, attempts: AttemptView[], cancelAskedAt: number | null, turn: Turn];
/** The millisecond at which the answer changes, and the answers on both sides of it. */
interface Turn {
  readonly at: number;
  readonly before: object;
  readonly from: object;
}

const waits = (until: number): object => ({ kind: 'wait', until });
const cancels = (why: string): object => ({ kind: 'cancel', why });
const givesUp = (why: string): object => ({ kind: 'give_up', why });
const SETTLES = { kind: 'settle' };

const NOT_RUNG = 'it did not ring in time';
const CANCELLED = PLACED + RING_WITHIN_MS;
const LATE_CANCEL = NO_END + 5;

const turnsAt = (at: number, from: object): Turn => ({ at, before: waits(at), from });
const unconfirmed = 'cancel_unconfirmed';
const ownEnd = 'order_not_ended';

const TABLE: Row[] = [
  ['nothing seen', [], null, turnsAt(CANCELLED, cancels(NOT_RUNG))],
  ['queued', [QUEUED], null, turnsAt(CANCELLED, cancels(NOT_RUNG))],
  ['cancel asked', [], CANCELLED, turnsAt(CANCELLED + CANCEL_WITHIN_MS, givesUp(unconfirmed))],
  [
    'cancel asked early',
    [],
    PLACED + 7,
    turnsAt(PLACED + 7 + CANCEL_WITHIN_MS, givesUp(unconfirmed)),
  ],
  ['ringing', [RINGING], null, turnsAt(NO_END, cancels('the call has no end'))],
  [
    'ringing, cancelled before it rang',
    [RINGING],
    CANCELLED,
    turnsAt(NO_END, cancels('the call has no end')),
  ],
  [
    'ringing, cancelled for having no end',
    [RINGING],
    LATE_CANCEL,
    turnsAt(LATE_CANCEL + CANCEL_WITHIN_MS, givesUp('call_without_end')),
  ],
  ['busy', [BUSY], null, turnsAt(OVER, cancels('its one attempt is over'))],
  ['busy, another queued', [BUSY, QUEUED], null, turnsAt(OVER, cancels('its one attempt is over'))],
  ['busy, cancelled', [BUSY], OVER, turnsAt(OVER + CANCEL_WITHIN_MS, givesUp(ownEnd))],
  ['human', [HUMAN], null, turnsAt(OVER, cancels('a human was reached'))],
  ['human, cancelled', [HUMAN], OVER, turnsAt(OVER + CANCEL_WITHIN_MS, SETTLES)],
  [
    'human, then ringing again',
    [HUMAN, RINGING],
    null,
    turnsAt(OVER, cancels('a human was reached')),
  ],
  [
    'human, then ringing again, cancelled',
    [HUMAN, RINGING],
    OVER,
    turnsAt(NO_END, cancels('the call has no end')),
  ],
  [
    'human, then ringing without an end, cancelled again',
    [HUMAN, RINGING],
    LATE_CANCEL,
    turnsAt(LATE_CANCEL + CANCEL_WITHIN_MS, SETTLES),
  ],
  ['busy, then ringing', [BUSY, RINGING], null, turnsAt(NO_END, cancels('the call has no end'))],
];

describe('an order that is over (I13)', () => {
  const over = (since: number, looks: number): Followed => followed({ over: { since, looks } });
  const empty = anOrder({ stage: 'over' });
  const counted = anOrder({ stage: 'over', unseen: 1 });

  test('without an attempt is looked at again before it counts as one that never rang', () => {
    expect(followStep(empty, followed(), PLACED)).toEqual(waits(PLACED + EMPTY_END_LOOK_MS));
    const at = PLACED + EMPTY_END_LOOK_MS;
    expect(followStep(empty, over(PLACED, 0), at), 'a look has failed: no hurry').toEqual(
      waits(PLACED + UNSEEN_WITHIN_MS),
    );
    expect(followStep(empty, over(PLACED, 1), at - 1)).toEqual(waits(at));
    expect(followStep(empty, over(PLACED, 1), at)).toEqual(SETTLES);
  });

  test('I7 whose second look fails again and again is settled without it', () => {
    expect(followStep(empty, over(PLACED, 0), PLACED + UNSEEN_WITHIN_MS)).toEqual(SETTLES);
  });

  test('with attempts that are counted and not shown waits for them, and then nobody knows', () => {
    const at = PLACED + UNSEEN_WITHIN_MS;
    for (const view of [counted, { ...counted, attempts: [BUSY] }]) {
      expect(followStep(view, over(PLACED, 9), at - 1)).toEqual(waits(at));
      expect(followStep(view, over(PLACED, 9), at)).toMatchObject({ kind: 'give_up' });
    }
  });

  test('with a human is settled, whatever is not shown', () => {
    const view = { ...counted, attempts: [HUMAN] };
    expect(followStep(view, over(PLACED, 0), PLACED)).toEqual(SETTLES);
  });
});

describe('the next step of an open order', () => {
  test.each(TABLE)('%s', (...[, attempts, cancelAskedAt, { at, before, from }]) => {
    const view = anOrder({ attempts });
    const facts = followed({ cancelAskedAt });
    expect(followStep(view, facts, at - 1)).toEqual(before);
    expect(followStep(view, facts, at)).toEqual(from);
  });

  test.each(['over', 'cancelled'] as const)('%s: settle at once', (stage) => {
    const view = anOrder({ stage, attempts: [RINGING] });
    expect(followStep(view, followed(), PLACED)).toEqual(SETTLES);
  });

  test('a status that nobody knows is not an end', () => {
    const view = anOrder({ stage: 'unknown', status: 'paused', attempts: [RINGING] });
    expect(followStep(view, followed(), PLACED)).toEqual(waits(NO_END));
  });

  test('I12 it is cancelled when its fence ends, if that comes first', () => {
    const facts = followed({ ringsUntil: PLACED + 60_000 });
    expect(followStep(anOrder(), facts, PLACED + 59_999)).toEqual(waits(PLACED + 60_000));
    expect(followStep(anOrder(), facts, PLACED + 60_000)).toEqual(cancels(NOT_RUNG));
  });

  test('a cancel that was about the ring does not stand for one about the end', () => {
    const asked = followed({ cancelAskedAt: OVER - 1 });
    expect(followStep(anOrder({ attempts: [BUSY] }), asked, OVER)).toMatchObject({
      kind: 'cancel',
    });
  });

  test('I7 a provider whose clock is years ahead holds no line', () => {
    const far = anAttempt({ startedAt: PLACED, endedAt: PLACED + 1e12, dialError: 'busy' });
    const view = anOrder({ attempts: [far] });
    expect(followStep(view, followed(), PLACED)).toEqual(waits(NO_END + END_WITHIN_MS));
  });

  test('an attempt that ended, who knows when, ended when it began', () => {
    const view = anOrder({ attempts: [anAttempt({ startedAt: ENDED, dialError: 'busy' })] });
    expect(followStep(view, followed(), PLACED)).toEqual(waits(OVER));
    const bare = anOrder({ attempts: [anAttempt({ dialError: 'busy' })] });
    expect(followStep(bare, followed(), PLACED)).toEqual(waits(PLACED + END_WITHIN_MS));
  });
});

describe('the next look', () => {
  test('half a second, then half as long again each time, in whole milliseconds', () => {
    const delays = Array.from({ length: 8 }, (_, looks) => lookDelay(anOrder(), looks, false));
    expect(delays).toEqual([500, 750, 1_125, 1_688, 2_531, 3_797, 5_695, 8_543]);
  });

  test.each([
    ['nothing is known', null, 5_000],
    ['it rings', anOrder({ attempts: [RINGING] }), 5_000],
    ['it waits in a queue', anOrder({ attempts: [QUEUED] }), 60_000],
    ['its attempt is over', anOrder({ attempts: [BUSY] }), 60_000],
  ])('at most, while %s', (_, view, most) => {
    expect(lookDelay(view, 1_000, false)).toBe(most);
    expect(lookDelay(view, 1_000, true)).toBe(600_000);
  });
});

describe('a stored assistant that makes attempts of its own', () => {
  const unanswered = anAttempt({ startedAt: PLACED + 10_000, endedAt: ENDED, dialError: 'busy' });

  test('is cancelled at once after an attempt without a human under cancel', () => {
    const view = anOrder({ attempts: [unanswered] });
    expect(followStep(view, followed({ retries: 'cancel' }), ENDED)).toMatchObject({
      kind: 'cancel',
    });
    expect(followStep(view, followed(), ENDED)).toMatchObject({ kind: 'wait', until: OVER });
  });

  test('is waited for under accept, before, between and after its attempts', () => {
    const accept = followed({ retries: 'accept' });
    const latest = PLACED + ACCEPTED_WITHIN_MS + 600_000;
    for (const attempts of [[], [unanswered]]) {
      const view = anOrder({ attempts });
      expect(followStep(view, accept, PLACED + 86_400_000)).toEqual({
        kind: 'wait',
        until: latest,
      });
      expect(followStep(view, accept, latest)).toMatchObject({ kind: 'cancel' });
    }
  });

  test('is given up under accept when a cancel does not show', () => {
    const accept = followed({ retries: 'accept', cancelAskedAt: PLACED + 5_000 });
    const view = anOrder({ attempts: [] });
    expect(followStep(view, accept, PLACED + 10_000)).toMatchObject({ kind: 'wait' });
    expect(followStep(view, accept, PLACED + 5_000 + CANCEL_WITHIN_MS)).toMatchObject({
      kind: 'give_up',
    });
  });
});
