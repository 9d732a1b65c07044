type Json = Readonly<Record<string, unknown>>;

export interface Talk {
  readonly by: string;
  readonly shown: Json;
  /** What is kept of the talk. */
  readonly kept: readonly { readonly role: string; readonly content: string }[];
}

/** A finished talk in the shape of another provider. Right: a human was reached, and the talk is kept. */
export const TALKS: readonly Talk[] = [
  { by: 'a text', shown: { transcript: 'user: hi' }, kept: [{ role: 'user', content: 'hi' }] },
  {
    by: 'Vapi, as one text',
    shown: { transcript: 'AI: Hello, an assistant speaks.\nUser: Hi.\n' },
    kept: [
      { role: 'ai', content: 'Hello, an assistant speaks.' },
      { role: 'user', content: 'Hi.\n' },
    ],
  },
  {
    by: 'Retell, as one text, with the output as JSON in a text',
    shown: {
      transcript: 'Agent: Hello.\nUser: Hi.',
      structured_output: '{"asked_not_to_be_called":false}',
    },
    kept: [
      { role: 'agent', content: 'Hello.' },
      { role: 'user', content: 'Hi.' },
    ],
  },
  {
    by: 'Bland, where the speaker is "user" and the words are "text"',
    shown: {
      transcript: [
        { id: 1, user: 'assistant', text: 'Hello.' },
        { id: 2, user: 'user', text: 'Hi.' },
      ],
    },
    kept: [
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'Hi.' },
    ],
  },
  {
    by: 'Deepgram, where the speaker is a number',
    shown: { transcript: [{ speaker: 0, transcript: 'Hello.', confidence: 0.98 }] },
    kept: [{ role: 'unknown', content: 'Hello.' }],
  },
  {
    by: 'Vonage, as JSON in a text',
    shown: {
      transcript: '[{"role":"assistant","content":"Hello."},{"role":"user","content":"Hi."}]',
    },
    kept: [
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'Hi.' },
    ],
  },
  {
    by: 'ElevenLabs, where the words are "message" and the output is JSON in a text',
    shown: {
      transcript: [{ role: 'agent', message: 'Hello.', time_in_call_secs: 0 }],
      structured_output: '{"asked_not_to_be_called":false}',
    },
    kept: [{ role: 'agent', content: 'Hello.' }],
  },
];
