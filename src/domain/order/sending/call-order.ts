import type { Campaign } from '../../campaign/definition.ts';
import { withDefaults, withoutDefaults } from '../../contact/columns/placeholder-text.ts';
import type { Fence } from '../../schedule/fence.ts';

/** One call that the provider is to make. Its adapter puts it into the provider's words. */
export interface CallOrder {
  /** It travels with every send, and belongs to no other order (I2). */
  readonly key: string;
  readonly contactId: string;
  readonly to: string;
  /** The number that is shown to the person; null: the provider's own. */
  readonly from: string | null;
  /** One attempt is asked for, and only in this time (I12). */
  readonly fence: Fence;
  readonly assistant: Speaker;
  readonly variables: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** At most so many calls at once of all orders that name this key; null: the provider is told no limit. */
  readonly atOnce: { readonly key: string; readonly max: number } | null;
}

/** Who speaks: an assistant that the provider stores, or one that the campaign describes. */
type Speaker =
  | { readonly kind: 'stored'; readonly id: string }
  | {
      readonly kind: 'described';
      /** As the campaign file writes it. */
      readonly fields: Readonly<Record<string, unknown>>;
      /** The field that is asked for besides, and says that a person does not want to be called again. */
      readonly optOutField: string;
      /** Whether an answering machine may hear the campaign's message. */
      readonly leavesMessage: boolean;
    };

/** What is known of one person's order, besides the campaign. */
interface Ordered extends Pick<
  CallOrder,
  'key' | 'contactId' | 'variables' | 'metadata' | 'fence'
> {
  readonly e164: string;
  readonly leavesMessage: boolean;
}

function speakerOf({ assistant, assistantId, optOut }: Campaign, leavesMessage: boolean): Speaker {
  if (assistant === null) return { kind: 'stored', id: assistantId ?? '' };
  const fields = withoutDefaults(assistant);
  return { kind: 'described', fields, optOutField: optOut.field, leavesMessage };
}

/** The provider knows no defaults of variables: its texts go without them, and blank cells are filled here. */
export function callOrder(campaign: Campaign, order: Ordered): CallOrder {
  const { key, max } = campaign.concurrency;
  return {
    key: order.key,
    contactId: order.contactId,
    to: order.e164,
    from: campaign.fromPhoneNumber,
    fence: order.fence,
    assistant: speakerOf(campaign, order.leavesMessage),
    variables: withDefaults(order.variables, campaign.assistant),
    metadata: order.metadata,
    atOnce: key === null ? null : { key, max },
  };
}
