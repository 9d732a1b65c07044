/**
 * The assistant that a campaign file describes. Its fields have the voice API's names, which are the users' contract; the
 * schema beside this file checks them, because `check`, `plan` and `init` work without a provider. Anybody else who
 * wants to know something of it asks here.
 */
export type Assistant = Readonly<Record<string, unknown>>;

/** The texts in which the provider fills in variables. */
export const TEXT_FIELDS = [
  'prompt',
  'first_sentence',
  'voicemail_message',
  'after_call_sms_prompt',
] as const;

/** Those of them that are heard, or say what is said. */
export const SPOKEN_FIELDS = ['prompt', 'first_sentence', 'voicemail_message'] as const;
export type SpokenField = (typeof SPOKEN_FIELDS)[number];

/** The first words of a call: as they stand, made from a text or from the prompt, or none of its own. */
type FirstWords =
  | { readonly kind: 'spoken' | 'made_from'; readonly text: string }
  | { readonly kind: 'made_from_prompt' | 'person_first' };

export function firstWordsOf(assistant: Assistant): FirstWords {
  const { first_sentence: text, first_sentence_mode: mode } = assistant;
  if (mode === 'none') return { kind: 'person_first' };
  if (typeof text !== 'string' || text === '') return { kind: 'made_from_prompt' };
  return { kind: mode === 'static' ? 'spoken' : 'made_from', text };
}

/** Whether an answering machine is told anything. */
export const hasMessage = (assistant: Assistant | null): boolean =>
  typeof assistant?.['voicemail_message'] === 'string';

/** Whether the file itself names an address that is told when a call is over. */
export const namesHook = (assistant: Assistant | null): boolean =>
  assistant?.['webhook_url'] !== undefined;

export const withHook = (assistant: Assistant, address: string): Assistant => ({
  ...assistant,
  webhook_url: address,
});

/** The names of what is to be read out of a call; none when the provider holds the assistant. */
export function declaredOutputs(assistant: Assistant | null): readonly string[] {
  const fields = assistant?.['structured_output_config'];
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) =>
    typeof field === 'object' && field !== null && 'name' in field && typeof field.name === 'string'
      ? [field.name]
      : [],
  );
}

/** Whether a file names a speaker at all. */
export const saysWhoSpeaks = (file: object): boolean =>
  Object.hasOwn(file, 'assistant') || Object.hasOwn(file, 'assistant_id');
