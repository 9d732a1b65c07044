import fc from 'fast-check';
import moment from 'moment-timezone';
import { expect, it } from 'vitest';
import { anOrder, aSandbox, everybody, placed, seen, starts, voicemail } from '../setup.ts';

const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const ZONES = [
  'America/New_York',
  'America/Vancouver',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Auckland',
  'UTC',
];

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const someWindow = fc
  .tuple(fc.integer({ min: 0, max: 1435 }), fc.integer({ min: 1, max: 600 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, 1440) }));

const someOrder = fc.record({
  windows: fc.array(someWindow, { minLength: 1, maxLength: 3 }),
  days: fc.subarray([...DAYS], { minLength: 1 }),
  zone: fc.constantFrom(...ZONES),
  delay: fc.integer({ min: 60, max: 200_000 }),
  at: fc.integer({
    min: Date.parse('2026-01-01T00:00:00Z'),
    max: Date.parse('2026-12-01T00:00:00Z'),
  }),
});

/** What the wall says, by another library and its own data. */
function isAllowed(
  at: number,
  order: { windows: { start: number; end: number }[]; days: string[]; zone: string },
) {
  const wall = moment.tz(at, order.zone);
  const minute = wall.hours() * 60 + wall.minutes();
  const day = DAYS[wall.isoWeekday() - 1] ?? '';
  return order.days.includes(day) && order.windows.some((w) => w.start <= minute && minute < w.end);
}

it('nothing ever rings outside the windows and days, on the wall clock of the zone', async () => {
  const property = fc.asyncProperty(someOrder, async (order) => {
    const { clock: hand, sandbox } = aSandbox({ at: order.at, people: everybody(voicemail) });
    const call_retry_config = {
      calling_windows: order.windows.map((w) => ({
        calling_window_start_time: clock(w.start),
        calling_window_end_time: clock(w.end),
        retry_delay_seconds: order.delay,
      })),
      max_retry_attempts: 4,
      timezone: order.zone,
      allowed_days: order.days,
    };
    const { id } = placed(sandbox, anOrder({ assistant: { prompt: '', call_retry_config } }));
    await hand.toEnd();
    const rings = starts(seen(sandbox, id)).map((iso) => Date.parse(iso));
    expect(rings).toHaveLength(4);
    for (const ring of rings)
      expect(isAllowed(ring, order), new Date(ring).toISOString()).toBe(true);
    // Nor is it late: between the placing and the first ring the window was shut, but for the first seconds.
    for (let at = order.at + 6_000; at < (rings[0] ?? 0); at += 60_000) {
      expect(isAllowed(at, order)).toBe(false);
    }
  });
  await fc.assert(property, { numRuns: 60 });
});
