type Body = Readonly<Record<string, unknown>>;

/** What used to stand beside `phone_number`, before there was an `assistant`. */
const ASSISTANT_FIELDS = [
  'prompt',
  'background_sound',
  'calendly',
  'call_retry_config',
  'end_of_call_sentence',
  'faq_items',
  'first_sentence',
  'first_sentence_delay_ms',
  'first_sentence_mode',
  'ivr_navigation_enabled',
  'llm_model',
  'max_call_duration_secs',
  'structured_output_config',
  'transfer_phone_number',
  'voice',
  'voicemail_message',
  'webhook_url',
] as const;

const WINDOW_FIELDS = [
  'calling_window_start_time',
  'calling_window_end_time',
  'retry_delay_seconds',
] as const;

/** A member that is null says nothing. */
const says = (body: Body, name: string): boolean => (body[name] ?? null) !== null;

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The older flat body, which integrations still send, as the body of today. Any other is left alone. */
export function modern(body: unknown): unknown {
  if (!isBody(body) || says(body, 'assistant') || says(body, 'assistant_id')) return body;
  if (!says(body, 'prompt')) return body;
  const assistant = only(body, ASSISTANT_FIELDS);
  const config = assistant['call_retry_config'];
  if (isBody(config)) assistant['call_retry_config'] = manyWindows(config);
  return { ...body, assistant };
}

/** One window used to stand in the configuration itself. */
function manyWindows(config: Body): Body {
  if (says(config, 'calling_windows')) return config;
  return { ...config, calling_windows: [only(config, WINDOW_FIELDS)] };
}

const only = (body: Body, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => fields.includes(name)));
