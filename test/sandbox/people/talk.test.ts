import { expect, it } from 'vitest';
import type { Script } from '../../../src/sandbox/model/order.ts';
import {
  anOrder,
  aSandbox,
  everybody,
  human,
  placed,
  seen,
  voicemail,
  type AttemptJson,
} from '../setup.ts';

async function talk(script: Script, assistant: Record<string, unknown>): Promise<AttemptJson> {
  const { clock, sandbox } = aSandbox({ people: everybody(script) });
  const order = anOrder({
    assistant: { ...anOrder().assistant, ...assistant },
    prompt_variables: { first_name: 'Ada', 'odd key': 'x' },
  });
  const { id } = placed(sandbox, order);
  await clock.toEnd();
  const attempt = seen(sandbox, id).call_attempts.at(-1);
  if (attempt === undefined) throw new Error('nobody was called');
  return attempt;
}

const words = (attempt: AttemptJson): string[] =>
  (attempt.transcript ?? []).map((turn) => `${turn.role}: ${turn.content}`);

it('the first sentence, the questions and the last sentence are heard, with the variables in them', async () => {
  const heard = words(
    await talk(human(), {
      first_sentence: 'Hello {{first_name}}, {{ first_name }}, {{nobody}}.',
      faq_items: [{ question: 'Who are you?', answer: 'A friend of {{first_name}}.' }],
      end_of_call_sentence: 'Bye {{first_name}}.',
    }),
  );
  expect(heard[0]).toBe('assistant: Hello Ada, Ada, {{nobody}}.');
  expect(heard).toContain('user: Who are you?');
  expect(heard).toContain('assistant: A friend of Ada.');
  expect(heard).toContain('assistant: Bye Ada.');
  expect(heard.at(-1)).toBe('tool: ended');
});

it('with first_sentence_mode none the person speaks first', async () => {
  const attempt = await talk(human(), { first_sentence_mode: 'none', first_sentence: 'Hi.' });
  expect(words(attempt).slice(0, 2)).toEqual(['user: Hello?', 'assistant: Hi.']);
});

it('the voicemail message is left, or nothing is', async () => {
  const left = await talk(voicemail, { voicemail_message: 'Call us, {{first_name}}.' });
  expect(words(left).at(-1)).toBe('assistant: Call us, Ada.');
  const nothing = await talk(voicemail, { voicemail_message: null });
  expect(words(nothing).map((line) => line.split(':')[0])).toEqual(['user']);
});

it('a transfer goes to transfer_phone_number', async () => {
  const script = { ...human(), endReason: 'transfer' } as Script;
  const attempt = await talk(script, { transfer_phone_number: '+12025550177' });
  expect(attempt).toMatchObject({ ended_by: 'agent', end_reason: 'transfer' });
  expect(attempt.transcript?.at(-1)).toMatchObject({
    tool_name: 'transfer_call',
    tool_arguments: { phone_number: '+12025550177' },
  });
});

it('a phone menu is left, or gone through when ivr_navigation_enabled says so', async () => {
  const menu = { ...human(), result: 'IVR', endReason: 'ivr_no_navigate' } as Script;
  expect((await talk(menu, {})).transcript).toHaveLength(1);
  const { clock, sandbox } = aSandbox({ seed: 3 });
  const assistant = { ...anOrder().assistant, ivr_navigation_enabled: true };
  const ids = Array.from({ length: 99 }, (_, i) => {
    const phone_number = `+12025550${String(100 + i)}`;
    return placed(sandbox, anOrder({ phone_number, assistant })).id;
  });
  await clock.toEnd();
  const menus = ids
    .map((id) => seen(sandbox, id).call_attempts[0])
    .filter((attempt) => attempt?.result === 'IVR');
  expect(menus.length).toBeGreaterThan(0);
  for (const attempt of menus) {
    expect(attempt?.transcript).toContainEqual(expect.objectContaining({ tool_name: 'send_dtmf' }));
  }
});

it('structured output fits what was asked for', async () => {
  const enum_options = ['gold', 'silver'];
  const { clock, sandbox } = aSandbox({ people: everybody(human()) });
  const types = ['string', 'number', 'boolean', 'enum', 'date', 'datetime'];
  const structured_output_config = types.flatMap((type) =>
    [true, false].map((required) => ({
      name: `${type} ${required}`,
      type,
      required,
      enum_options,
    })),
  );
  const assistant = { ...anOrder().assistant, structured_output_config };
  const ids = Array.from({ length: 60 }, (_, i) => {
    const phone_number = `+12025550${String(100 + i)}`;
    return placed(sandbox, anOrder({ phone_number, assistant })).id;
  });
  await clock.toEnd();
  const fits: Record<string, (value: unknown) => boolean> = {
    string: (value) => typeof value === 'string' && value !== '',
    number: (value) => typeof value === 'number' && Number.isFinite(value),
    boolean: (value) => typeof value === 'boolean',
    enum: (value) => enum_options.includes(String(value)),
    date: (value) => /^2026-1[12]-\d\d$/.test(String(value)),
    datetime: (value) => new Date(String(value)).toISOString() === value,
  };
  let open = 0;
  for (const id of ids) {
    const output = seen(sandbox, id).call_attempts[0]?.structured_output ?? {};
    expect(Object.keys(output)).toEqual(structured_output_config.map((field) => field.name));
    for (const [name, value] of Object.entries(output)) {
      const [type = '', required] = name.split(' ');
      if (value === null && required === 'false') open += 1;
      else expect(fits[type]?.(value), `${name}: ${String(value)}`).toBe(true);
    }
  }
  expect(open).toBeGreaterThan(0);
});

it('there is no structured output without a human', async () => {
  const structured_output_config = [{ name: 'a', type: 'string', required: true }];
  const attempt = await talk(voicemail, { structured_output_config });
  expect(attempt.structured_output).toBeNull();
});
