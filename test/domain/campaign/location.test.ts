import { describe, expect, test } from 'vitest';
import { campaignOf, problemsOf } from './a-campaign.ts';

describe('what a campaign says of where people are', () => {
  test('is the address first, and nobody at numbers of no place', () => {
    expect(campaignOf().where).toEqual({ location: 'address_first', nonGeographic: null });
    expect(campaignOf({ non_geographic: 'skip' }).where.nonGeographic).toBeNull();
  });

  test('is kept, under the zone’s name of today', () => {
    const { where } = campaignOf({ location: 'intersect', non_geographic: 'Europe/Kiev' });
    expect(where).toEqual({ location: 'intersect', nonGeographic: 'Europe/Kyiv' });
  });

  test('is checked', () => {
    expect(problemsOf({ non_geographic: 'Eastern' })).toEqual([
      'non_geographic: "Eastern" is not a time zone -> write an IANA name, like Europe/Paris',
    ]);
    expect(problemsOf({ non_geographic: 'america/new york' })).toEqual([
      'non_geographic: "america/new york" is not a time zone -> did you mean America/New_York?',
    ]);
    expect(problemsOf({ location: 'number' })).toHaveLength(1);
  });
});
