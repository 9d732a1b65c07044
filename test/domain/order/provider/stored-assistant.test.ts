import { expect, it } from 'vitest';
import { againstAssistant } from '../../../../src/domain/order/provider/stored-assistant.ts';

const storing = (attempts: unknown) => ({ call_retry_config: { max_retry_attempts: attempts } });

it('a stored assistant that makes one attempt may be used', () => {
  expect(againstAssistant(storing(1), 'refuse')).toBeNull();
});

it.each([storing(2), storing('1'), { call_retry_config: null }, { call_retry_config: {} }, {}])(
  'one that may dial more often is refused: %j',
  (assistant) => {
    expect(againstAssistant(assistant, 'refuse')?.fix).toContain('max_retry_attempts');
    expect(againstAssistant(assistant, 'cancel')).toBeNull();
    expect(againstAssistant(assistant, 'accept')).toBeNull();
  },
);
