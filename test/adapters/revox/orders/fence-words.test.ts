import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retryConfig } from '../../../../src/adapters/revox/orders/fence-words.ts';
import { fenceFor, type Fence } from '../../../../src/domain/schedule/fence.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(iso);

interface Told {
  readonly calling_windows: readonly {
    readonly calling_window_start_time: string;
    readonly calling_window_end_time: string;
  }[];
  readonly allowed_days: readonly string[];
}

/** What a provider may do that reads the fence as the API says: windows and days, in UTC. */
function allows(fence: Fence, instant: number): boolean {
  const told = retryConfig(fence) as unknown as Told;
  const date = new Date(instant);
  const day = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][
    date.getUTCDay()
  ];
  const minute = date.getUTCHours() * 60 + date.getUTCMinutes();
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return (
    told.allowed_days.some((allowed) => allowed === day) &&
    told.calling_windows.some(
      (window) =>
        minutes(window.calling_window_start_time) <= minute &&
        minute < minutes(window.calling_window_end_time),
    )
  );
}

describe('I12 the fence as the provider is told it', () => {
  test('is one window on one day in UTC, and one attempt', () => {
    const fence = { from: at('2026-12-01T09:12:00Z'), until: at('2026-12-01T16:59:00Z') };
    expect(retryConfig(fence)).toEqual({
      calling_windows: [
        {
          calling_window_start_time: '09:12',
          calling_window_end_time: '16:59',
          retry_delay_seconds: 30 * 24 * 3600,
        },
      ],
      allowed_days: ['tuesday'],
      max_retry_attempts: 1,
      timezone: 'Africa/Abidjan',
      call_twice_in_a_row: false,
    });
  });

  test('has no part in the evening of the next day, as it would have with both days in it', () => {
    const fence = { from: at('2026-12-04T20:00:00Z'), until: at('2026-12-04T23:59:00Z') };
    expect(retryConfig(fence)).toMatchObject({ allowed_days: ['friday'] });
    expect(allows(fence, at('2026-12-05T20:30:00Z'))).toBe(false);
    expect(allows(fence, at('2026-12-05T01:00:00Z'))).toBe(false);
  });

  test('allows within a week nothing but the interval of any order', () => {
    const start = at('2026-12-01T00:00:00Z');
    const moment = fc.integer({ min: 0, max: 14 * DAY }).map((ms) => start + ms);
    const length = fc.oneof(
      fc.integer({ min: 1, max: 5 * MINUTE }),
      fc.integer({ min: 1, max: 3 * DAY }),
    );
    fc.assert(
      fc.property(moment, length, (now, left) => {
        const closesAt = now + left;
        const decision = fenceFor(
          { open: true, closesAt, opensAt: null, window: 0, validUntil: closesAt, rules: [] },
          now,
        );
        if (decision.kind !== 'open') return;
        const { fence } = decision;
        const day = Math.floor(now / DAY) * DAY;
        const outside: number[] = [];
        for (let minute = day - DAY; minute < day + 6 * DAY; minute += MINUTE) {
          for (const instant of [minute, minute + MINUTE - 1]) {
            if (!allows(fence, instant)) continue;
            if (instant < fence.from || instant >= fence.until) outside.push(instant);
          }
        }
        expect(outside).toEqual([]);
        expect(allows(fence, now)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
