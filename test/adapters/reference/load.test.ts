import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReference, loadZoneRules } from '../../../src/adapters/reference/load.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (content: string): string => {
  const path = join(folder, 'zones.json');
  writeFileSync(path, content);
  return path;
};

const newer = {
  release: '2027a',
  from: '2025-01-01T00:00:00Z',
  until: '2041-01-01T00:00:00Z',
  rules: [{ offsets: [60, 120], changes: [30_000_000] }],
  names: { 'Europe/Paris': 0 },
  links: { 'Europe/Lutetia': 'Europe/Paris' },
};

describe('the reference data', () => {
  test('ships with the program and says its releases', () => {
    const { rules, numbers, places, releases } = loadReference();
    expect(releases.zones).toMatch(/^\d{4}[a-z]$/);
    expect(rules.release).toBe(releases.zones);
    expect(releases.numbers).toMatch(/^\d+\.\d+\.\d+\/\d{4}-\d\d-\d\d\/[0-9a-f]{8}$/);
    expect(numbers.fictional.length).toBeGreaterThan(30);
    expect(Object.keys(places.regions)).toHaveLength(245);
  });

  test('newer time-zone rules can be read from a file that the user names', () => {
    const rules = loadZoneRules(file(JSON.stringify(newer)));
    expect(rules.release).toBe('2027a');
    expect(rules.offsetMs('Europe/Lutetia', 30_000_000 * 60_000)).toBe(120 * 60_000);
    expect(rules.offsetMs('Europe/Paris', 30_000_000 * 60_000 - 1)).toBe(60 * 60_000);
  });

  test('a file that is missing, or is no JSON, is named', () => {
    expect(() => loadZoneRules(join(folder, 'none.json'))).toThrow(
      /cannot be read from .*none\.json/,
    );
    expect(() => loadZoneRules(file('{'))).toThrow(/cannot be read from .*zones\.json/);
  });

  test.each([
    ['no release', { ...newer, release: undefined }, 'release'],
    ['an empty release', { ...newer, release: '' }, 'release'],
    ['no date', { ...newer, until: 'soon' }, 'until'],
    ['an offset too few', { ...newer, rules: [{ offsets: [60], changes: [1] }] }, 'rules'],
    ['something else', [], 'object'],
  ])('a file with %s says what is missing', (_, data, word) => {
    expect(() => loadZoneRules(file(JSON.stringify(data)))).toThrow(word);
  });

  test('a zone that names a missing rule list is refused', () => {
    const broken = { ...newer, names: { 'Europe/Paris': 4 } };
    expect(() => loadZoneRules(file(JSON.stringify(broken)))).toThrow('rule list 4');
  });
});
