/**
 * The twenty tests of the vendor's own TypeScript SDK, 0.0.x, as the requests that they send, written anew. They
 * were written for a server that answers anything, and are full of placeholders.
 *
 * passes: the request as it stands is answered as the test wants it.
 * cannot: it is refused, for the reason in `why`. `truly` is the same request with something true wherever a
 * placeholder stands, and that one is answered as the test wants it. `{assistant}`, `{call}` and `{voice}` are
 * ids of things that exist.
 */
export interface VendorTest {
  readonly name: string;
  readonly request: Request;
  /** 404 where the test asks for a path that does not exist, to see the error. */
  readonly wants: 200 | 404;
  readonly cannot?: { readonly status: 400 | 404; readonly why: string; readonly truly: Request };
}

export interface Request {
  readonly at: string;
  readonly body?: unknown;
}

const assistant = (changed: object = {}) => ({
  prompt: 'prompt',
  background_sound: 'audio/office.ogg',
  calendly: { connection_id: 'connection_id', event_type_id: 'event_type_id' },
  call_retry_config: {
    calling_windows: [
      {
        calling_window_end_time: 'calling_window_end_time',
        calling_window_start_time: 'calling_window_start_time',
        retry_delay_seconds: 1,
      },
    ],
    max_retry_attempts: 1,
    timezone: 'timezone',
  },
  end_of_call_sentence: 'end_of_call_sentence',
  faq_items: [{ answer: 'answer', question: 'question' }],
  first_sentence: 'first_sentence',
  first_sentence_delay_ms: 0,
  first_sentence_mode: 'generated',
  ivr_navigation_enabled: true,
  llm_model: { name: 'gpt-4.1', type: 'dedicated-instance' },
  max_call_duration_secs: 0,
  structured_output_config: [
    {
      name: 'x',
      required: true,
      type: 'string',
      description: 'description',
      enum_options: ['string'],
    },
  ],
  transfer_phone_number: 'transfer_phone_number',
  voice: { id: 'x', provider: 'cartesia', speed: 0.6 },
  voicemail_message: 'voicemail_message',
  webhook_url: 'webhook_url',
  ...changed,
});

const TRUE_PARTS = {
  call_retry_config: {
    calling_windows: [
      {
        calling_window_end_time: '18:00',
        calling_window_start_time: '9am',
        retry_delay_seconds: 1,
      },
    ],
    max_retry_attempts: 1,
    timezone: 'Europe/Paris',
  },
  transfer_phone_number: '+12025550177',
  webhook_url: 'https://example.com/hook',
};

const order = {
  phone_number: 'phone_number',
  assistant: assistant(),
  assistant_id: 'assistant_id',
  concurrency: { key: 'key', max: 1 },
  force_now: true,
  from_phone_number: 'from_phone_number',
  metadata: { foo: 'string' },
  prompt_variables: { foo: 'string' },
  scheduled_at: '2019-12-27T18:11:19.117Z',
};

const UNKNOWN_PATH = '/_stainless_unknown_path';
const NO_SUCH_ID = 'id is a placeholder: nothing has that id';
const NO_PAGE = 'page_size is 0, and the reference page says at least 1';
const NO_VOICE = 'the id of the voice is a placeholder';
const PLACEHOLDERS = 'times, time zone, transfer number and webhook are placeholders';

