import { describe, expect, it, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';

const { rules, places } = loadReference();
const american = (name: string): string | null => places.zoneNames.zoneOf(name, true);
const elsewhere = (name: string): string | null => places.zoneNames.zoneOf(name, false);

describe('time zones as programs write them', () => {
  test.each([
    ['of the time-zone rules', 'america/new_york', 'America/New_York'],
    ['of them, in older days', 'US/Eastern', 'America/New_York'],
    ['with a space', 'America/New York', 'America/New_York'],
    ['of HubSpot', 'america_slash_new_york', 'America/New_York'],
    ['of HubSpot, in older days', 'us_slash_east_hyphen_indiana', 'America/Indiana/Indianapolis'],
    [
      'of HubSpot with a dash',
      'america_slash_port_hyphen_au_hyphen_prince',
      'America/Port-au-Prince',
    ],
    ['of HubSpot as it is shown', 'UTC -05:00 America New York', 'America/New_York'],
    ['of Windows', 'W. Europe Standard Time', 'Europe/Berlin'],
    ['of Windows, which begins like an offset', 'GMT Standard Time', 'Europe/London'],
    [
      'of Windows, as Outlook shows it',
      '(UTC-05:00) Eastern Time (US & Canada)',
      'America/New_York',
    ],
    ['of Windows, by its cities', '(UTC+01:00) Amsterdam, Berlin, Bern, Rome', 'Europe/Amsterdam'],
    ['of Rails', 'Eastern Time (US & Canada)', 'America/New_York'],
    ['of Rails, as Zoom writes it', 'Pacific Time (US and Canada)', 'America/Los_Angeles'],
    ['of Rails in a form', '(GMT-07:00) Arizona', 'America/Phoenix'],
    ['of Salesforce', '(GMT-04:00) Eastern Daylight Time (America/Toronto)', 'America/Toronto'],
    ['of North America', '(UTC-06:00) Central Time', 'America/Chicago'],
    ['of its summer', 'Mountain Daylight Time', 'America/Denver'],
  ])('%s', (_, name, zone) => {
    expect(american(name)).toBe(zone);
  });

  test.each([
    ['an abbreviation', 'PST'],
    ['an offset alone', 'UTC-05:00'],
    ['an offset that the zone does not keep', '(UTC-08:00) Eastern Time (US & Canada)'],
    ['cities with several times', '(UTC+03:00) Moscow, Kuwait, Berlin'],
    ['half a parenthesis', '(UTC-05:00 Eastern Time'],
    ['a word', 'Springfield'],
    ['a zone that is none', 'Eastern Standard Time (America/Bosie)'],
    ['a name that means another clock by now', 'Astana'],
  ])('%s is not understood', (_, name) => {
    expect(american(name)).toBeNull();
  });

  it('the clocks of North America mean nothing elsewhere: Sydney has an Eastern Standard Time too', () => {
    for (const name of ['Eastern Standard Time', 'Pacific Time', '(UTC-05:00) Eastern Time'])
      expect(elsewhere(name)).toBeNull();
    expect(elsewhere('Eastern Time (US & Canada)')).toBe('America/New_York');
  });

  it('every name of the time-zone rules means what it says, in each spelling', () => {
    const wrong = rules.names().flatMap((name) => {
      const spellings = [name, name.toUpperCase(), name.replaceAll('_', ' ')];
      if (name.includes('/') && !/\d/.test(name))
        spellings.push(name.toLowerCase().replaceAll('/', '_slash_').replaceAll('-', '_hyphen_'));
      return spellings.filter((one) => elsewhere(one) !== name);
    });
    expect(wrong).toEqual([]);
  });
});
