import { createHash } from 'node:crypto';
import type { Dice } from '../../sim/draw/dice.ts';
import type { Dial } from '../log.ts';
import { oddShapesOf, timesOf, type Shape, type TimeKind } from './odd.ts';
import type { Troubles } from './script.ts';

/** How the end of an order is told before all of it is known. */
export const LATE = ['no attempts', 'no result', 'as voicemail', 'one less'] as const;

/** An order as it really is, and in which way the provider tells of it. */
export interface Order {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly acceptedAt: number;
  readonly dials: readonly Dial[];
  readonly endsAt: number;
  readonly status: 'completed' | 'errored';
  cancelledAt: number | null;
  /** Until so long after its end, it is told in this way. */
  readonly lateMs: number;
  readonly lateHow: (typeof LATE)[number];
  readonly shows: 'all' | 'last alone' | 'count alone';
  readonly shapes: readonly Shape[];
  readonly times: TimeKind | null;
  /** From when to when each look at it fails, and how. */
  readonly spell: { readonly from: number; readonly to: number; readonly how: string } | null;
}

const FATES = [
  ['human', 36],
  ['voicemail', 25],
  ['no_answer', 14],
  ['busy', 7],
  ['temporarily_unavailable', 4],
  ['non_classified_error', 2],
  ['IVR', 3],
  ['ios-screening-filter', 3],
  ['unknown', 2],
  ['number_non_attributed', 2],
  ['nothing', 2],
] as const;
type FateName = (typeof FATES)[number][0];

const ANSWERED: ReadonlySet<string> = new Set([
  'human',
  'voicemail',
  'IVR',
  'ios-screening-filter',
  'unknown',
]);

function fateOf(dice: Dice): FateName {
  let left = dice.unit() * FATES.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of FATES) {
    left -= weight;
    if (left < 0) return name;
  }
  return 'human';
}

function dialOf(dice: Dice, from: number): { readonly fate: FateName; readonly dial: Dial } {
  const fate = fateOf(dice);
  const startedAt = from + dice.whole(30, 400);
  const rungUntil = startedAt + dice.whole(80, 500);
  const answered = ANSWERED.has(fate);
  const endedAt = answered ? rungUntil + dice.whole(100, 1_500) : rungUntil;
  const talked = fate === 'human' || (fate === 'voicemail' && dice.happens(0.05));
  const dial = {
    id: idFrom(`${dice.unit()}`),
    startedAt,
    answeredAt: answered ? rungUntil : null,
    endedAt,
    result: answered ? fate : null,
    dialError: answered ? null : fate,
    output: talked
      ? {
          confirmed: dice.happens(0.5),
          asked_not_to_be_called: dice.happens(fate === 'human' ? 0.1 : 1),
        }
      : null,
  };
  return { fate, dial };
}

export function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const wantedIn = (body: Readonly<Record<string, unknown>>): number => {
  const assistant = body['assistant'] as
    { readonly call_retry_config?: { readonly max_retry_attempts?: unknown } } | undefined;
  const wanted = assistant?.call_retry_config?.max_retry_attempts;
  return typeof wanted === 'number' ? wanted : 3;
};

/** One attempt after the other until a human answers, or as many were made as were asked for. */
function dialsOf(dice: Dice, from: number, attempts: number): Dial[] {
  const dials: Dial[] = [];
  let next = from;
  while (dials.length < attempts) {
    const { fate, dial } = dialOf(dice, next);
    if (fate === 'nothing') break;
    dials.push(dial);
    if (fate === 'human' || fate === 'number_non_attributed') break;
    next = dial.endedAt;
  }
  return dials;
}

interface Wanted {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly number: string;
  readonly at: number;
}

/** Everything about an order is drawn when it is accepted. */
export function orderOf(dice: Dice, wanted: Wanted, troubles: Troubles): Order {
  const { id, body, key, number, at } = wanted;
  const extra = dice.happens(troubles.extra) ? 1 : 0;
  const dials = dialsOf(dice, at, Math.min(wantedIn(body), 3) + extra);
  const last = dials.at(-1);
  const endsAt = (last?.endedAt ?? at + dice.whole(50, 300)) + dice.whole(0, 60);
  const failed = last === undefined || last.dialError === 'number_non_attributed';
  const late = dice.happens(troubles.late);
  const spellAt = endsAt - dice.whole(-1_500, 500);
  return {
    id,
    key,
    number,
    metadata: (body['metadata'] ?? {}) as Record<string, unknown>,
    acceptedAt: at,
    dials,
    endsAt,
    status: failed && dice.happens(0.7) ? 'errored' : 'completed',
    cancelledAt: null,
    lateMs: late ? dice.spread(200, dice.happens(0.1) ? 15_000 : 5_000) : 0,
    lateHow: dice.pick(LATE),
    shows: dice.happens(troubles.hidden) ? dice.pick(['last alone', 'count alone']) : 'all',
    shapes: oddShapesOf(dice, troubles.shapes),
    times: timesOf(dice, troubles.times),
    spell: dice.happens(troubles.spells)
      ? {
          from: spellAt,
          to: spellAt + dice.spread(500, 6_000),
          how: dice.pick(['404', '500', 'garbage', 'cut', '502 html']),
        }
      : null,
  };
}

/** When nothing of it can ring or talk any more. */
export const overAt = ({ endsAt, cancelledAt }: Order): number =>
  Math.min(endsAt, cancelledAt ?? Infinity);