export const VENDOR_TESTS: readonly VendorTest[] = [
  ...[
    passes('assistants create: only required params', {
      at: 'POST /assistants',
      body: { name: 'name', prompt: 'prompt' },
    }),
    cannot('assistants create: required and optional params', PLACEHOLDERS, {
      placeholders: { at: 'POST /assistants', body: assistant({ name: 'name' }) },
      truly: { at: 'POST /assistants', body: assistant({ name: 'name', ...TRUE_PARTS }) },
    }),
    cannot('assistants retrieve', NO_SUCH_ID, {
      placeholders: { at: 'GET /assistants/id' },
      truly: { at: 'GET /assistants/{assistant}' },
    }),
    cannot('assistants update', NO_SUCH_ID, {
      placeholders: { at: 'PATCH /assistants/id', body: {} },
      truly: { at: 'PATCH /assistants/{assistant}', body: {} },
    }),
    passes('assistants update: request options and params are passed correctly', {
      at: `PATCH ${UNKNOWN_PATH}`,
      body: assistant({ name: 'name' }),
    }),
    passes('assistants list', { at: 'GET /assistants' }),
    cannot('assistants delete', NO_SUCH_ID, {
      placeholders: { at: 'DELETE /assistants/id' },
      truly: { at: 'DELETE /assistants/{assistant}' },
    }),
  ],
  ...[
    cannot(
      'call create: only required params',
      'phone_number is a placeholder, without assistant',
      {
        placeholders: { at: 'POST /call', body: { phone_number: 'phone_number' } },
        truly: {
          at: 'POST /call',
          body: { phone_number: '+12025550100', assistant_id: '{assistant}' },
        },
      },
    ),
    cannot('call create: required and optional params', `both numbers and ${PLACEHOLDERS}`, {
      placeholders: { at: 'POST /call', body: order },
      truly: {
        at: 'POST /call',
        body: {
          ...order,
          phone_number: '+12025550100',
          from_phone_number: '+12025550199',
          assistant: assistant(TRUE_PARTS),
          assistant_id: '{assistant}',
        },
      },
    }),
    cannot('call retrieve', NO_SUCH_ID, {
      placeholders: { at: 'GET /call/id' },
      truly: { at: 'GET /call/{call}' },
    }),
    cannot('call list: only required params', NO_PAGE, {
      placeholders: { at: 'GET /call?page=0&page_size=0' },
      truly: { at: 'GET /call?page=0&page_size=1' },
    }),
    cannot('call list: required and optional params', NO_PAGE, {
      placeholders: { at: 'GET /call?page=0&page_size=0' },
      truly: { at: 'GET /call?page=0&page_size=1' },
    }),
  ],
  ...[
    passes('users me retrieve', { at: 'GET /users/me' }),
    passes('users me update', { at: 'PATCH /users/me', body: {} }),
    passes('users me update: request options and params are passed correctly', {
      at: `PATCH ${UNKNOWN_PATH}`,
      body: { has_completed_onboarding: true },
    }),
  ],
  ...[
    cannot('voices retrieve: only required params', NO_VOICE, {
      placeholders: { at: 'GET /voices/id?provider=cartesia' },
      truly: { at: 'GET /voices/{voice}?provider=cartesia' },
    }),
    cannot('voices retrieve: required and optional params', NO_VOICE, {
      placeholders: { at: 'GET /voices/id?provider=cartesia' },
      truly: { at: 'GET /voices/{voice}?provider=cartesia' },
    }),
    passes('voices list', { at: 'GET /voices' }),
    cannot('voices preview: only required params', NO_VOICE, {
      placeholders: {
        at: 'POST /voices/preview',
        body: { provider: 'cartesia', voiceId: 'voiceId' },
      },
      truly: { at: 'POST /voices/preview', body: { provider: 'cartesia', voiceId: '{voice}' } },
    }),
    cannot('voices preview: required and optional params', NO_VOICE, {
      placeholders: {
        at: 'POST /voices/preview',
        body: { provider: 'cartesia', voiceId: 'voiceId', text: 'text' },
      },
      truly: {
        at: 'POST /voices/preview',
        body: { provider: 'cartesia', voiceId: '{voice}', text: 'text' },
      },
    }),
  ],
];

function passes(name: string, request: Request): VendorTest {
  return { name, request, wants: request.at.endsWith(UNKNOWN_PATH) ? 404 : 200 };
}

function cannot(
  name: string,
  why: string,
  { placeholders, truly }: { readonly placeholders: Request; readonly truly: Request },
): VendorTest {
  const names = placeholders.at.includes('/id') || placeholders.at.includes('preview');
  const status = names ? 404 : 400;
  return { name, request: placeholders, wants: 200, cannot: { status, why, truly } };
}
