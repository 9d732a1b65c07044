import type { Campaign } from '../../campaign/campaign.ts';

/** What stands against calling by a stored assistant, and which setting fixes it. */
export interface AgainstAssistant {
  readonly message: string;
  readonly fix: string;
}

/**
 * A stored assistant's own windows and retries hold for every order that names it, and no order can override
 * them. Unless it makes one attempt, a second dial could come outside the person's hours, with nobody there
 * to prevent it (I11, I12). Null: it may be used.
 */
export function againstAssistant(
  assistant: Readonly<Record<string, unknown>>,
  providerRetries: Campaign['providerRetries'],
): AgainstAssistant | null {
  if (providerRetries !== 'refuse') return null;
  const attempts = attemptsOf(assistant);
  if (attempts === 1) return null;
  const says =
    attempts === null
      ? 'has no call_retry_config.max_retry_attempts, so the provider dials up to three times'
      : `has call_retry_config.max_retry_attempts: ${attempts}`;
  return {
    message: `the stored assistant ${says}; it has to be 1, because this program decides when to try again`,
    fix: 'set max_retry_attempts of the stored assistant to 1, or write in the campaign provider_retries: cancel (each order is cancelled after its first attempt without a human) or provider_retries: accept (the provider decides how often and when it tries again)',
  };
}

function attemptsOf(assistant: Readonly<Record<string, unknown>>): number | null {
  const retry = assistant['call_retry_config'];
  if (typeof retry !== 'object' || retry === null || !('max_retry_attempts' in retry)) return null;
  const { max_retry_attempts: attempts } = retry;
  return typeof attempts === 'number' ? attempts : null;
}

/** The structured fields that the stored assistant is asked for. */
export function outputsOf(
  assistant: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly type: string }[] {
  const fields = assistant['structured_output_config'];
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) => {
    if (typeof field !== 'object' || field === null || !('name' in field && 'type' in field))
      return [];
    const { name, type } = field;
    return typeof name === 'string' && typeof type === 'string' ? [{ name, type }] : [];
  });
}
