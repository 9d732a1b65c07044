import { expect, it } from 'vitest';
import { orderBody } from '../../../../src/domain/order/provider/body.ts';
import { FENCE_ZONE } from '../../../../src/domain/schedule/fence.ts';
import { campaignOf } from '../../campaign/a-campaign.ts';

it('an order is sent without defaults in its texts, and with them in its variables', () => {
  const campaign = campaignOf({ 'assistant.prompt': 'About {{plan|your plan}}, {{name}}.' });
  const body = orderBody(campaign, {
    key: 'k',
    contactId: 'c1',
    e164: '+12025550123',
    variables: { plan: '', name: 'Ada' },
    metadata: {},
    fence: { from: 0, until: 1, windows: [], allowedDays: [], timezone: FENCE_ZONE },
    leavesMessage: false,
  });
  expect(body).toMatchObject({
    assistant: { prompt: 'About {{plan}}, {{name}}.' },
    prompt_variables: { plan: 'your plan', name: 'Ada' },
  });
});
