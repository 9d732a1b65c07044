import { expect, it } from 'vitest';
import { aPreparedDesk, finish, killAt, RUN, type Instant } from '../desk/interrupted-run.ts';

/** What kill -9 leaves behind is explained, order by order, and nothing of it is taken for a bug of ours. */
it.each<Instant>([
  ['run_started', 1],
  ['order_placed', 7],
  ['order_ringing', 12],
  ['order_settled', 20],
])(
  'doctor explains a run that was killed after %s no. %i, and finds it whole at its end',
  async (...at) => {
    const desk = aPreparedDesk();
    await killAt(desk, RUN, at);
    const killed = await desk.run(['doctor']);
    expect([0, 3]).toContain(killed.code);
    expect(killed.out).not.toMatch(/bug in campaign/);
    expect(killed.out).toMatch(/quick_check finds no damage/);
    await finish(desk, RUN);
    const whole = await desk.run(['doctor']);
    expect([whole.code, whole.err]).toEqual([0, 'All is well.\n']);
  },
  120_000,
);
