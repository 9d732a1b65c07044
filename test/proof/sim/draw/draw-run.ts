import type { NewContact } from '../../../../src/domain/contact/contact.ts';
import type { Fault } from '../../../../src/sandbox/faults/faults.ts';
import type { SearchKind } from '../../../../src/sandbox/search/kinds.ts';
import { aContact, DAY } from '../../../app/world/setup.ts';
import type { Dice } from './dice.ts';
import type { Strike } from '../world/life.ts';
import type { FileVersion, ListsVersion, Lateness } from '../outside/versions.ts';

/** One session of a run, what befalls it, and what comes after it. */
export interface Chapter {
  readonly strikes: readonly Strike[];
  /** Until the next session begins. */
  readonly gapMs: number;
  /** When a frozen one wakes: before the next begins, during it, or long after. */
  readonly wakeMs: number;
}

/** One run: its campaign, its people, and what befalls its sessions. */
export interface RunPlan {
  readonly id: string;
  readonly definition: Readonly<Record<string, unknown>>;
  /** Everybody who is in any version of its contact file. */
  readonly contacts: readonly NewContact[];
  readonly chapters: readonly Chapter[];
  /** Undefined: the file is never changed, and nobody in it refuses. */
  readonly files?: readonly FileVersion[];
  readonly lists?: readonly ListsVersion[];
}

/** Everything that a seed decides. */
export interface Plan {
  readonly seed: number;
  readonly startAt: number;
  /** Of one ledger, on one computer, side by side. */
  readonly runs: readonly RunPlan[];
  readonly faults: readonly Fault[];
  readonly refusals: number;
  readonly slowestMs: number;
  readonly search: SearchKind;
  readonly settleMs: number | null;
  /** Hints come once, at once and always, as in a rehearsal; or as webhooks do. */
  readonly hintsComplete: boolean;
  /** Null: an order that is over says at once what became of it. */
  readonly late: Lateness | null;
  /** An older copy of the ledger is put in its place, made so long after the beginning of a chapter. */
  readonly restored?: {
    readonly copyAt: number;
    readonly copyAfterMs: number;
    readonly backAt: number;
    /** `campaign backup` has made it, perhaps while a session was at work. */
    readonly saysSo: boolean;
  };
}

const PLACES = [
  ['America/New_York'],
  ['America/Los_Angeles'],
  ['America/Boise', 'America/Los_Angeles'],
  ['Europe/London'],
  ['Asia/Kolkata'],
  ['Australia/Sydney'],
  ['America/Vancouver'],
] as const;

const HOURS = [
  [['10:00', '18:00']],
  [
    ['09:00', '12:00'],
    ['14:00', '20:00'],
  ],
  [['00:00', '24:00']],
  [['20:00', '02:30']],
  [['01:00', '04:00']],
  [['16:00', '16:07']],
] as const;

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export function drawDefinition(dice: Dice): Record<string, unknown> {
  const days = dice.happens(0.5) ? WEEK : dice.some(WEEK, 0.6);
  const retry = dice.spread(1, 7200);
  const windows = dice.pick<readonly (readonly [string, string])[]>(HOURS).map(([start, end]) => ({
    calling_window_start_time: start,
    calling_window_end_time: end,
    retry_delay_seconds: retry,
  }));
  const keyed = dice.happens(0.2);
  const max = dice.whole(1, 8);
  const perKey = keyed ? { key_column: 'team', max_per_key: dice.whole(1, 2) } : {};
  return {
    name: 'A simulation',
    assistant: { prompt: 'Say hello.', max_call_duration_secs: dice.pick([120, 300, 600]) },
    concurrency: { max, ...perKey },
    call_retry_config: {
      calling_windows: windows,
      allowed_days: days.length === 0 ? ['tuesday'] : days,
      max_retry_attempts: dice.whole(1, 4),
      call_twice_in_a_row: dice.happens(0.2),
    },
    ...(dice.happens(0.15) ? { pace: { starts: dice.whole(1, 5), per: 'minute' } } : {}),
    ...(dice.happens(0.3) ? { outcomes: { answered_unknown: 'again' } } : {}),
  };
}

export function drawContacts(dice: Dice): NewContact[] {
  const places = dice.some(PLACES, 0.3);
  const chosen = places.length === 0 ? [PLACES[0]] : places;
  const teams = ['red', 'blue', null] as const;
  return Array.from({ length: dice.spread(1, 25) }, (_, i) => {
    const zones = [...(chosen[i % chosen.length] ?? PLACES[0])];
    return aContact(i, {
      zones,
      group: `${zones.join('+')}|`,
      concurrencyKey: dice.pick<string | null>(teams),
      priority: dice.whole(0, 1),
    });
  });
}

/** Awaits that are few and matter most; a strike that counts all of them seldom meets them. */
const AIMS = [
  'api.place after',
  'api.place connected',
  'api.cancel',
  'api.search',
  'ledger.claim',
  'ledger.mayStart',
  'ledger.accepted',
  'ledger.settle',
  'ledger.uncertain',
  'ledger.resolve',
] as const;

type When = { at: number; where?: string };

const when = (dice: Dice): When =>
  dice.happens(0.4)
    ? { at: dice.spread(1, 40), where: dice.pick(AIMS) }
    : { at: dice.spread(1, 1_500) };

export function drawChapters(dice: Dice): Chapter[] {
  const jumps = dice.happens(0.2);
  return Array.from({ length: dice.whole(0, 6) }, () => {
    const strikes: Strike[] = [];
    const ends = ['kill', 'kill', 'power cut', 'freeze', 'throw', 'stop'] as const;
    strikes.push({ ...when(dice), kind: dice.pick(ends) });
    if (dice.happens(0.2)) strikes.push({ ...when(dice), kind: 'throw' });
    if (dice.happens(0.25)) {
      // Between the claim and the first byte, where nothing but the wall says that time has passed.
      const out = dice.happens(0.6) ? { at: dice.spread(1, 12), where: 'api.place connected' } : {};
      strikes.push({ ...when(dice), ...out, kind: 'suspend', ms: dice.spread(60_000, 2 * DAY) });
    }
    if (jumps && dice.happens(0.7)) {
      const ms = dice.spread(1_000, 3 * DAY) * (dice.happens(0.5) ? 1 : -1);
      strikes.push({ ...when(dice), kind: 'jump', ms });
    }
    for (let i = dice.whole(-1, 3); i > 0; i--) {
      const between = dice.happens(0.5)
        ? { at: dice.spread(1, 10), where: 'ledger.claim after' }
        : {};
      strikes.push({ ...when(dice), ...between, kind: 'act' });
    }
    return { strikes, gapMs: dice.spread(1, 2 * DAY), wakeMs: dice.spread(1, 3 * DAY) };
  });
}
