import type { StoredAssistant } from '../../../domain/order/sending/stored-assistant.ts';
import { isRecord } from '../answers/json.ts';

const SETTING = 'max_retry_attempts';

/** A stored assistant in our own words. Its `max_retry_attempts` is the total number of attempts. */
export function readStoredAssistant(assistant: Readonly<Record<string, unknown>>): StoredAssistant {
  const attempts = attemptsOf(assistant['call_retry_config']);
  const says =
    attempts === null
      ? `has no call_retry_config.${SETTING}, so the provider dials up to three times`
      : `has call_retry_config.${SETTING}: ${attempts}`;
  return { attempts, retries: { setting: SETTING, says }, outputs: outputsOf(assistant) };
}

function attemptsOf(retry: unknown): number | null {
  const attempts = isRecord(retry) ? retry[SETTING] : null;
  return typeof attempts === 'number' ? attempts : null;
}

function outputsOf(assistant: Readonly<Record<string, unknown>>): StoredAssistant['outputs'] {
  const fields = assistant['structured_output_config'];
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) => {
    if (!isRecord(field)) return [];
    const { name, type } = field;
    return typeof name === 'string' && typeof type === 'string' ? [{ name, type }] : [];
  });
}
