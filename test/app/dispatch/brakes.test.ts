import { beforeEach, describe, expect, test } from 'vitest';
import { Brakes } from '../../../src/app/dispatch/brakes.ts';

const NOW = 1_000_000;
const HOUR = 3_600_000;

let brakes: Brakes;
beforeEach(() => {
  brakes = new Brakes();
});

/** Trouble, each time as soon as the pause before it is over; returns the pauses. */
function troubled(times: number, trouble: (now: number) => void): number[] {
  let now = Math.max(NOW, brakes.slowUntil);
  return Array.from({ length: times }, () => {
    trouble(now);
    const pause = brakes.slowUntil - now;
    now = brakes.slowUntil;
    return pause;
  });
}

describe('slowing down', () => {
  test('each word of trouble in a row doubles the pause, up to a minute', () => {
    const slow = (now: number): void => brakes.slow(now, null);
    expect(troubled(8, slow)).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((s) => s * 1_000));
    brakes.wentThrough();
    brakes.slow(brakes.slowUntil, null);
    expect(brakes.slowUntil).toBe(NOW + 183_000 + 1_000);
  });

  test('ten orders that fail in the same breath are one word of trouble', () => {
    for (let i = 0; i < 10; i++) brakes.unreached(NOW + i, 'ECONNREFUSED');
    expect(brakes.slowUntil).toBe(NOW + 9 + 1_000);
    expect(brakes.end).toBeNull();
  });

  test('the provider’s own figure wins when it is longer, and shortens nothing', () => {
    brakes.slow(NOW, 30_000);
    expect(brakes.slowUntil).toBe(NOW + 30_000);
    brakes.slow(NOW + 1, 5);
    expect(brakes.slowUntil).toBe(NOW + 30_000);
  });

  test('I7 nobody waits longer than an hour, whatever the provider asks', () => {
    brakes.slow(NOW, 1e15);
    expect(brakes.slowUntil).toBe(NOW + HOUR);
  });
});

describe('stopping', () => {
  test('the first reason is the one that counts', () => {
    brakes.stop({ how: 'refused', exit: 4, why: 'the key' });
    brakes.stop({ how: 'stopped', exit: 3, why: 'later' });
    expect(brakes.end).toEqual({ how: 'refused', exit: 4, why: 'the key' });
    expect(brakes.stopping.aborted).toBe(true);
  });

  test('ten times unreachable in a row stop the run; one that went through starts anew', () => {
    troubled(9, (now) => brakes.unreached(now, 'ENOTFOUND'));
    brakes.wentThrough();
    expect(brakes.end).toBeNull();
    troubled(9, (now) => brakes.unreached(now, 'ENOTFOUND'));
    expect(brakes.end).toBeNull();
    troubled(1, (now) => brakes.unreached(now, 'ENOTFOUND'));
    expect(brakes.end).toMatchObject({
      exit: 3,
      why: 'the voice API could not be reached 10 times in a row: ENOTFOUND',
    });
  });

  test('ten orders rejected in a row stop the run; nine and one that was taken do not', () => {
    for (let i = 0; i < 9; i++) brakes.rejected('HTTP 400: no');
    brakes.wentThrough();
    for (let i = 0; i < 9; i++) brakes.rejected('HTTP 400: no');
    expect(brakes.end).toBeNull();
    brakes.rejected('HTTP 400: no');
    expect(brakes.end).toMatchObject({
      exit: 3,
      why: 'the provider rejected 10 orders in a row: HTTP 400: no',
    });
  });
});

describe('the account’s fault', () => {
  const fault = 'no_international_permission';

  test('three in a row stop the run and are put back, and so is each that was under way', () => {
    expect(brakes.strike('a', fault)).toEqual([]);
    expect(brakes.strike('b', fault)).toEqual([]);
    expect(brakes.strike('c', fault)).toEqual(['a', 'b', 'c']);
    expect(brakes.end).toMatchObject({ how: 'stopped', exit: 3 });
    expect(brakes.strike('d', fault)).toEqual(['d']);
    brakes.noStrike();
    expect(brakes.strike('e', fault)).toEqual(['e']);
  });

  test('another outcome in between starts the row anew', () => {
    brakes.strike('a', fault);
    brakes.strike('b', fault);
    brakes.noStrike();
    expect(brakes.strike('c', fault)).toEqual([]);
    expect(brakes.strike('d', fault)).toEqual([]);
    expect(brakes.strike('e', fault)).toEqual(['c', 'd', 'e']);
  });
});
