import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { Schedules } from '../../../src/domain/schedule/schedules.ts';
import { localClock } from '../../../src/domain/time/local.ts';
import type { WeeklyWindow } from '../../../src/domain/time/windows.ts';
import { chance, someWeekly, wallSays } from '../time/every-clock/oracle.ts';

const { rules, law } = loadReference();
/** These tests are about the campaign's own windows. */
const FREE = {
  rules: { automatic: false, named: [] },
  purpose: 'marketing',
  blackout: [],
} as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WORKDAYS = [1, 2, 3, 4, 5];
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Tuesday. */
const NOON = Date.UTC(2026, 11, 1, 12);

const hours = (start: number, end: number): WeeklyWindow => ({ start: start * 60, end: end * 60 });

function schedules(
  windows: WeeklyWindow[],
  more: { days?: number[]; delaysMs?: number[]; zone?: string } = {},
): Schedules {
  const weekly = { windows, days: more.days ?? WORKDAYS };
  const delaysMs = more.delaysMs ?? windows.map(() => HOUR);
  return new Schedules(rules, { ...FREE, weekly, delaysMs, zone: more.zone ?? null }, law);
}

describe('a calling group', () => {
  test('is open inside the window of its zone, until the window ends', () => {
    const opening = schedules([hours(9, 18)]).at('Europe/Paris|FR', NOON);
    expect(opening).toMatchObject({ open: true, opensAt: null });
    expect(localClock(rules, 'Europe/Paris', opening.closesAt ?? 0)).toBe('Tue 18:00');
    expect(opening.validUntil).toBe(opening.closesAt);
  });

  test('opens at the first minute of the window, and is closed at its last instant', () => {
    const plan = schedules([hours(9, 18)]);
    const nine = Date.UTC(2026, 11, 1, 8);
    expect(plan.at('Europe/Paris|FR', nine - 1)).toMatchObject({ open: false, opensAt: nine });
    expect(plan.at('Europe/Paris|FR', nine).open).toBe(true);
    expect(plan.at('Europe/Paris|FR', nine + 9 * HOUR - 1).open).toBe(true);
    expect(plan.at('Europe/Paris|FR', nine + 9 * HOUR).open).toBe(false);
  });

  test('waits over the weekend', () => {
    const saturday = Date.UTC(2026, 11, 5, 12);
    const { open, opensAt } = schedules([hours(9, 18)]).at('Europe/Paris|FR', saturday);
    expect(open).toBe(false);
    expect(localClock(rules, 'Europe/Paris', opensAt ?? 0)).toBe('Mon 09:00');
  });

  test('is open only while every candidate zone is', () => {
    const plan = schedules([hours(9, 20)]);
    const group = 'America/Boise+America/Los_Angeles|US-ID';
    const first = plan.at(group, Date.UTC(2026, 11, 1, 16, 30)).opensAt ?? 0;
    expect(localClock(rules, 'America/Los_Angeles', first)).toBe('Tue 09:00');
    const last = plan.at(group, first).closesAt ?? 0;
    expect(localClock(rules, 'America/Boise', last)).toBe('Tue 20:00');
  });

  test('keeps within the hours of the campaign’s own zone, which narrow and never widen', () => {
    const plan = schedules([hours(9, 18)], { zone: 'Europe/London' });
    const { closesAt } = plan.at('America/New_York|US-NY', Date.UTC(2026, 11, 1, 15));
    expect(localClock(rules, 'Europe/London', closesAt ?? 0)).toBe('Tue 18:00');
    const tokyo = plan.at('Asia/Tokyo|JP', Date.UTC(2026, 11, 1, 3));
    expect(tokyo.open).toBe(false);
  });
});

describe('a calling group', () => {
  test('that nobody knows the clock of is never open', () => {
    const plan = schedules([hours(0, 24)], { days: ALL_DAYS });
    for (const group of ['|US-AE', '', '|']) {
      expect(plan.at(group, NOON)).toMatchObject({ open: false, opensAt: null });
      expect(plan.everOpens(group, NOON)).toBe(false);
    }
  });

  test('whose zones are too far apart never opens, and that is found for a whole year', () => {
    const plan = schedules([hours(17, 20)], { days: ALL_DAYS });
    const russia = 'Asia/Kamchatka+Europe/Kaliningrad|RU';
    expect(plan.everOpens(russia, NOON)).toBe(false);
    expect(plan.at(russia, NOON)).toMatchObject({ open: false, opensAt: null, closesAt: null });
    expect(plan.everOpens('Europe/Kaliningrad|RU', NOON)).toBe(true);
  });

  test('that opens in one night of the year is found to open', () => {
    // Clocks an hour apart are both between one and two only in the night when one has gone back.
    const plan = schedules([{ start: 60, end: 120 }], { days: [7] });
    const group = 'America/New_York+America/Chicago|US-TN';
    expect(plan.everOpens(group, NOON)).toBe(true);
    const { opensAt } = plan.at(group, NOON);
    expect(new Date(opensAt ?? 0).toISOString()).toBe('2027-11-07T06:00:00.000Z');
  });

  test('that is never closed is open for a year ahead', () => {
    const opening = schedules([hours(0, 24)], { days: ALL_DAYS }).at('Asia/Tokyo|JP', NOON);
    expect(opening.open).toBe(true);
    expect((opening.closesAt ?? 0) - NOON).toBe(366 * DAY);
  });

  test('a zone without rules is a bug, not a closed group', () => {
    expect(() => schedules([hours(9, 18)]).at('Mars/Olympus|XX', NOON)).toThrow(
      'no time-zone rules',
    );
  });
});

