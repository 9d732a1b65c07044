import { expect, it } from 'vitest';
import {
  anOrder,
  aSandbox,
  everybody,
  human,
  MONDAY,
  placed,
  retryConfig,
  seen,
  starts,
  voicemail,
  window,
} from '../setup.ts';

const within = (iso: string | undefined, from: string, until: string): boolean =>
  iso !== undefined && Date.parse(iso) >= Date.parse(from) && Date.parse(iso) < Date.parse(until);

it('windows are 10 to 18, Monday to Friday, on the recipient’s clock when none are given', async () => {
  const saturday = Date.parse('2026-11-21T15:00:00Z');
  const { clock, sandbox } = aSandbox({ at: saturday, people: everybody(human()) });
  const { id } = placed(sandbox, { phone_number: '+12025550123', assistant: { prompt: '' } });
  await clock.to(Date.parse('2026-11-23T14:59:00Z'));
  expect(seen(sandbox, id).status).toBe('queued_for_calling');
  await clock.toEnd();
  expect(starts(seen(sandbox, id))).toEqual(['2026-11-23T15:00:00.000Z']);
});

it('windows are half-open: nothing rings at the closing minute', async () => {
  const closing = Date.parse('2026-11-23T12:00:00Z');
  const config = retryConfig({ calling_windows: [window('09:00', '12:00')], timezone: 'UTC' });
  const order = anOrder({ assistant: { prompt: '', call_retry_config: config } });
  for (const early of [1, 500, 2_000, 4_000]) {
    const { clock, sandbox } = aSandbox({ at: closing - early, people: everybody(human()) });
    const { id } = placed(sandbox, order);
    await clock.toEnd();
    const [ring = ''] = starts(seen(sandbox, id));
    const today = within(ring, '2026-11-23T09:00:00Z', '2026-11-23T12:00:00Z');
    expect(today || ring === '2026-11-24T09:00:00.000Z').toBe(true);
  }
});

it('windows follow the wall clock when the clocks go forward and back', async () => {
  const config = retryConfig({
    calling_windows: [window('9am', '5pm')],
    timezone: 'America/New_York',
  });
  const order = anOrder({ assistant: { prompt: '', call_retry_config: config } });
  const expected = [
    ['2026-03-08T05:30:00Z', '2026-03-08T13:00:00.000Z'],
    ['2026-10-31T23:00:00Z', '2026-11-01T14:00:00.000Z'],
  ] as const;
  for (const [now, ring] of expected) {
    const { clock, sandbox } = aSandbox({ at: Date.parse(now), people: everybody(human()) });
    const { id } = placed(sandbox, order);
    await clock.toEnd();
    expect(starts(seen(sandbox, id))).toEqual([ring]);
  }
});

it('windows give the delay of the one in which the last attempt began', async () => {
  const at = Date.parse('2026-11-23T09:00:00Z');
  const calling_windows = [window('08:00', '12:00', 3600), window('13:00', '23:00', 10_800)];
  const config = retryConfig({ calling_windows, timezone: 'UTC', max_retry_attempts: 5 });
  const { clock, sandbox } = aSandbox({ at, people: everybody(voicemail) });
  const { id } = placed(sandbox, anOrder({ assistant: { prompt: '', call_retry_config: config } }));
  await clock.toEnd();
  const hours = starts(seen(sandbox, id)).map((start) => Number(start.slice(11, 13)));
  expect(hours).toEqual([9, 10, 11, 13, 16]);
});

it('windows are left out for the first attempt by force_now and by skip_calling_window', async () => {
  const config = retryConfig({
    calling_windows: [window('20:00', '21:00', 60)],
    timezone: 'UTC',
  });
  for (const force of ['force_now', 'skip_calling_window']) {
    const { clock, sandbox } = aSandbox({ people: everybody(voicemail) });
    const order = anOrder({
      assistant: { prompt: '', call_retry_config: config },
      [force]: true,
    });
    const { id } = placed(sandbox, order);
    await clock.toEnd();
    const [first = '', second = ''] = starts(seen(sandbox, id));
    expect(Date.parse(first) - MONDAY).toBeLessThan(5_000);
    expect(second).toBe('2026-11-23T20:00:00.000Z');
  }
});

it('windows hold as well for an order that was scheduled', async () => {
  const config = retryConfig({ calling_windows: [window('20:00', '21:00')], timezone: 'UTC' });
  const scheduled_at = '2026-11-24T20:30:00+01:00';
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  const order = anOrder({ assistant: { prompt: '', call_retry_config: config }, scheduled_at });
  const { id, status } = placed(sandbox, order);
  expect(status).toBe('scheduled');
  await clock.toEnd();
  expect(starts(seen(sandbox, id))).toEqual(['2026-11-24T20:00:00.000Z']);
});
