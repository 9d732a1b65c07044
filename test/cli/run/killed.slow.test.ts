import { expect, it } from 'vitest';
import {
  aPreparedDesk,
  expectAllDone,
  finish,
  killAt,
  RESUME,
  RUN,
} from '../desk/interrupted-run.ts';
import { jsonLines } from '../desk/running.ts';

/** Of every few events of an undisturbed run, one is the instant of a kill -9. */
const EVERY = 9;
const PATIENT = 600_000;

it(
  'I8 a run may be killed at any instant, and nobody is ordered twice',
  async () => {
    const undisturbed = aPreparedDesk();
    const events = jsonLines((await undisturbed.run(RUN)).out).map((event) => event.event);
    const states = await expectAllDone(undisturbed);
    const instants = events.flatMap((event, at) => {
      const nth = events.slice(0, at + 1).filter((other) => other === event).length;
      return at % EVERY === 1 && event !== 'summary' ? [[event, nth] as const] : [];
    });
    expect(instants.length).toBeGreaterThan(20);
    for (const [i, instant] of instants.entries()) {
      const desk = aPreparedDesk();
      await killAt(desk, RUN, instant);
      await finish(desk, i % 2 === 0 ? RUN : RESUME);
      expect(await expectAllDone(desk), instant.join(' ')).toEqual(states);
    }
  },
  PATIENT,
);
