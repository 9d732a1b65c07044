import type { DialError, Result, Script } from '../model/order.ts';
import type { Encounter, People } from './people.ts';

const RING_MS = 8_000;
const LET_IT_RING_MS = 25_000;

const fails = (dialError: DialError, ringMs = 0): Script => ({ kind: 'failed', dialError, ringMs });

const answers = (
  result: Result,
  talkMs: number,
  end: { endedBy: 'agent' | 'user'; endReason: string | null } = byAgent('tool_end_call'),
): Script => ({ kind: 'answered', result, ringMs: RING_MS, talkMs, ...end });

function byAgent(endReason: string): { endedBy: 'agent'; endReason: string } {
  return { endedBy: 'agent', endReason };
}

const HUMAN = answers('human', 60_000);
const OPTS_OUT: Script = {
  kind: 'answered',
  result: 'human',
  ringMs: RING_MS,
  talkMs: 20_000,
  endedBy: 'user',
  endReason: null,
  optsOut: true,
};
const VOICEMAIL = answers('voicemail', 12_000, byAgent('voicemail'));
const NO_ANSWER = fails('no_answer', LET_IT_RING_MS);

/**
 * What a number does by its last two digits: attempt after attempt, the last entry for all that follow.
 * For anyone who tries out an integration and wants to choose what happens.
 */
export const SCRIPTS: Readonly<Record<string, readonly [Script, ...Script[]]>> = {
  '00': [HUMAN],
  '01': [answers('human', 60_000, { endedBy: 'user', endReason: null })],
  '02': [answers('human', 60_000, byAgent('transfer'))],
  '03': [answers('human', 24 * 3_600_000)],
  '04': [OPTS_OUT],
  '10': [VOICEMAIL],
  '11': [VOICEMAIL, HUMAN],
  '12': [NO_ANSWER, VOICEMAIL, HUMAN],
  '20': [NO_ANSWER],
  '21': [fails('busy', 2_000)],
  '22': [fails('temporarily_unavailable')],
  '23': [fails('too_many_calls')],
  '24': [fails('non_classified_error')],
  '30': [fails('number_non_attributed')],
  '31': [fails('no_international_permission')],
  '32': [fails('precondition_failed')],
  '40': [answers('IVR', 10_000, byAgent('ivr_no_navigate'))],
  '41': [answers('ios-screening-filter', 15_000)],
  '42': [answers('unknown', 6_000)],
};

/** People who follow the script of their number; those without one are left to `others`. */
export class ScriptedPeople implements People {
  readonly #others: People;

  constructor(others: People) {
    this.#others = others;
  }

  meet(encounter: Encounter): Script {
    const script = SCRIPTS[encounter.number.slice(-2)];
    if (script === undefined) return this.#others.meet(encounter);
    // Anyone who orders anew for each attempt goes on in the script, too.
    const turn = Math.min(encounter.nth + encounter.attempt - 1, script.length) - 1;
    return script[turn] ?? script[0];
  }
}
