import { Chance } from '../model/chance.ts';
import type { DialError, Result, Script } from '../model/order.ts';
import { DEFAULT_PROFILE, type HourProfile, type PeopleProfile } from './people-profile.ts';

/** One phone about to ring. */
export interface Encounter {
  readonly number: string;
  /** The nth order to that number, and the attempt within it; both from 1. */
  readonly nth: number;
  readonly attempt: number;
  /** Hour of the day, with its fraction, on the recipient's wall. */
  readonly localHour: number;
  readonly voicemailMessage: boolean;
  readonly ivrNavigation: boolean;
  readonly transfer: boolean;
}

export interface People {
  meet(encounter: Encounter): Script;
}

type Kind = Exclude<keyof HourProfile, 'from'>;

/** What a phone is, as long as it exists: the same in every attempt. */
interface Phone {
  readonly kind: 'person' | 'nobody' | 'menu' | 'screened';
  /** How much more often than others this person answers. */
  readonly eagerness: number;
  readonly hasVoicemail: boolean;
}

/** The invented people of a rehearsal: who they are and what they do follows from the seed alone. */
export class InventedPeople implements People {
  readonly #seed: number;
  readonly #profile: PeopleProfile;

  constructor(seed: number, profile: PeopleProfile = DEFAULT_PROFILE) {
    this.#seed = seed;
    this.#profile = profile;
  }

  meet(encounter: Encounter): Script {
    const { number, nth, attempt } = encounter;
    const phone = this.#phone(number);
    const chance = new Chance(this.#seed, number, nth, attempt);
    if (phone.kind === 'nobody') return failed('number_non_attributed', 0);
    if (phone.kind === 'menu') return menu(chance, encounter.ivrNavigation);
    // The screening assistant passes some callers on, so that such a phone is not lost for good.
    if (phone.kind === 'screened' && chance.happens('screened', 0.75)) {
      return answered('ios-screening-filter', {
        ringMs: chance.whole('ring', 5_000, 9_000),
        talkMs: chance.whole('talk', 8_000, 20_000),
      });
    }
    return respond(chance, this.#kind(phone, encounter, chance), encounter);
  }

  #phone(number: string): Phone {
    const chance = new Chance(this.#seed, number);
    const { phones, have_voicemail: percent } = this.#profile;
    return {
      kind: chance.weighted('phone', [
        ['person', phones.person],
        ['nobody', phones.nobody],
        ['menu', phones.menu],
        ['screened', phones.screened],
      ]),
      eagerness: 0.5 + chance.unit('eagerness'),
      hasVoicemail: chance.happens('voicemail', percent / 100),
    };
  }

  #kind(phone: Phone, { localHour }: Encounter, chance: Chance): Kind {
    const today = this.#profile.hours.findLast((row) => row.from <= localHour);
    if (today === undefined)
      throw new Error(`the people's profile has no row for hour ${localHour}`);
    const human = today.human * phone.eagerness;
    const missed = today.voicemail + today.no_answer;
    // A person without a mailbox lets it ring.
    const voicemail = phone.hasVoicemail ? today.voicemail : 0;
    return chance.weighted<Kind>('kind', [
      ['human', human],
      ['voicemail', voicemail],
      ['no_answer', missed - voicemail],
      ['busy', today.busy],
      ['temporarily_unavailable', today.temporarily_unavailable],
      ['unknown', today.unknown],
    ]);
  }
}

function respond(chance: Chance, kind: Kind, encounter: Encounter): Script {
  switch (kind) {
    case 'human':
      return human(chance, encounter.transfer);
    case 'voicemail':
      return answered('voicemail', {
        ringMs: chance.whole('ring', 15_000, 25_000),
        talkMs: encounter.voicemailMessage
          ? chance.whole('talk', 8_000, 25_000)
          : chance.whole('talk', 2_000, 5_000),
        endReason: 'voicemail',
      });
    case 'no_answer':
      return failed('no_answer', chance.whole('ring', 20_000, 25_000));
    case 'busy':
      return failed('busy', chance.whole('ring', 1_000, 3_000));
    case 'temporarily_unavailable':
      return failed('temporarily_unavailable', 0);
    case 'unknown':
      return answered('unknown', {
        ringMs: chance.whole('ring', 5_000, 20_000),
        talkMs: chance.whole('talk', 4_000, 12_000),
      });
  }
}

/** How many of those who answer ask not to be called again. */
const OPTS_OUT = 0.01;

function human(chance: Chance, transfer: boolean): Script {
  const ringMs = chance.whole('ring', 5_000, 20_000);
  const talkMs = Math.round(
    Math.min(240_000, Math.max(20_000, chance.logNormal('talk', 75_000, 0.7))),
  );
  if (chance.happens('opts out', OPTS_OUT)) {
    return answered('human', { ringMs, talkMs, endedBy: 'user', endReason: null, optsOut: true });
  }
  if (transfer && chance.happens('transfer', 0.1)) {
    return answered('human', { ringMs, talkMs, endReason: 'transfer' });
  }
  if (chance.happens('hangs up', 0.35)) {
    return answered('human', { ringMs, talkMs, endedBy: 'user', endReason: null });
  }
  return answered('human', { ringMs, talkMs });
}

/** A phone menu: without navigation the agent gives up at once. */
const menu = (chance: Chance, navigation: boolean): Script =>
  answered('IVR', {
    ringMs: chance.whole('ring', 5_000, 8_000),
    talkMs: navigation ? chance.whole('talk', 30_000, 90_000) : chance.whole('talk', 6_000, 15_000),
    endReason: navigation ? 'tool_end_call' : 'ivr_no_navigate',
  });

const failed = (dialError: DialError, ringMs: number): Script => ({
  kind: 'failed',
  dialError,
  ringMs,
});

const answered = (
  result: Result,
  rest: {
    readonly ringMs: number;
    readonly talkMs: number;
    readonly endedBy?: 'agent' | 'user';
    readonly endReason?: string | null;
    readonly optsOut?: true;
  },
): Script => ({ kind: 'answered', result, endedBy: 'agent', endReason: 'tool_end_call', ...rest });
