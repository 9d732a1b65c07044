import type { CallOrder } from '../../../domain/order/sending/call-order.ts';
import { CONTACT_METADATA, ORDER_KEY_METADATA } from '../../../domain/order/sending/labels.ts';
import { retryConfig } from './fence-words.ts';
import { withOptOut } from './opt-out-field.ts';

function whoSpeaks({ assistant, fence }: CallOrder): Record<string, unknown> {
  if (assistant.kind === 'stored') return { assistant_id: assistant.id };
  const { fields, optOutField, leavesMessage } = assistant;
  return {
    assistant: {
      ...fields,
      // Null hangs up without a word.
      ...(leavesMessage ? {} : { voicemail_message: null }),
      structured_output_config: withOptOut(fields['structured_output_config'], optOutField),
      call_retry_config: retryConfig(fence),
    },
  };
}

/**
 * The body of `POST /call` for one order. The order key travels in the metadata with every send (I2), and whose order it is.
 * `scheduled_at` and `force_now` are never sent: both would let an order ring when we no longer permit it.
 */
export function orderBody(order: CallOrder): Record<string, unknown> {
  const { from, atOnce } = order;
  return {
    phone_number: order.to,
    ...whoSpeaks(order),
    ...(from === null ? {} : { from_phone_number: from }),
    ...(atOnce === null ? {} : { concurrency: { key: atOnce.key, max: atOnce.max } }),
    prompt_variables: order.variables,
    metadata: {
      ...order.metadata,
      [CONTACT_METADATA]: order.contactId,
      [ORDER_KEY_METADATA]: order.key,
    },
  };
}
