import type { ZoneRules } from '../domain/time/zone-rules.ts';
import { Chance } from './chance.ts';
import { minuteOfDay, nextOpen, retryDelayMs } from './hours.ts';
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
} from './order.ts';
import { structuredOutput } from './output.ts';
import type { People } from './people.ts';
import { transcriptOf } from './transcript.ts';

export interface World {
  readonly seed: number;
  readonly idPrefix: string;
  readonly rules: ZoneRules;
  readonly zoneOf: (number: string) => string | null;
  readonly people: People;
}

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
  const soon = birth.createdAt + chanceOf(world, birth, 0).whole('ready', 200, 900);
  const at = waits ? Math.max(soon, birth.scheduledAt ?? 0) : soon;
  return {
    status: waits ? 'scheduled' : 'initializing',
    attempts: [],
    due: { at, what: 'ready' },
    script: null,
    waitingSince: null,
  };
}

/** It waits for its window, if it has to, and dials then. */
export function ready(world: World, { birth, state }: StoredOrder, at: number): OrderState {
  const wait = chanceOf(world, birth, 1).whole('queue', 100, 1_500);
  return {
    ...state,
    status: 'queued_for_calling',
    ...dialFrom(world, { birth, state }, at + wait),
  };
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
  chanceOf(world, birth, state.attempts.length + 1).whole('lead', 300, 1_800);

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
    id: world.idPrefix + chanceOf(world, birth, attempt).hex('attempt', 24),
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
  return { ...ringing.state, due: { at: at + script.ringMs, what: 'answer' } };
}

/** The end of the ringing: somebody or something answers, or nobody does. */
export function answer(world: World, order: StoredOrder, at: number): OrderState {
  const script = scriptOf(order.state);
  if (script.kind === 'failed') return fail(world, order, at);
  const limit = (order.birth.assistant?.max_call_duration_secs ?? Infinity) * 1000;
  const due: Due = { at: at + Math.min(script.talkMs, limit), what: 'end' };
  return { ...change(order.state, { status: 'ongoing', answeredAt: at }), due };
}

export function end(world: World, order: StoredOrder, at: number): OrderState {
  return after(world, { ...order, state: hangUp(world, order, at) }, at);
}

/** Stops an order in any state: a ringing or live call is hung up by the system. */
export function cancel(world: World, order: StoredOrder, at: number): OrderState {
  const live = liveAttempt(order.state);
  const ended =
    live === null
      ? order.state
      : live.status === 'ongoing'
        ? hangUp(world, order, at)
        : change(order.state, { status: 'completed', endedAt: at, endedBy: 'system' });
  return { ...ended, status: 'cancelled', due: null, script: null, waitingSince: null };
}

function fail(world: World, order: StoredOrder, at: number): OrderState {
  const script = scriptOf(order.state);
  const dialError = script.kind === 'failed' ? script.dialError : 'non_classified_error';
  const state = change(order.state, { status: 'error', dialError, endedAt: at });
  return after(world, { ...order, state }, at);
}

/** The talk is over, by its script or before it. */
function hangUp(world: World, { birth, state }: StoredOrder, at: number): OrderState {
  const script = scriptOf(state);
  const live = liveAttempt(state);
  if (script.kind === 'failed' || live === null || live.answeredAt === null) {
    throw new Error(`order ${birth.id} hangs up a talk that it does not have`);
  }
  const talkMs = at - live.answeredAt;
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
        ? structuredOutput(fields, chance, { endedAt: at, variables })
        : null,
    transcript: transcriptOf({ ...script, talkMs, endReason, assistant, variables }, chance),
  });
}

/** Over, or again after the delay: decided when an attempt has ended. */
function after(world: World, order: StoredOrder, at: number): OrderState {
  const { rules } = order.birth;
  const last = order.state.attempts.at(-1);
  const state: OrderState = { ...order.state, due: null, script: null };
  if (last?.result === 'human') return { ...state, status: 'completed' };
  if (last?.dialError != null && HOPELESS.has(last.dialError))
    return { ...state, status: 'errored' };
  if (state.attempts.length >= rules.maxAttempts) return { ...state, status: 'completed' };
  const atOnce = rules.twiceInARow && state.attempts.length === 1;
  const delay = atOnce ? 0 : retryDelayMs(world.rules, rules, last?.startedAt ?? at);
  const next = dialFrom(world, { ...order, state }, at + delay);
  return { ...state, status: 'queued_for_calling', ...next };
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
