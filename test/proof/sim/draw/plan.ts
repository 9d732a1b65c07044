import {
  faultSchema,
  TRANSPORT_FAULTS,
  type Fault,
} from '../../../../src/sandbox/faults/faults.ts';
import { ORDER_FAULTS, type OrderFaultKind } from '../../../../src/sandbox/model/order-faults.ts';
import type { SearchKind } from '../../../../src/sandbox/search/kinds.ts';
import { DAY, HOUR } from '../../../app/world/setup.ts';
import { Dice } from './dice.ts';
import { drawChapters, drawContacts, drawDefinition, type Plan } from './draw-run.ts';
import { withCancel } from './draw-cancel.ts';
import { withRestore } from './draw-restore.ts';
import { withFiles } from '../outside/files.ts';
import { withLate } from '../outside/late.ts';
import { withLists } from '../outside/lists.ts';
import { severalRuns, withDoubt } from '../world/several-runs.ts';

export type { Plan } from './draw-run.ts';

export const RUN = 'a-run';

const CLOCK_CHANGES = [
  '2026-10-04T00:00Z',
  '2026-10-25T00:00Z',
  '2026-11-01T00:00Z',
  '2027-03-14T00:00Z',
  '2027-03-28T00:00Z',
  '2027-04-04T00:00Z',
] as const;

function startAt(dice: Dice): number {
  if (dice.happens(0.4)) return Date.UTC(2026, 10, 1) + dice.whole(0, 365) * DAY;
  return Date.parse(dice.pick(CLOCK_CHANGES)) + dice.whole(-36, 24) * HOUR;
}

type Kind = Fault['kind'];

const ROUTES = [
  { method: 'POST', path: '/api/call' },
  { method: 'POST', path: '/api/call/search' },
  { method: 'GET' },
  { method: 'POST', path: '/api/call/*' },
] as const;

/** Longer than a provider that states a settle time may need for anything. */
const IDEAL_SETTLE_MS = 10_000;
const IDEAL_SECONDS = 3;

/** Of the sandbox's own list; nothing here listens for webhooks. */
export const ORDER: readonly Kind[] = (Object.keys(ORDER_FAULTS) as OrderFaultKind[]).filter(
  (kind) => !kind.startsWith('webhook_'),
);

/** Said by the provider, or by something in between: before an order was taken, or after. */
const STATUSES = [500, 502, 503, 504, 409, 303, 403] as const;

/** A random subset of the kinds, each with its own rate: so rare combinations are met as well (swarm testing). */
function faults(dice: Dice, ideal: boolean): Fault[] {
  const found: unknown[] = [];
  if (dice.happens(0.2)) return [];
  // Alone these two are seldom met together: answers are lost, and the search does not know yet what came.
  if (dice.happens(0.2)) {
    const rate = dice.spread(10, 60) / 100;
    const seconds = ideal ? IDEAL_SECONDS : dice.spread(2, 600);
    const kind = dice.pick(['drop_after', 'garbled_after', 'error_after', 'silent_after'] as const);
    found.push({ kind, method: 'POST', path: '/api/call', times: null, rate });
    found.push({ kind: 'search_lags', times: null, rate: 0.7, seconds });
  }
  for (const kind of dice.some(TRANSPORT_FAULTS, 0.2)) {
    const seconds = ideal ? dice.whole(0, IDEAL_SECONDS) : dice.spread(1, 900);
    const status = kind.startsWith('error') ? { status: dice.pick(STATUSES) } : {};
    const times = dice.happens(0.2) ? dice.whole(1, 8) : null;
    found.push({
      kind,
      ...dice.pick<object>(ROUTES),
      ...status,
      times,
      rate: dice.spread(2, 60) / 100,
      seconds,
    });
  }
  for (const kind of dice.some(ORDER, 0.15)) {
    const lag = kind === 'search_lags' || kind === 'hidden';
    const seconds = ideal && lag ? dice.whole(1, IDEAL_SECONDS) : dice.spread(1, 7200);
    found.push({ kind, times: null, rate: dice.spread(2, 80) / 100, seconds });
  }
  return found.map((fault) => faultSchema.parse(fault));
}

/** What a web server or a firewall says of an order that was taken: no answer of the order itself. */
const BLOCKED = [301, 302, 303, 307, 402, 403, 404, 405, 407] as const;

/** Drawn among all faults, too few seeds would meet it on an order: it stops the run, and the next session goes on. */
function blockedAfter(seed: number): Fault[] {
  const dice = new Dice(`blocked ${seed}`);
  if (!dice.happens(0.08)) return [];
  const status = dice.pick(BLOCKED);
  const rate = dice.spread(20, 100) / 100;
  const fault = { kind: 'error_after', method: 'POST', path: '/api/call', status, rate };
  return [faultSchema.parse({ ...fault, times: dice.whole(1, 3) })];
}

/** Each kind of search, whatever the provider states of how soon it settles. */
function searchOf(seed: number, searchable: boolean): SearchKind {
  if (!searchable) return 'none';
  const dice = new Dice(`search ${seed}`);
  return dice.pick([
    'number',
    'number',
    'number',
    'metadata',
    'metadata',
    'empty',
    'ignored',
  ] as const);
}

/** What a seed drew before there were several runs it still draws: the rest has dice of its own. */
export function planOf(seed: number): Plan {
  const dice = new Dice(`plan ${seed}`);
  const ideal = dice.happens(0.4);
  const start = startAt(dice);
  const first = { id: RUN, definition: drawDefinition(dice), contacts: drawContacts(dice) };
  const drawn = {
    seed,
    startAt: start,
    faults: [...faults(dice, ideal), ...blockedAfter(seed)],
    refusals: dice.happens(0.3) ? dice.spread(1, 50) / 100 : 0,
    slowestMs: dice.happens(0.15) && !ideal ? 12_000 : dice.spread(2, 2_000),
    search: searchOf(seed, ideal || dice.happens(0.7)),
    settleMs: ideal ? IDEAL_SETTLE_MS : null,
    hintsComplete: dice.happens(0.4),
    late: null,
  };
  const runs = severalRuns(seed, { ...first, chapters: drawChapters(dice) });
  const struck = withRestore(withCancel(withDoubt({ ...drawn, runs })));
  return withLate(withLists(withFiles(struck)));
}
