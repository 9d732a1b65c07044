import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { Chance } from '../model/chance.ts';
import { minuteOfDay, nextOpen, retryDelayMs } from '../model/hours.ts';
import { drawnId, type IdPrefix } from '../model/ids.ts';
import {
  liveAttempt,
  type Attempt,
  type DialError,
  type Due,
  type EndedBy,
  type OrderBirth,
  type OrderState,
  type Script,
  type StoredOrder,
} from '../model/order.ts';
import { structuredOutput } from '../people/output.ts';
import type { People } from '../people/people.ts';
import { transcriptOf } from '../people/transcript.ts';

export interface World {
  readonly seed: number;
  readonly idPrefix: IdPrefix;
  readonly rules: ZoneRules;
  readonly zoneOf: (number: string) => string | null;
  readonly people: People;
  /** How many times faster than life orders begin, phones ring and people talk. Windows and retry delays keep their length. */
  readonly speed: number;
}

/** How long it takes here what takes people so long. */
const scaled = (world: World, ms: number): number => Math.round(ms / world.speed);

/** Dialling such a number again would say the same, so the order ends (voice API notes 3.3). */
const HOPELESS = new Set<DialError>([
  'number_non_attributed',
  'no_international_permission',
  'precondition_failed',
]);

export const FALLBACK_ZONE = 'UTC';

const chanceOf = (world: World, birth: OrderBirth, attempt: number): Chance =>
  new Chance(world.seed, birth.number, birth.nth, attempt);

/** How an order begins, and when it is looked at first. */
export function begin(world: World, birth: OrderBirth): OrderState {
  const waits = birth.scheduledAt !== null && birth.scheduledAt > birth.createdAt;
  const soon = birth.createdAt + scaled(world, chanceOf(world, birth, 0).whole('ready', 200, 900));
  const free = waits ? Math.max(soon, birth.scheduledAt ?? 0) : soon;
  const at = free + heldMs(world, birth);
  return {
    status: waits ? 'scheduled' : 'initializing',
    attempts: [],
    due: { at, what: 'ready' },
    script: null,
    waitingSince: null,
  };
}

const heldMs = (world: World, birth: OrderBirth): number =>
  birth.faults?.held === undefined
    ? 0
    : chanceOf(world, birth, 0).whole('held', 0, birth.faults.held * 1000);

/** It waits for its window, if it has to, and dials then. */
export function ready(world: World, { birth, state }: StoredOrder, at: number): OrderState {
  const ends = endsEmpty(birth);
  if (ends !== null) return { ...state, status: ends, due: null };
  const wait = scaled(world, chanceOf(world, birth, 1).whole('queue', 100, 1_500));
  return {
    ...state,
    status: 'queued_for_calling',
    ...dialFrom(world, { birth, state }, at + wait),
  };
}

function endsEmpty({ faults }: OrderBirth): OrderState['status'] | null {
  if (faults?.completed_empty !== undefined) return 'completed';
  return faults?.errored_empty === undefined ? null : 'errored';
}

/**
 * When to dial so that the phone begins to ring inside the window: what counts for the person is the ring.
 * Without any window in sight the order can do nothing more.
 */
export function dialFrom(
  world: World,
  { birth, state }: StoredOrder,
  from: number,
): Pick<OrderState, 'due'> & Partial<OrderState> {
  const lead = leadMs(world, birth, state);
  const free = birth.force && state.attempts.length === 0;
  const ring = free ? from + lead : nextOpen(world.rules, birth.rules, from + lead);
  if (ring === null) return { status: 'errored', due: null, waitingSince: null };
  return { due: { at: ring - lead, what: 'dial' } };
}

const leadMs = (world: World, birth: OrderBirth, state: OrderState): number =>
  scaled(world, chanceOf(world, birth, state.attempts.length + 1).whole('lead', 300, 1_800));