describe('the window that decides about the delay', () => {
  const windows = [hours(9, 12), hours(12, 18), hours(20, 21)];

  test('is the one that the clock is in, also where two windows touch', () => {
    const plan = schedules(windows);
    const morning = plan.at('Etc/UTC|', NOON - MINUTE);
    expect(morning.window).toBe(0);
    // One opening, but the answer changes at noon.
    expect(morning.closesAt).toBe(NOON + 6 * HOUR);
    expect(morning.validUntil).toBe(NOON);
    expect(plan.at('Etc/UTC|', NOON).window).toBe(1);
  });

  test('is the one last left while closed, and the first before any was open', () => {
    const plan = schedules(windows);
    expect(plan.at('Etc/UTC|', NOON + 7 * HOUR).window).toBe(1);
    expect(plan.at('Etc/UTC|', NOON + 10 * HOUR).window).toBe(2);
    expect(plan.windowAt('Etc/UTC|', NOON + 10 * HOUR)).toBe(2);
    expect(plan.windowAt('|', NOON)).toBe(0);
  });

  test('is the one with the longest delay when the candidate zones are in different ones', () => {
    const group = 'America/Chicago+America/New_York|US-TN';
    // In Chicago it is 11:30, in New York 12:30.
    const at = Date.UTC(2026, 11, 1, 17, 30);
    const delays = (...delaysMs: number[]): Schedules => schedules(windows, { delaysMs });
    expect(delays(3 * HOUR, HOUR, HOUR).at(group, at).window).toBe(0);
    expect(delays(HOUR, 3 * HOUR, HOUR).at(group, at).window).toBe(1);
    expect(delays(HOUR, HOUR, HOUR).at(group, at).window).toBe(0);
  });

  test('can be asked of the past without forgetting the present', () => {
    const plan = schedules(windows);
    const now = plan.at('Etc/UTC|', NOON + MINUTE);
    expect(plan.windowAt('Etc/UTC|', NOON - HOUR)).toBe(0);
    expect(plan.at('Etc/UTC|', NOON + MINUTE)).toBe(now);
  });
});

describe('random groups and schedules', () => {
  const pools = [
    ['Europe/Paris'],
    ['America/Boise', 'America/Los_Angeles'],
    ['Australia/Adelaide', 'Australia/Lord_Howe', 'Australia/Perth'],
    ['Africa/Cairo', 'America/St_Johns'],
    ['Pacific/Chatham', 'Pacific/Auckland'],
  ];
  const from = Date.UTC(2026, 9, 20);

  test('agree with the wall clocks, whether time goes forward, back or jumps', () => {
    const next = chance(7);
    for (let index = 0; index < 60; index += 1) {
      const zones = pools[index % pools.length] ?? [];
      const weekly = someWeekly(next);
      const zone = next() < 0.3 ? 'Europe/London' : null;
      const delaysMs = weekly.windows.map(() => Math.floor(next() * 5) * HOUR);
      const plan = new Schedules(rules, { ...FREE, weekly, delaysMs, zone }, law);
      const open = (at: number): boolean =>
        [...zones, ...(zone === null ? [] : [zone])].every((one) => wallSays(one, weekly, at));
      let now = from;
      for (let step = 0; step < 60; step += 1) {
        now += Math.floor((next() - 0.35) * 3 * DAY);
        const opening = plan.at(`${zones.join('+')}|`, now);
        expect(opening.open).toBe(open(now));
        const opens = opening.open ? now : opening.opensAt;
        expect(plan.nextOpening(`${zones.join('+')}|`, now)).toBe(opens);
        const until = opening.open ? opening.closesAt : opening.opensAt;
        if (until === null) continue;
        expect(until).toBeGreaterThan(now);
        expect(opening.validUntil).toBeGreaterThan(now);
        expect(opening.validUntil).toBeLessThanOrEqual(until);
        if (until - now < 300 * DAY) expect(open(until)).toBe(!opening.open);
        const between = now + Math.floor(next() * (until - now));
        expect(open(between)).toBe(opening.open);
        expect(open(until - 1)).toBe(opening.open);
        const later = plan.at(`${zones.join('+')}|`, opening.validUntil - 1);
        expect(later.window).toBe(opening.window);
      }
    }
  });
});
