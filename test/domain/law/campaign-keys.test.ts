import { describe, expect, test } from 'vitest';
import { campaignOf, problemsOf } from '../campaign/a-campaign.ts';
import { dayOf } from '../../../src/domain/law/calendar.ts';

describe('the campaign’s rules', () => {
  test('are not spoken of by a campaign that has none of its own: auto holds', () => {
    expect(campaignOf().calling.rules).toBeUndefined();
    expect(campaignOf().calling.purpose).toBeUndefined();
  });

  test.each([
    ['auto', { automatic: true, named: [] }],
    ['none', { automatic: false, named: [] }],
    [['US', 'US-FL'], { automatic: false, named: ['US', 'US-FL'] }],
    [['auto', 'cautious'], { automatic: true, named: ['cautious'] }],
  ])('%j', (rules, choice) => {
    expect(campaignOf({ rules }).calling.rules).toEqual(choice);
  });

  test('that do not exist are a problem: a law that is left out by a typing error is a call too many', () => {
    expect(problemsOf({ rules: ['US-FLA'] })).toEqual([
      expect.stringContaining('did you mean US-FL?'),
    ]);
    expect(problemsOf({ rules: 'US-FL' })).toEqual([
      'rules: "US-FL" is not auto or none -> write a list: [US-FL]',
    ]);
    expect(problemsOf({ rules: [] })).toEqual(['rules: is an empty list -> name at least one']);
    expect(problemsOf({ rules: ['none'] })).toHaveLength(1);
    expect(problemsOf({ rules: null })).toHaveLength(1);
  });
});

describe('the campaign’s purpose and blackout dates', () => {
  test('are kept as they are written', () => {
    const { calling } = campaignOf({
      purpose: 'collections',
      blackout: ['2026-12-31', '2026-12-24'],
    });
    expect(calling.purpose).toBe('collections');
    expect(calling.blackout).toEqual([dayOf(2026, 12, 24), dayOf(2026, 12, 31)]);
  });

  test('are checked', () => {
    expect(problemsOf({ purpose: 'fun' })).toEqual([
      'purpose: "fun" is not one of marketing, service, collections, research -> write one of marketing, service, collections, research',
    ]);
    expect(problemsOf({ blackout: ['24.12.2026', '2026-02-30'] })).toEqual([
      'blackout[0]: "24.12.2026" is not a date -> write it like 2026-12-24',
      'blackout[1]: "2026-02-30" is not a date -> write it like 2026-12-24',
    ]);
  });
});
