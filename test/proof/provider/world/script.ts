import { numbers } from '../../../cli/desk/people.ts';
import { Dice } from '../../sim/draw/dice.ts';

export const SEARCHES = ['number', 'metadata', 'ignored', 'empty', 'none'] as const;
export type Search = (typeof SEARCHES)[number];

/** Chances, each of its own kind of trouble. Most seeds have some of them, few have all. */
export interface Troubles {
  /** A send without a clear answer. */
  readonly unclear: number;
  /** A send that is answered with a redirect, or as if by a firewall. */
  readonly stops: number;
  /** A send that is rejected for certain. */
  readonly rejected: number;
  /** A look that fails. */
  readonly looks: number;
  /** An order that cannot be looked at for a while. */
  readonly spells: number;
  /** An order whose end is told before its result. */
  readonly late: number;
  /** An order that shows its attempts in another place, or not at all. */
  readonly hidden: number;
  /** An answer with fields of odd shapes. */
  readonly shapes: number;
  /** An order with spoiled times. */
  readonly times: number;
  /** A look that is answered with another order. */
  readonly foreign: number;
  /** An answer that is compressed. */
  readonly compressed: number;
  /** An order that is dialled once more than was asked for. */
  readonly extra: number;
}

/** How a session ends, unless it ends by itself before: by a signal so many ms after its beginning or its first request. */
export interface Fate {
  readonly from: 'beginning' | 'first request';
  readonly signal: 'SIGINT' | 'SIGKILL';
  readonly afterMs: number;
}

/** A row of the contact file. */
export interface Row {
  readonly id: string;
  readonly cell: string;
  /** Null: not a number. */
  readonly number: string | null;
  readonly refuses: boolean;
}

export interface Script {
  readonly seed: number;
  readonly rows: readonly Row[];
  readonly lines: number;
  readonly tries: number;
  readonly delayMs: number;
  readonly perDay: number | null;
  readonly search: Search;
  /** An order is found by a search only so long after it was stored. */
  readonly searchLagMs: number;
  /** What the Date header says beside the truth; null: there is none. */
  readonly dateOffMs: number | null;
  readonly numericIds: boolean;
  readonly troubles: Troubles;
  readonly fates: readonly Fate[];
}

const spelled = (dice: Dice, number: string): string =>
  dice.happens(0.7) ? number : `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;

function rowsOf(dice: Dice, count: number): Row[] {
  const rows: Row[] = numbers(count).map((number, i) => ({
    id: `R${i + 1}`,
    cell: spelled(dice, number),
    number,
    refuses: i > 0 && dice.happens(0.03),
  }));
  const first = rows[0]?.number ?? null;
  if (first !== null && dice.happens(0.5))
    rows.push({ id: 'R-again', cell: spelled(dice, first), number: first, refuses: false });
  if (dice.happens(0.3)) rows.push({ id: 'R-bad', cell: '555-01', number: null, refuses: false });
  return rows;
}

function troublesOf(dice: Dice): Troubles {
  const often = (chance: number, share: number): number => (dice.happens(chance) ? share : 0);
  return {
    unclear: often(0.6, dice.pick([0.03, 0.08, 0.3])),
    stops: often(0.3, 0.03),
    rejected: often(0.4, 0.05),
    looks: often(0.6, dice.pick([0.03, 0.15])),
    spells: often(0.4, 0.1),
    late: often(0.7, dice.pick([0.2, 0.7])),
    hidden: often(0.4, 0.15),
    shapes: often(0.5, 0.3),
    times: often(0.5, dice.pick([0.2, 1])),
    foreign: often(0.4, 0.06),
    compressed: often(0.5, 0.4),
    extra: often(0.15, 0.05),
  };
}

/** By then most runs are over; the last session of a seed is asked to stop. */
const SESSION_MS = 8_000;
const LAST_SESSION_MS = 16_000;

function fateOf(dice: Dice): Fate {
  if (dice.happens(0.1))
    return { from: 'beginning', signal: 'SIGKILL', afterMs: dice.whole(100, 1_000) };
  const early = dice.happens(0.5);
  return {
    from: 'first request',
    signal: early && dice.happens(0.7) ? 'SIGKILL' : 'SIGINT',
    afterMs: early ? dice.whole(50, 5_000) : SESSION_MS,
  };
}

const SESSIONS_AT_MOST = 4;

const fatesOf = (dice: Dice): Fate[] => [
  ...Array.from({ length: dice.whole(1, SESSIONS_AT_MOST - 1) }, () => fateOf(dice)),
  { from: 'first request', signal: 'SIGINT', afterMs: LAST_SESSION_MS },
];

export function scriptOf(
  seed: number,
  size: { readonly contacts?: number; readonly sessions?: number } = {},
): Script {
  const dice = new Dice(`provider ${seed}`);
  const count = size.contacts ?? dice.whole(15, 35);
  return {
    seed,
    rows: rowsOf(dice, count),
    lines: dice.whole(3, 8),
    tries: dice.whole(1, 4),
    delayMs: dice.whole(1, 3) * 1_000,
    perDay: dice.happens(0.4) ? dice.whole(1, 3) : null,
    search: dice.pick(SEARCHES),
    searchLagMs: dice.happens(0.3) ? dice.whole(500, 3_000) : 0,
    dateOffMs: dice.happens(0.2) ? null : dice.happens(0.3) ? dice.whole(-20_000, 20_000) : 0,
    numericIds: dice.happens(0.15),
    troubles: troublesOf(dice),
    fates: fatesOf(dice).slice(-(size.sessions ?? SESSIONS_AT_MOST)),
  };
}

/** The campaign file. Calls are open at any hour; the delay is seconds. */
export const campaignOf = ({ tries, delayMs, lines, perDay }: Script): string => `name: Reminders
default_country: US
assistant:
  prompt: You remind {{first_name}} of an appointment.
  max_call_duration_secs: 10
  structured_output_config:
    - { name: confirmed, type: boolean, required: true }
rules: none
success: { field: confirmed, equals: true }
concurrency: { max: ${lines} }
${perDay === null ? '' : `caps: { per_day: ${perDay} }\n`}call_retry_config:
  calling_windows:
    - { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: ${delayMs / 1_000} }
  allowed_days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
  max_retry_attempts: ${tries}
`;

export const contactsOf = ({ rows }: Script): string =>
  [
    'row_id,phone,first_name,do_not_call',
    ...rows.map(({ id, cell, refuses }) => `${id},${cell},Ada,${refuses ? 'yes' : ''}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
