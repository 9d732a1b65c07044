import { describe, expect, test } from 'vitest';
import { wasRefusal } from '../../../src/domain/campaign/success.ts';
import { limitTexts } from '../../../src/domain/law/limits.ts';
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
    expect(limitTexts(calling.limits)).toEqual([
      'campaign: at most 1 call in 24 hours',
      'campaign: at most 3 calls in 7 days',
      'campaign: at most 4 calls in 30 days',
      'campaign: 7 days of rest after a conversation',
      'campaign: 60 days of rest after a refusal',
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
