import { Chance } from '../../../../src/sandbox/model/chance.ts';
import type { DialError, Result, Script } from '../../../../src/sandbox/model/order.ts';
import type { People } from '../../../../src/sandbox/people/people.ts';

/** Everything that a call can come to, the rare ends too; a talk may be long. */
const ENDS: readonly [
  readonly [Result | DialError, number],
  ...(readonly [Result | DialError, number])[],
] = [
  ['human', 30],
  ['voicemail', 20],
  ['no_answer', 15],
  ['busy', 8],
  ['temporarily_unavailable', 4],
  ['non_classified_error', 3],
  ['unknown', 5],
  ['IVR', 5],
  ['ios-screening-filter', 5],
  ['too_many_calls', 2],
  ['number_non_attributed', 2],
  ['no_international_permission', 0.7],
  ['precondition_failed', 0.3],
];

const ANSWERED = new Set<string>(['human', 'voicemail', 'unknown', 'IVR', 'ios-screening-filter']);

export const somePeople = (seed: number): People => ({
  meet: ({ number, nth, attempt }): Script => {
    const chance = new Chance(seed, number, nth, attempt);
    const end = chance.weighted('end', ENDS);
    const ringMs = chance.whole('ring', 0, 25_000);
    if (!ANSWERED.has(end)) return { kind: 'failed', dialError: end as DialError, ringMs };
    return {
      kind: 'answered',
      result: end as Result,
      ringMs,
      talkMs: Math.round(Math.min(1_200_000, chance.logNormal('talk', 40_000, 1.2))),
      endedBy: 'agent',
      endReason: null,
    };
  },
});
