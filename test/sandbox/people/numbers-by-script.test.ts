import { expect, it } from 'vitest';
import { InventedPeople } from '../../../src/sandbox/people/people.ts';
import { ScriptedPeople } from '../../../src/sandbox/people/scripted-people.ts';
import { anOrder, aSandbox, placed, seen } from '../setup.ts';

const people = new ScriptedPeople(new InventedPeople(7));

it.each([
  ['+12025550100', 'completed', ['human']],
  ['+12025550110', 'completed', ['voicemail', 'voicemail', 'voicemail']],
  ['+12025550112', 'completed', ['no_answer', 'voicemail', 'human']],
  ['+12025550121', 'completed', ['busy', 'busy', 'busy']],
  ['+12025550130', 'errored', ['number_non_attributed']],
  ['+12025550140', 'completed', ['IVR', 'IVR', 'IVR']],
])('a number does what its last two digits say: %s', async (phone_number, status, outcomes) => {
  const { clock, sandbox } = aSandbox({ people });
  const { id } = placed(sandbox, anOrder({ phone_number }));
  await clock.toEnd();
  const call = seen(sandbox, id);
  expect(call.status).toBe(status);
  expect(call.call_attempts.map((a) => a.result ?? a.dial_error).reverse()).toEqual(outcomes);
});

it('a number without a script does what the others do', async () => {
  const order = anOrder({ phone_number: '+12025550199' });
  const [scripted, invented] = [aSandbox({ people }), aSandbox()];
  const ids = [scripted, invented].map(({ sandbox }) => placed(sandbox, order).id);
  await scripted.clock.toEnd();
  await invented.clock.toEnd();
  expect(seen(scripted.sandbox, ids[0] ?? '')).toEqual(seen(invented.sandbox, ids[1] ?? ''));
});

it('…04 asks not to be called again: it is said, and read out', async () => {
  const fields = ['asked_not_to_be_called', 'do_not_contact', 'opted_out', 'confirmed'];
  const structured_output_config = fields.map((name) => ({
    name,
    type: 'boolean',
    required: false,
  }));
  const assistant = { prompt: 'Say hello.', structured_output_config };
  const { clock, sandbox } = aSandbox({ people });
  const ids = ['+12025550104', '+12025550100'].map(
    (phone_number) => placed(sandbox, anOrder({ phone_number, assistant })).id,
  );
  await clock.toEnd();
  const [asks, other] = ids.map((id) => seen(sandbox, id).call_attempts[0]);
  const wishes = { asked_not_to_be_called: true, do_not_contact: true, opted_out: true };
  expect(asks?.structured_output).toMatchObject(wishes);
  expect(JSON.stringify(asks?.transcript)).toContain('Please do not call me again.');
  const none = { asked_not_to_be_called: false, do_not_contact: false, opted_out: false };
  expect(other?.structured_output).toMatchObject(none);
});
