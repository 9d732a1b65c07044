import { expect, it } from 'vitest';
import { InventedPeople } from '../../src/sandbox/people.ts';
import { ScriptedPeople } from '../../src/sandbox/scripted-people.ts';
import { anOrder, aSandbox, placed, seen } from './setup.ts';

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
