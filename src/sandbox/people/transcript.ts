import type { AssistantRecord } from '../model/assistant.ts';
import type { Chance } from '../model/chance.ts';
import type { Result, Turn } from '../model/order.ts';

const MS_PER_TURN = 14_000;

const SAYS = [
  'Yes, I have a minute.',
  'Can you say that again, please?',
  'That could be interesting.',
  'I would have to look at my calendar.',
  'All right.',
  'What does it cost?',
] as const;

const ANSWERS = [
  'Of course. Let me put it in other words.',
  'I understand. May I ask one more thing?',
  'Thank you, I have noted that.',
  'That is good to know.',
] as const;

interface Talk {
  readonly result: Result;
  readonly talkMs: number;
  readonly endReason: string | null;
  readonly optsOut?: true;
  readonly assistant: AssistantRecord | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** `{{name}}` becomes the variable's text; a name without a variable stays, so that it is noticed. */
const interpolate = (text: string, variables: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (whole, name: string) => variables[name] ?? whole);

const user = (content: string): Turn => ({ role: 'user', content });
const agent = (content: string): Turn => ({ role: 'assistant', content });
const tool = (name: string, args: Readonly<Record<string, unknown>>, content: string): Turn => ({
  role: 'tool',
  content,
  tool_name: name,
  tool_arguments: args,
  tool_is_error: false,
});

/** What was said: long enough for the time that it took, and with the campaign's own sentences. */
export function transcriptOf(talk: Talk, chance: Chance): readonly Turn[] {
  switch (talk.result) {
    case 'human':
      return [...opening(talk), ...middle(talk, chance), ...wish(talk), ...closing(talk)];
    case 'voicemail': {
      const message = talk.assistant?.voicemail_message ?? null;
      const greeting = user(
        'I cannot take your call right now. Please leave a message after the tone.',
      );
      return message === null ? [greeting] : [greeting, agent(say(talk, message))];
    }
    case 'IVR':
      return menu(talk);
    case 'ios-screening-filter':
      return [
        user(
          'Hi. If you record your name and reason for calling, I will see if this person is available.',
        ),
        agent(firstSentence(talk)),
      ];
    case 'unknown':
      return [agent(firstSentence(talk))];
  }
}

const say = (talk: Talk, text: string): string => interpolate(text, talk.variables);

const firstSentence = (talk: Talk): string =>
  say(talk, talk.assistant?.first_sentence ?? 'Hello, this is an automated call.');

const opening = (talk: Talk): readonly Turn[] =>
  talk.assistant?.first_sentence_mode === 'none'
    ? [user('Hello?'), agent(firstSentence(talk))]
    : [agent(firstSentence(talk)), user('Hello?')];

function middle(talk: Talk, chance: Chance): readonly Turn[] {
  const turns: Turn[] = [];
  const questions = talk.assistant?.faq_items ?? [];
  const pairs = Math.floor(talk.talkMs / MS_PER_TURN);
  for (let pair = 0; pair < pairs; pair += 1) {
    const asked = questions[pair];
    if (asked !== undefined) turns.push(user(asked.question), agent(say(talk, asked.answer)));
    else
      turns.push(
        user(chance.pick(`says/${pair}`, SAYS)),
        agent(chance.pick(`answers/${pair}`, ANSWERS)),
      );
  }
  return turns;
}

const wish = (talk: Talk): readonly Turn[] =>
  talk.optsOut === true
    ? [
        user('Please do not call me again.'),
        agent('I will see to it. You will not be called again.'),
      ]
    : [];

function closing(talk: Talk): readonly Turn[] {
  if (talk.endReason === 'transfer') {
    const to = talk.assistant?.transfer_phone_number ?? null;
    return [
      user('Can I talk to somebody?'),
      tool('transfer_call', { phone_number: to }, 'transferred'),
    ];
  }
  if (talk.endReason !== 'tool_end_call') return [user('I have to go now. Goodbye.')];
  const last = talk.assistant?.end_of_call_sentence ?? 'Thank you for your time. Goodbye.';
  return [agent(say(talk, last)), tool('end_call', {}, 'ended')];
}

function menu(talk: Talk): readonly Turn[] {
  const heard = user('For sales, press 1. For anything else, press 2.');
  if (talk.endReason === 'ivr_no_navigate') return [heard];
  return [heard, tool('send_dtmf', { digits: '2' }, 'sent'), tool('end_call', {}, 'ended')];
}