/** The attempt is queued; it rings a moment later. */
export function dial(world: World, order: StoredOrder, at: number): OrderState {
  const { birth, state } = order;
  const attempt = state.attempts.length + 1;
  const ringAt = at + leadMs(world, birth, state);
  const zone = world.zoneOf(birth.number) ?? FALLBACK_ZONE;
  const script = world.people.meet({
    number: birth.number,
    nth: birth.nth,
    attempt,
    localHour: minuteOfDay(world.rules, zone, ringAt) / 60,
    voicemailMessage: birth.assistant !== null && birth.assistant.voicemail_message !== null,
    ivrNavigation: birth.assistant?.ivr_navigation_enabled ?? false,
    transfer: birth.assistant !== null && birth.assistant.transfer_phone_number !== null,
  });
  const queued: Attempt = {
    id: drawnId(world.idPrefix, chanceOf(world, birth, attempt), 'attempt'),
    status: 'queued',
    result: null,
    dialError: null,
    startedAt: null,
    answeredAt: null,
    endedAt: null,
    recordingUrl: null,
    endedBy: null,
    endReason: null,
    structuredOutput: null,
    transcript: null,
  };
  return {
    ...state,
    status: 'calling',
    attempts: [...state.attempts, queued],
    due: { at: ringAt, what: 'ring' },
    script,
    waitingSince: null,
  };
}

export function ring(world: World, order: StoredOrder, at: number): OrderState {
  const script = scriptOf(order.state);
  const ringing = { ...order, state: change(order.state, { status: 'ringing', startedAt: at }) };
  if (script.kind === 'failed' && script.ringMs === 0) return fail(world, ringing, at);
  return { ...ringing.state, due: { at: at + scaled(world, script.ringMs), what: 'answer' } };
}

/** The end of the ringing: somebody or something answers, or nobody does. */
export function answer(world: World, order: StoredOrder, at: number): OrderState {
  const script = scriptOf(order.state);
  if (script.kind === 'failed') return fail(world, order, at);
  const talkMs = Math.min(script.talkMs, limitMs(order.birth));
  const due: Due = { at: at + scaled(world, talkMs), what: 'end' };
  return { ...change(order.state, { status: 'ongoing', answeredAt: at }), due };
}

const limitMs = ({ assistant }: OrderBirth): number =>
  (assistant?.max_call_duration_secs ?? Infinity) * 1000;

export function end(world: World, order: StoredOrder, at: number): OrderState {
  return after(world, { ...order, state: hangUp(world, order, { at, spokenMs: Infinity }) }, at);
}

/** Within this time of its ring a cancellation can come too late for it. */
const RACE_MS = 60_000;

/** What becomes of an order whose cancellation is asked for: as a rule it is cancelled at once. */
export function askCancel(world: World, order: StoredOrder, at: number): OrderState {
  const { birth, state } = order;
  if (state.cancelAt !== undefined) return state;
  const late = birth.faults?.cancel_late;
  if (late !== undefined) return { ...state, cancelAt: at + late * 1000 };
  const race = birth.faults?.cancel_races;
  if (race === undefined || state.due === null || state.due.at > at + RACE_MS) {
    return cancel(world, order, at);
  }
  const rings = aboutToRing(world, order, at);
  if (rings === null) return cancel(world, order, at);
  return { ...ring(world, { birth, state: rings }, at), cancelAt: at + race * 1000 };
}

/** With its attempt queued; null when it is not that far, or has to wait for a slot of its key. */
function aboutToRing(world: World, order: StoredOrder, at: number): OrderState | null {
  const { birth, state } = order;
  if (state.due?.what === 'ring') return state;
  if (state.due?.what !== 'dial' || birth.concurrency !== null) return null;
  return dial(world, order, at);
}

/** Stops an order in any state: a ringing or live call is hung up by the system. */
export function cancel(world: World, order: StoredOrder, at: number): OrderState {
  const live = liveAttempt(order.state);
  const ended =
    live === null
      ? order.state
      : live.status === 'ongoing'
        ? hangUp(world, order, { at, spokenMs: (at - (live.answeredAt ?? at)) * world.speed })
        : change(order.state, { status: 'completed', endedAt: at, endedBy: 'system' });
  return {
    ...ended,
    status: 'cancelled',
    due: null,
    script: null,
    waitingSince: null,
    cancelAt: undefined,
  };
}

