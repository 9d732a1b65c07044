import { expect, it } from 'vitest';
import { callOrder } from '../../../../src/domain/order/sending/call-order.ts';
import { campaignOf } from '../../campaign/a-campaign.ts';

const ORDERED = {
  key: 'k',
  contactId: 'c1',
  e164: '+12025550123',
  variables: { plan: '', name: 'Ada' },
  metadata: {},
  fence: { from: 0, until: 1 },
  leavesMessage: false,
};

it('an order is sent without defaults in its texts, and with them in its variables', () => {
  const campaign = campaignOf({ 'assistant.prompt': 'About {{plan|your plan}}, {{name}}.' });
  expect(callOrder(campaign, ORDERED)).toMatchObject({
    assistant: { kind: 'described', fields: { prompt: 'About {{plan}}, {{name}}.' } },
    variables: { plan: 'your plan', name: 'Ada' },
  });
});

it('the provider is told of the lines at once only where the campaign names a key for them', () => {
  const named = { key: 'sales', max: 7 };
  expect(callOrder(campaignOf({ concurrency: named }), ORDERED).atOnce).toEqual(named);
  expect(callOrder(campaignOf({ concurrency: { max: 7 } }), ORDERED).atOnce).toBeNull();
});
