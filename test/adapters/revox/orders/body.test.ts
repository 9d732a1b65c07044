import { describe, expect, it } from 'vitest';
import { orderBody } from '../../../../src/adapters/revox/orders/body.ts';
import { withOptOut } from '../../../../src/adapters/revox/orders/opt-out-field.ts';
import { readCampaign } from '../../../../src/domain/campaign/campaign.ts';
import { ORDER } from '../server/bench.ts';

const FIELD = 'asked_not_to_be_called';

describe('the body of an order', () => {
  it('is the order in the words of the provider, byte for byte', () => {
    expect(JSON.stringify(orderBody(ORDER))).toBe(
      '{"phone_number":"+15555550123","assistant":{"prompt":"Say hello.","structured_output_config":[{"name":"asked_not_to_be_called","type":"boolean","required":true,"description":"True if the person asked, in any words, not to be called again or to be taken off the list. Otherwise false."}],"call_retry_config":{"calling_windows":[{"calling_window_start_time":"09:00","calling_window_end_time":"17:00","retry_delay_seconds":2592000}],"allowed_days":["tuesday"],"max_retry_attempts":1,"timezone":"Africa/Abidjan","call_twice_in_a_row":false}},"prompt_variables":{},"metadata":{"campaign_contact":"contact-1","campaign_order_key":"key-1"}}',
    );
  });

  it('names a stored assistant, the number that is shown and the limit, where they are given', () => {
    const body = orderBody({
      ...ORDER,
      from: '+12025550111',
      assistant: { kind: 'stored', id: 'a-1' },
      atOnce: { key: 'sales', max: 7 },
      variables: { name: 'Ada' },
      metadata: { source: 'fair' },
    });
    expect(JSON.stringify(body)).toBe(
      '{"phone_number":"+15555550123","assistant_id":"a-1","from_phone_number":"+12025550111","concurrency":{"key":"sales","max":7},"prompt_variables":{"name":"Ada"},"metadata":{"source":"fair","campaign_contact":"contact-1","campaign_order_key":"key-1"}}',
    );
  });

  it('tells an answering machine nothing where the campaign’s message is not for it', () => {
    const fields = { prompt: 'Say hello.', voicemail_message: 'Call us.' };
    const spoken = { kind: 'described', fields, optOutField: FIELD } as const;
    const messageOf = (leavesMessage: boolean): unknown =>
      (
        orderBody({ ...ORDER, assistant: { ...spoken, leavesMessage } })[
          'assistant'
        ] as typeof fields
      ).voicemail_message;
    expect([messageOf(true), messageOf(false)]).toEqual(['Call us.', null]);
  });

  it('I2 carries its own key, whatever the row says', () => {
    const metadata = { campaign_order_key: 'another', campaign_contact: 'another' };
    expect(orderBody({ ...ORDER, metadata })['metadata']).toEqual({
      campaign_order_key: 'key-1',
      campaign_contact: 'contact-1',
    });
  });
});

describe('the field that is asked for', () => {
  it('is one that the campaign file itself would accept', () => {
    const assistant = { prompt: 'Say hello.', structured_output_config: withOptOut(null, FIELD) };
    const reading = readCampaign({ name: 'A test', assistant }, () => null);
    expect(reading.ok).toBe(true);
  });

  it('comes after the others, and is not asked for twice', () => {
    const other = { name: 'confirmed', type: 'boolean', required: true };
    const once = withOptOut([other], FIELD);
    expect(once.map((field) => field['name'])).toEqual(['confirmed', FIELD]);
    expect(withOptOut(once, FIELD)).toBe(once);
    const own = [{ name: FIELD, type: 'boolean', required: false, description: 'Our own words.' }];
    expect(withOptOut(own, FIELD)).toBe(own);
  });
});
