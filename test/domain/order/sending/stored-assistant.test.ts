import { expect, it } from 'vitest';
import { againstAssistant } from '../../../../src/domain/order/sending/stored-assistant.ts';

const dialling = (attempts: number | null) => ({
  attempts,
  retries: { setting: 'tries', says: 'dials as often as it likes' },
  outputs: [],
});

it('a stored assistant that makes one attempt may be used', () => {
  expect(againstAssistant(dialling(1), 'refuse')).toBeNull();
});

it.each([2, 0, null])('one that may dial more often is refused: %j', (attempts) => {
  const against = againstAssistant(dialling(attempts), 'refuse');
  expect(against?.message).toContain('the stored assistant dials as often as it likes; it has');
  expect(against?.fix).toContain('set tries of the stored assistant to 1');
  expect(againstAssistant(dialling(attempts), 'cancel')).toBeNull();
  expect(againstAssistant(dialling(attempts), 'accept')).toBeNull();
});
