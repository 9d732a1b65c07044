import { faultSchema } from '../../../../src/sandbox/faults/faults.ts';
import { aContact, MINUTE, START } from '../../../app/world/setup.ts';
import type { Strike } from '../world/life.ts';
import type { Chapter } from '../draw/draw-run.ts';
import { planOf, RUN, type Plan } from '../draw/plan.ts';
import { play, type Played } from '../play.ts';

/** What a look-up may prove at the provider. */
export const PROFILES = {
  'this API': { settleMs: null, search: 'none' },
  'an ideal API': { settleMs: 10_000, search: 'number' },
} as const;

export const ENDS = ['kill', 'power cut', 'throw', 'freeze'] as const;

export type Profile = keyof typeof PROFILES;
export type End = (typeof ENDS)[number];

const PEOPLE = 4;

const DEFINITION = {
  name: 'A simulation',
  assistant: { prompt: 'Say hello.', max_call_duration_secs: 120 },
  concurrency: { max: 2 },
  call_retry_config: {
    calling_windows: [
      {
        calling_window_start_time: '10:00',
        calling_window_end_time: '18:00',
        retry_delay_seconds: 60,
      },
    ],
    max_retry_attempts: 2,
  },
};

/** Four people, two lines, two attempts; the order of one of them does not ring in time and is cancelled. */
export function smallPlan(profile: Profile, strike: Strike | null): Plan {
  const contacts = Array.from({ length: PEOPLE }, (_, i) => aContact(i));
  const held = { kind: 'held', phone_number: contacts[1]?.e164, seconds: 3_600, times: 1 };
  return {
    ...planOf(3),
    ...PROFILES[profile],
    startAt: START,
    runs: [{ id: RUN, definition: DEFINITION, contacts, chapters: chaptersOf(strike) }],
    faults: [faultSchema.parse(held)],
    refusals: 0,
    slowestMs: 40,
    hintsComplete: true,
    late: null,
  };
}
const CALM = { strikes: [], gapMs: MINUTE, wakeMs: 0 };

/** The one that is frozen wakes while its successor is at work. */
const chaptersOf = (strike: Strike | null): Chapter[] =>
  strike === null ? [] : [{ strikes: [strike], gapMs: 1_000, wakeMs: 20_000 }, CALM];

/** How many awaits of a port the run has when nothing befalls it. */
export async function pointsOf(profile: Profile): Promise<number> {
  const calm = await play(smallPlan(profile, null));
  // The finished run is started once more, to see that it calls nobody: those awaits are not counted.
  return calm.firstPoints;
}

/** Strikes at the nth await. */
export const strikeAt = (profile: Profile, at: number, kind: End): Promise<Played> =>
  play(smallPlan(profile, { at, kind }));
