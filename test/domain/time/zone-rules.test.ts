import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { ZoneRules } from '../../../src/domain/time/zone-rules.ts';

const { rules } = loadReference();
const HOUR = 3_600_000;
const winter = Date.UTC(2026, 11, 1, 12);

describe('the offsets of today', () => {
  // Node 20 carries 2025c, which is an hour off in every one of these at this instant.
  test.each([
    ['America/Vancouver', -7],
    ['America/Edmonton', -6],
    ['America/Winnipeg', -5],
    ['America/Inuvik', -6],
    ['America/Havana', -4],
    ['Africa/Casablanca', 0],
  ])('%s is at %i hours from UTC on 2026-12-01', (zone, hours) => {
    expect(rules.offsetMs(zone, winter)).toBe(hours * HOUR);
  });

  test.each([
    ['Asia/Kathmandu', 5.75],
    ['Australia/Eucla', 8.75],
    ['Pacific/Chatham', 13.75],
    ['America/St_Johns', -3.5],
    ['Australia/Lord_Howe', 11],
  ])('%s keeps its part of an hour', (zone, hours) => {
    expect(rules.offsetMs(zone, winter)).toBe(hours * HOUR);
  });

  test('a change of the clocks counts from its very millisecond', () => {
    const change = Date.UTC(2027, 2, 14, 7);
    expect(rules.offsetMs('America/New_York', change - 1)).toBe(-5 * HOUR);
    expect(rules.offsetMs('America/New_York', change)).toBe(-4 * HOUR);
  });
});

describe('names', () => {
  test.each([
    ['america/new_york', 'America/New_York'],
    [' Europe/Berlin ', 'Europe/Berlin'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Godthab', 'America/Nuuk'],
    ['EST5EDT', 'America/New_York'],
    ['UTC', 'Etc/UTC'],
  ])('%s is listed as %s', (name, canonical) => {
    expect(rules.canonical(name)).toBe(canonical);
  });

  test.each(['Europe/Amsterdam', 'Africa/Abidjan', 'Atlantic/Reykjavik', 'Asia/Kolkata'])(
    '%s stays under its own name, though it may share its rules',
    (name) => {
      expect(rules.canonical(name)).toBe(name);
    },
  );

  test('an unknown name is null, and asking for its offset is a bug', () => {
    expect(rules.canonical('Mars/Olympus')).toBeNull();
    expect(rules.canonical('')).toBeNull();
    expect(() => rules.offsetMs('Mars/Olympus', winter)).toThrow('no time-zone rules');
  });

  test('every name that Node knows is known here', () => {
    const unknown = Intl.supportedValuesOf('timeZone').filter((n) => rules.canonical(n) === null);
    expect(unknown).toEqual([]);
  });
});

describe('segments', () => {
  test('are without gaps, in order, and clipped to the span', () => {
    const span = { start: Date.UTC(2026, 0, 1, 5), end: Date.UTC(2028, 0, 1, 3) };
    for (const zone of rules.names()) {
      const segments = rules.segments(zone, span);
      expect(segments[0]?.start).toBe(span.start);
      expect(segments.at(-1)?.end).toBe(span.end);
      for (const [index, segment] of segments.entries()) {
        expect(segment.end).toBeGreaterThan(segment.start);
        expect(segments[index + 1]?.start ?? span.end).toBe(segment.end);
        expect(rules.offsetMs(zone, segment.start)).toBe(segment.offsetMs);
        expect(rules.offsetMs(zone, segment.end - 1)).toBe(segment.offsetMs);
      }
    }
  });

  test('an empty span has none', () => {
    expect(rules.segments('Europe/Paris', { start: winter, end: winter })).toEqual([]);
  });

  test('the offset at either end of the covered years goes on beyond them', () => {
    const beyond = { start: rules.covers.end, end: rules.covers.end + HOUR };
    expect(rules.segments('Europe/Paris', beyond)).toHaveLength(1);
    expect(rules.offsetMs('Asia/Tokyo', 0)).toBe(9 * HOUR);
  });
});

test('zones with the same clocks have the same rules, others do not', () => {
  expect(rules.sameRules('Europe/London', 'Europe/Jersey')).toBe(true);
  expect(rules.sameRules('America/Boise', 'America/Denver')).toBe(true);
  expect(rules.sameRules('America/Phoenix', 'America/Denver')).toBe(false);
  expect(rules.sameRules('America/Vancouver', 'America/Los_Angeles')).toBe(false);
});

test('data that names a missing rule list is refused', () => {
  const data = {
    release: 'test',
    from: '2025-01-01T00:00:00Z',
    until: '2041-01-01T00:00:00Z',
    rules: [],
    names: { 'Europe/Paris': 0 },
    links: {},
  };
  expect(() => new ZoneRules(data)).toThrow('rule list 0');
});
