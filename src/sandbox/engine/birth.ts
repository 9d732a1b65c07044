import { toRecord, type AssistantRecord, type RetryConfig } from '../model/assistant.ts';
import { Chance } from '../model/chance.ts';
import { callRules, oneAttempt } from '../model/hours.ts';
import { drawnId } from '../model/ids.ts';
import { FALLBACK_ZONE, type World } from './lifecycle.ts';
import type { OrderBirth } from '../model/order.ts';
import { asBefore, faultyRules, guessed, type OrderFaults } from '../model/order-faults.ts';
import { defaultRetryConfig } from '../model/retry-config.ts';
import type { PlaceRequest } from '../model/request.ts';

/** A number of nobody, from the range kept free for fiction. */
const DEFAULT_TRUNK = '+12025550100';

interface Known {
  readonly now: number;
  readonly nth: number;
  readonly stored: (id: string) => AssistantRecord | null;
  readonly faults: OrderFaults;
}

/** What an accepted request becomes. Its ids follow from seed, number and count alone. */
export function toBirth(world: World, request: PlaceRequest, known: Known): OrderBirth {
  const number = request.phone_number;
  const chance = new Chance(world.seed, number, known.nth, 0);
  const assistant = assistantOf(request, known, drawnId(world.idPrefix, chance, 'assistant'));
  const retry = assistant === null ? null : retryOf(world, assistant);
  const { faults } = known;
  const zone = zoneOf(world, number, { timezone: retry?.timezone ?? null, faults });
  const rules = retry === null ? oneAttempt(zone) : callRules(retry, zone);
  return {
    id: drawnId(world.idPrefix, chance, 'order'),
    number,
    nth: known.nth,
    from: request.from_phone_number ?? DEFAULT_TRUNK,
    createdAt: known.now,
    scheduledAt: request.scheduled_at,
    metadata: request.metadata ?? null,
    variables: request.prompt_variables,
    concurrency: request.concurrency ?? null,
    force: request.force_now || request.skip_calling_window,
    assistant,
    retry,
    rules: faultyRules(rules, faults),
    ...(Object.keys(faults).length === 0 ? {} : { faults }),
  };
}

function zoneOf(
  world: World,
  number: string,
  order: { readonly timezone: string | null; readonly faults: OrderFaults },
): string {
  const { timezone, faults } = order;
  if (timezone !== null) return asBefore(timezone, faults);
  return asBefore(guessed(number, faults) ?? world.zoneOf(number) ?? FALLBACK_ZONE, faults);
}

/** With both, the id wins, and what is inline is not used. Null: it is known elsewhere only. */
function assistantOf(request: PlaceRequest, known: Known, id: string): AssistantRecord | null {
  if (request.assistant_id !== undefined) return known.stored(request.assistant_id);
  if (request.assistant === undefined) return null;
  return toRecord(request.assistant, { id, name: 'Inline assistant', at: known.now });
}

const retryOf = (world: World, assistant: AssistantRecord): RetryConfig =>
  assistant.call_retry_config ?? defaultRetryConfig(world.rules);
