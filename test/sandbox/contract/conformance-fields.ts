/**
 * A row for each field of the reference page's request. The class says what the sandbox does with it:
 * `behaves`: it changes what happens, as the named test shows;
 * `seen`: it can be read or heard in the transcript of a call;
 * `echoed`: it is validated, and comes back in the answer.
 */
export interface RequestField {
  readonly field: string;
  readonly class: 'behaves' | 'seen' | 'echoed';
  readonly good: readonly unknown[];
  /** With null in it the member has to be there; all others take null for nothing. */
  readonly bad: readonly unknown[];
  /** Where the answer shows it; null when the provider does not return it. */
  readonly echo: string | null;
  /** For `behaves`: file and words of the test. */
  readonly shownBy?: readonly [file: string, words: string];
}

const A = 'assistant.';
const R = 'assistant.call_retry_config.';
const W = `${R}calling_windows.0.`;

export const REQUEST_FIELDS: readonly RequestField[] = [
  behaves('phone_number', ['+12025550123'], ['2025550123', '+0123', '+1', 12025550123, null], {
    echo: 'to_phone_number',
    shownBy: ['../people/numbers-by-script.test.ts', 'a number does what its last two digits say'],
  }),
  behaves('assistant_id', ['an-assistant'], ['', 5], {
    echo: null,
    shownBy: ['../engine/lifecycle.test.ts', 'with an assistant_id makes one attempt'],
  }),
  behaves('concurrency.key', ['k'], [5, null], {
    echo: null,
    shownBy: ['../engine/concurrency.test.ts', 'is never exceeded'],
  }),
  behaves('concurrency.max', [1, 1000], [0, '3', null], {
    echo: null,
    shownBy: ['../engine/concurrency.test.ts', 'is never exceeded'],
  }),
  behaves('force_now', [true, false], ['yes', 1], {
    echo: null,
    shownBy: ['../engine/hours.test.ts', 'are left out for the first attempt by force_now'],
  }),
  behaves('skip_calling_window', [true, false], ['yes', 1], {
    echo: null,
    shownBy: ['../engine/hours.test.ts', 'are left out for the first attempt by force_now'],
  }),
  behaves('scheduled_at', ['2026-12-01T12:00:00.000Z', null], ['tomorrow', 5], {
    echo: 'scheduled_at',
    shownBy: ['../engine/hours.test.ts', 'hold as well for an order that was scheduled'],
  }),
  echoed('from_phone_number', ['+12025550199'], ['12025550199', ''], 'from_phone_number'),
  echoed('metadata', [{ a: 'b' }, {}], [{ a: 1 }, { a: null }, 'a'], 'metadata'),
  seen('prompt_variables', [{ name: 'Ada' }], [{ name: 5 }, []], null),
  echoed(`${A}prompt`, ['Say hello.'], [5, null], 'assistant.prompt'),
  echoed(
    `${A}background_sound`,
    ['audio/office.ogg', null],
    ['audio/street.ogg'],
    'assistant.background_sound',
  ),
  echoed(`${A}calendly.connection_id`, ['c'], [5, null], 'assistant.calendly.connection_id'),
  echoed(`${A}calendly.event_type_id`, ['e'], [5, null], 'assistant.calendly.event_type_id'),
  behaves(
    `${W}calling_window_start_time`,
    ['09:00', '9am', '9:30AM'],
    ['25:00', '9', 'noon', 900],
    {
      echo: 'call_retry_config.calling_windows.0.calling_window_start_time',
      shownBy: ['../engine/hours-property.test.ts', 'nothing ever rings outside'],
    },
  ),
  behaves(`${W}calling_window_end_time`, ['17:00', '6pm', '24:00'], ['00:00', '18.00', 'late'], {
    echo: 'call_retry_config.calling_windows.0.calling_window_end_time',
    shownBy: ['../engine/hours.test.ts', 'are half-open'],
  }),
  behaves(`${W}retry_delay_seconds`, [1, 9007199254740991], [0, -1, 1.5, '60', 9007199254740992], {
    echo: 'call_retry_config.calling_windows.0.retry_delay_seconds',
    shownBy: [
      '../engine/hours.test.ts',
      'give the delay of the one in which the last attempt began',
    ],
  }),
  behaves(`${R}max_retry_attempts`, [1, 9007199254740991], [0, 0.5, '3'], {
    echo: 'call_retry_config.max_retry_attempts',
    shownBy: ['../engine/lifecycle.test.ts', 'ends when its attempts are used up'],
  }),
  behaves(`${R}timezone`, ['Europe/Paris', null], ['Mars/Olympus', '', 3], {
    echo: 'call_retry_config.timezone',
    shownBy: ['../engine/hours-property.test.ts', 'on the wall clock of the zone'],
  }),
  behaves(`${R}allowed_days`, [['monday', 'sunday']], [[], ['someday'], 'monday'], {
    echo: 'call_retry_config.allowed_days',
    shownBy: ['../faults/order-faults.test.ts', "allowed_days: ['sunday']"],
  }),
  behaves(`${R}call_twice_in_a_row`, [true, false], ['yes', 1], {
    echo: 'call_retry_config.call_twice_in_a_row',
    shownBy: ['../engine/lifecycle.test.ts', 'call_twice_in_a_row'],
  }),
  seen(`${A}end_of_call_sentence`, ['Goodbye then.'], [5], 'assistant.end_of_call_sentence'),
  seen(`${A}faq_items.0.question`, ['Why?'], [5, null], 'assistant.faq_items.0.question'),
  seen(`${A}faq_items.0.answer`, ['Because.'], [5, null], 'assistant.faq_items.0.answer'),
  seen(`${A}first_sentence`, ['Good morning.'], [5], 'assistant.first_sentence'),
  echoed(
    `${A}first_sentence_delay_ms`,
    [0, 400, 5000],
    [-1, 0.5, '400'],
    'first_sentence_delay_ms',
  ),
  seen(
    `${A}first_sentence_mode`,
    ['generated', 'static', 'none'],
    ['loud'],
    'assistant.first_sentence_mode',
  ),
  seen(`${A}ivr_navigation_enabled`, [true, false], ['yes'], 'assistant.ivr_navigation_enabled'),
  echoed(
    `${A}llm_model.name`,
    ['gpt-4.1', 'ministral-3-8b-instruct'],
    ['gpt-1', null],
    'llm_model.name',
  ),
  echoed(`${A}llm_model.type`, ['dedicated-instance'], ['local', null], 'llm_model.type'),
  echoed(
    `${A}llm_model`,
    [{ type: 'openrouter', openrouter_model_id: 'm', openrouter_provider: 'p' }],
    [{ type: 'openrouter' }, 'gpt-4.1'],
    'llm_model',
  ),
  behaves(`${A}max_call_duration_secs`, [0, 1, 45, 3600], [-5, '60'], {
    echo: 'assistant.max_call_duration_secs',
    shownBy: ['../engine/lifecycle.test.ts', 'is hung up by the system at max_call_duration_secs'],
  }),
  behaves(`${A}structured_output_config.0.name`, ['interested'], ['', 5, null], {
    echo: 'assistant.structured_output_config.0.name',
    shownBy: ['../people/talk.test.ts', 'structured output fits what was asked for'],
  }),
  behaves(`${A}structured_output_config.0.required`, [true, false], ['yes', null], {
    echo: 'assistant.structured_output_config.0.required',
    shownBy: ['../people/talk.test.ts', 'structured output fits what was asked for'],
  }),
  behaves(
    `${A}structured_output_config.0.type`,
    ['string', 'number', 'boolean', 'enum', 'date', 'datetime'],
    ['text', null],
    {
      echo: 'assistant.structured_output_config.0.type',
      shownBy: ['../people/talk.test.ts', 'structured output fits what was asked for'],
    },
  ),
  behaves(`${A}structured_output_config.0.enum_options`, [['a', 'b'], []], ['a', [1]], {
    echo: 'assistant.structured_output_config.0.enum_options',
    shownBy: ['../people/talk.test.ts', 'structured output fits what was asked for'],
  }),
  echoed(
    `${A}structured_output_config.0.description`,
    ['Is it so?'],
    [5],
    'assistant.structured_output_config.0.description',
  ),
  seen(
    `${A}transfer_phone_number`,
    ['+12025550177', null],
    ['0177', ''],
    'assistant.transfer_phone_number',
  ),
  echoed(`${A}voice.id`, ['v'], ['', 5, null], 'assistant.voice.id'),
  echoed(
    `${A}voice.provider`,
    ['cartesia', 'elevenlabs'],
    ['other', null],
    'assistant.voice.provider',
  ),
  echoed(`${A}voice.speed`, [0.7, 1, 1.2], [0.5, 1.6, '1'], 'assistant.voice.speed'),
  seen(`${A}voicemail_message`, ['Call us back.', null], [5], 'assistant.voicemail_message'),
  behaves(
    `${A}webhook_url`,
    ['https://example.com/hook', null],
    ['example.com', 'ftp://x.example', 5],
    {
      echo: 'assistant.webhook_url',
      shownBy: ['../http/webhook.test.ts', 'the completion webhook is sent once'],
    },
  ),
];

interface Shown {
  readonly echo: string | null;
  readonly shownBy: readonly [file: string, words: string];
}

type Values = readonly unknown[];

// The rows above are read as a table; four columns are what a row needs.
function behaves(...[field, good, bad, shown]: [string, Values, Values, Shown]): RequestField {
  return { field, class: 'behaves', good, bad, ...shown };
}

function seen(...[field, good, bad, echo]: [string, Values, Values, string | null]): RequestField {
  return { field, class: 'seen', good, bad, echo };
}

function echoed(...[field, good, bad, echo]: [string, Values, Values, string]): RequestField {
  return { field, class: 'echoed', good, bad, echo };
}
