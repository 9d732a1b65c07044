import type { Campaign } from '../../campaign/campaign.ts';
import { withDefaults, withoutDefaults } from '../../contact/columns/placeholder-text.ts';
import type { Fence } from '../../schedule/fence.ts';
import { CONTACT_METADATA, ORDER_KEY_METADATA } from './answer.ts';
import { withOptOut } from '../opt-out.ts';

/** So far away that a second dial cannot happen before the order is cancelled, should the provider count extra tries. */
const NEVER_SECONDS = 30 * 24 * 3600;

export interface OrderFor {
  readonly key: string;
  readonly contactId: string;
  readonly e164: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly fence: Fence;
  /** Whether an answering machine may hear the campaign's message. */
  readonly leavesMessage: boolean;
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

function whoSpeaks(
  campaign: Campaign,
  { fence, leavesMessage }: OrderFor,
): Record<string, unknown> {
  const { assistant } = campaign;
  if (assistant === null) return { assistant_id: campaign.assistantId };
  const outputs = withOptOut(assistant['structured_output_config'], campaign.optOut.field);
  return {
    assistant: {
      ...withoutDefaults(assistant),
      // Null hangs up without a word.
      ...(leavesMessage ? {} : { voicemail_message: null }),
      structured_output_config: outputs,
      call_retry_config: retryConfig(fence),
    },
  };
}

/**
 * The body of `POST /call` for one order. The order key travels in the metadata with every send (I2), and whose order it is.
 * `scheduled_at` and `force_now` are never sent: both would let an order ring when we no longer permit it.
 */
export function orderBody(campaign: Campaign, order: OrderFor): Record<string, unknown> {
  const { key, max } = campaign.concurrency;
  return {
    phone_number: order.e164,
    ...whoSpeaks(campaign, order),
    ...(campaign.fromPhoneNumber === null ? {} : { from_phone_number: campaign.fromPhoneNumber }),
    ...(key === null ? {} : { concurrency: { key, max } }),
    prompt_variables: withDefaults(order.variables, campaign.assistant),
    metadata: {
      ...order.metadata,
      [CONTACT_METADATA]: order.contactId,
      [ORDER_KEY_METADATA]: order.key,
    },
  };
}
