type Json = Readonly<Record<string, unknown>>;

/** An order without a list of its attempts, though one was made and a human answered. Right: reached, and not ordered again. */
export const WITHOUT_LIST: readonly { readonly by: string; readonly shown: Json }[] = [
  { by: 'a summary, which leaves the list out', shown: {} },
  { by: 'Retell, whose typed client writes null', shown: { call_attempts: null } },
  {
    by: 'Twilio, which gives the address of the list',
    shown: { call_attempts: '/2010-04-01/Accounts/AC1/Calls/CA1/Events.json' },
  },
  {
    by: 'Vonage, which gives a link and a count',
    shown: { call_attempts: { count: 1, _links: { self: { href: '/v1/calls?conversation=1' } } } },
  },
  { by: 'ElevenLabs, which gives ids', shown: { call_attempts: ['conv_1'] } },
  { by: 'Bland, which gives a number', shown: { call_attempts: 1 } },
  {
    by: 'Vapi, which gives a page',
    shown: { call_attempts: { results: [], metadata: { totalItems: 1 } } },
  },
  { by: 'Telnyx, from a copy that lags', shown: { call_attempts: [] } },
];
