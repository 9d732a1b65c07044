import { describe, expect, test } from 'vitest';
import { parseTimeOfDay } from '../../../src/domain/time/time-of-day.ts';

const read = (text: string, as: 'start' | 'end'): number | null => {
  const parsed = parseTimeOfDay(text, as);
  return parsed.ok ? parsed.minutes : null;
};

describe('a time of day', () => {
  test.each([
    ['09:00', 540, 540],
    ['9:00', 540, 540],
    ['6pm', 1080, 1080],
    ['6 PM', 1080, 1080],
    ['6PM', 1080, 1080],
    ['6 p.m.', 1080, 1080],
    ['10am', 600, 600],
    ['10:00', 600, 600],
    ['１０：００', 600, 600],
    ['10:30am', 630, 630],
    ['10.30am', 630, 630],
    ['10h30', 630, 630],
    [' 10:30 ', 630, 630],
    ['12am', 0, 1440],
    ['midnight', 0, 1440],
    ['12pm', 720, 720],
    ['noon', 720, 720],
    ['Midday', 720, 720],
    ['12:30am', 30, 30],
    ['12:01 p.m.', 721, 721],
    ['8 a. m.', 480, 480],
    ['00:00', 0, 0],
    ['24:00', null, 1440],
    ['23:59', 1439, 1439],
  ])('"%s" is minute %s as a start and %s as an end', (text, start, end) => {
    expect(read(text, 'start')).toBe(start);
    expect(read(text, 'end')).toBe(end);
  });

  test.each([
    ['9', 'write 9am, 9pm or 9:00'],
    ['09', 'write 9am, 9pm or 9:00'],
    ['13', 'no minutes'],
    ['0', 'no minutes'],
    ['0am', 'not 1 to 12'],
    ['13pm', 'not 1 to 12'],
    ['9:60', '59 minutes'],
    ['25:00', 'past the end'],
    ['24:30', 'past the end'],
    ['6p', 'not a time of day'],
    ['8:5', 'not a time of day'],
    ['08:00:00', 'not a time of day'],
    ['-1:00', 'not a time of day'],
    ['six', 'not a time of day'],
    ['', 'empty'],
    ['  ', 'empty'],
  ])('"%s" is refused, and the message says: %s', (text, why) => {
    for (const as of ['start', 'end'] as const) {
      const parsed = parseTimeOfDay(text, as);
      expect(parsed.ok ? '' : parsed.problem).toContain(why);
    }
  });

  test('24:00 as a start names what to write instead', () => {
    const parsed = parseTimeOfDay('24:00', 'start');
    expect(parsed.ok ? '' : parsed.problem).toContain('00:00');
  });
});
