import type { Campaign } from '../campaign/campaign.ts';
import type { Fence } from '../schedule/fence.ts';
import { ORDER_KEY_METADATA } from './answer.ts';

/** So far away that a second dial cannot happen before the order is cancelled, should the provider count extra tries. */
const NEVER_SECONDS = 30 * 24 * 3600;

export interface OrderFor {
  readonly key: string;
  readonly e164: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly fence: Fence;
}

/** The fence in the provider's words: one attempt, in one interval of one UTC day (I12). */
function retryConfig(fence: Fence): Record<string, unknown> {
  return {
    calling_windows: fence.windows.map((w) => ({ ...w, retry_delay_seconds: NEVER_SECONDS })),
    allowed_days: fence.allowedDays,
    max_retry_attempts: 1,
    timezone: fence.timezone,
    call_twice_in_a_row: false,
  };
}

/**
 * The body of `POST /call` for one order. The order key travels in the metadata with every send (I2).
 * `scheduled_at` and `force_now` are never sent: both would let an order ring when we no longer permit it.
 */
export function orderBody(campaign: Campaign, order: OrderFor): Record<string, unknown> {
  const { key, max } = campaign.concurrency;
  const who =
    campaign.assistant === null
      ? { assistant_id: campaign.assistantId }
      : { assistant: { ...campaign.assistant, call_retry_config: retryConfig(order.fence) } };
  return {
    phone_number: order.e164,
    ...who,
    ...(campaign.fromPhoneNumber === null ? {} : { from_phone_number: campaign.fromPhoneNumber }),
    ...(key === null ? {} : { concurrency: { key, max } }),
    prompt_variables: order.variables,
    metadata: { ...order.metadata, [ORDER_KEY_METADATA]: order.key },
  };
}