function fail(world: World, order: StoredOrder, at: number): OrderState {
  const script = scriptOf(order.state);
  const dialError = script.kind === 'failed' ? script.dialError : 'non_classified_error';
  const state = change(order.state, { status: 'error', dialError, endedAt: at });
  return after(world, { ...order, state }, at);
}

/** The talk is over, by its script or before it. */
function hangUp(
  world: World,
  { birth, state }: StoredOrder,
  { at, spokenMs }: { readonly at: number; readonly spokenMs: number },
): OrderState {
  const script = scriptOf(state);
  const live = liveAttempt(state);
  if (script.kind === 'failed' || live === null || live.answeredAt === null) {
    throw new Error(`order ${birth.id} hangs up a talk that it does not have`);
  }
  const talkMs = Math.min(spokenMs, script.talkMs, limitMs(birth));
  const cut = talkMs < script.talkMs;
  const endReason = cut ? null : script.endReason;
  const chance = chanceOf(world, birth, state.attempts.length);
  const { assistant, variables } = birth;
  const fields = assistant?.structured_output_config ?? null;
  const endedBy: EndedBy = cut ? 'system' : script.endedBy;
  return change(state, {
    status: 'completed',
    result: script.result,
    endedAt: at,
    endedBy,
    endReason,
    recordingUrl: `https://example.invalid/recordings/${live.id}.mp3`,
    structuredOutput:
      script.result === 'human' && fields !== null
        ? structuredOutput(fields, chance, {
            endedAt: at,
            variables,
            optsOut: script.optsOut === true,
          })
        : null,
    transcript: transcriptOf({ ...script, talkMs, endReason, assistant, variables }, chance),
  });
}

/** How soon the fault of that name dials a person again. */
const AFTER_HUMAN_MS = 30_000;

/** Over, or again after the delay: decided when an attempt has ended. */
function after(world: World, order: StoredOrder, at: number): OrderState {
  const { rules } = order.birth;
  const last = order.state.attempts.at(-1);
  const state: OrderState = { ...order.state, due: null, script: null };
  if (last?.result === 'human' && order.birth.faults?.after_human !== undefined) {
    const humans = state.attempts.filter(({ result }) => result === 'human').length;
    const again = dialFrom(world, { ...order, state }, at + AFTER_HUMAN_MS);
    if (humans === 1) return { ...state, status: 'queued_for_calling', ...again };
  }
  const status = overAs(order, state);
  if (status !== null) {
    return order.birth.faults?.endless === undefined ? { ...state, status } : state;
  }
  const atOnce = rules.twiceInARow && state.attempts.length === 1;
  const delay = atOnce ? 0 : retryDelayMs(world.rules, rules, last?.startedAt ?? at);
  const next = dialFrom(world, { ...order, state }, at + delay);
  return { ...state, status: 'queued_for_calling', ...next };
}

/** How the order ends after its last attempt; null when it goes on. */
function overAs({ birth }: StoredOrder, { attempts }: OrderState): OrderState['status'] | null {
  const last = attempts.at(-1);
  if (last?.result === 'human') return 'completed';
  if (last?.dialError != null && HOPELESS.has(last.dialError)) return 'errored';
  return attempts.length >= birth.rules.maxAttempts ? 'completed' : null;
}

function scriptOf(state: OrderState): Script {
  if (state.script === null) throw new Error('an attempt goes on without its script');
  return state.script;
}

/** Changes the last attempt. */
function change(state: OrderState, changed: Partial<Attempt>): OrderState {
  const last = state.attempts.at(-1);
  if (last === undefined) throw new Error('an order without an attempt has none to change');
  return { ...state, attempts: [...state.attempts.slice(0, -1), { ...last, ...changed }] };
}
