import type { Campaign } from '../../campaign/campaign.ts';

/** What a run has to know of an assistant that the provider stores. */
export interface StoredAssistant {
  /** How often it dials for one order, at most; null: it does not say. */
  readonly attempts: number | null;
  /** Where that is written there, and what stands there, for people. */
  readonly retries: { readonly setting: string; readonly says: string };
  /** The structured fields that it is asked for. */
  readonly outputs: readonly { readonly name: string; readonly type: string }[];
}

/** What stands against calling by a stored assistant, and which setting fixes it. */
interface AgainstAssistant {
  readonly message: string;
  readonly fix: string;
}

/**
 * A stored assistant's own windows and retries hold for every order that names it, and no order can override
 * them. Unless it makes one attempt, a second dial could come outside the person's hours, with nobody there
 * to prevent it (I11, I12). Null: it may be used.
 */
export function againstAssistant(
  { attempts, retries }: StoredAssistant,
  providerRetries: Campaign['providerRetries'],
): AgainstAssistant | null {
  if (providerRetries !== 'refuse' || attempts === 1) return null;
  return {
    message: `the stored assistant ${retries.says}; it has to be 1, because this program decides when to try again`,
    fix: `set ${retries.setting} of the stored assistant to 1, or write in the campaign provider_retries: cancel (each order is cancelled after its first attempt without a human) or provider_retries: accept (the provider decides how often and when it tries again)`,
  };
}
