import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import { wasRefusal } from '../../../src/domain/campaign/success.ts';
import { limitReasons } from '../../../src/domain/law/limits.ts';
import { campaignOf, problemsOf } from './a-campaign.ts';

describe('the campaign’s own limits', () => {
  test('are none when it has none', () => {
    expect(campaignOf().calling.limits).toEqual({ caps: [], rests: [] });
    expect(campaignOf().subject).toBe('');
  });

  test('are spans of days and rests', () => {
    const { calling, subject } = campaignOf({
      caps: { per_day: 1, per_week: 3, per_30_days: 4 },
      cool_off: { after_talk: '7d', after_refusal: '60d' },
      subject: ' Spring check-up ',
    });
    expect(limitReasons(calling.limits)).toEqual([
      storeReason({ code: 'cap', by: 'campaign', hours: 24, max: 1, per_subject: false }),
      storeReason({ code: 'cap', by: 'campaign', hours: 168, max: 3, per_subject: false }),
      storeReason({ code: 'cap', by: 'campaign', hours: 720, max: 4, per_subject: false }),
      storeReason({
        code: 'rest',
        after: 'conversation',
        by: 'campaign',
        hours: 168,
        per_subject: false,
      }),
      storeReason({
        code: 'rest',
        after: 'refusal',
        by: 'campaign',
        hours: 1440,
        per_subject: false,
      }),
    ]);
    expect(subject).toBe('spring check-up');
  });

  test('are checked', () => {
    expect(problemsOf({ caps: { per_day: 0 } })).toEqual([
      'caps.per_day: 0 is too small -> write 1 or more',
    ]);
    expect(problemsOf({ caps: { per_month: 4 } })).toHaveLength(1);
    expect(problemsOf({ cool_off: { after_talk: 'a week' } })).toHaveLength(1);
    expect(problemsOf({ subject: ' ' })).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const success = { field: 'confirmed', equals: true };
  const refusal = { field: 'said_no', equals: true };
  const output = (name: string) => ({ name, type: 'boolean', required: true, description: name });
  const outputs = ['confirmed', 'said_no'].map(output);
  const asking = (change: object) =>
    campaignOf({ 'assistant.structured_output_config': outputs, ...change });

  test('is a talk that was no success, where the campaign does not say', () => {
    expect(wasRefusal(campaignOf(), { anything: 1 })).toBe(true);
    expect(wasRefusal(asking({ success }), { confirmed: true })).toBe(false);
    expect(wasRefusal(asking({ success }), { confirmed: false })).toBe(true);
    expect(wasRefusal(asking({ success }), null)).toBe(true);
  });

  test('asks for what a call can bring back', () => {
    expect(problemsOf({ refusal })).toEqual([
      'refusal.field: "said_no" is not in assistant.structured_output_config -> declare it there',
    ]);
  });

  test('is what the campaign says it is, and an unknown answer may be one', () => {
    const both = asking({ success, refusal });
    expect(wasRefusal(both, { confirmed: false, said_no: false })).toBe(false);
    expect(wasRefusal(both, { confirmed: true, said_no: true })).toBe(true);
    expect(wasRefusal(both, null)).toBe(true);
  });
});
