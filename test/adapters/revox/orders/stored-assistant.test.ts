import { expect, it } from 'vitest';
import { readStoredAssistant } from '../../../../src/adapters/revox/orders/stored-assistant.ts';

const storing = (attempts: unknown) => ({ call_retry_config: { max_retry_attempts: attempts } });

it.each([
  [storing(1), 1],
  [storing(2), 2],
  [storing('1'), null],
  [{ call_retry_config: null }, null],
  [{ call_retry_config: {} }, null],
  [{}, null],
])('of %j the attempts are %j', (assistant, attempts) => {
  expect(readStoredAssistant(assistant)).toMatchObject({
    attempts,
    retries: { setting: 'max_retry_attempts', says: expect.stringMatching(/^has /) },
  });
});

it('only fields with a name and a type are outputs', () => {
  const fields = [{ name: 'ok', type: 'boolean' }, { name: 'ok' }, 'ok', null];
  expect(readStoredAssistant({ structured_output_config: fields }).outputs).toEqual([
    { name: 'ok', type: 'boolean' },
  ]);
  expect(readStoredAssistant({}).outputs).toEqual([]);
});
