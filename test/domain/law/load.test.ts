import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLaw } from '../../../src/adapters/reference/rules.ts';

interface File {
  readonly rules: readonly Record<string, unknown>[];
}

const path = new URL('../../../data/reference/rules.json', import.meta.url);
const shipped = JSON.parse(readFileSync(path, 'utf8')) as File;
const france = shipped.rules.find((rule) => rule['id'] === 'FR');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file whose only rule is that of France with something changed. */
function changed(change: Record<string, unknown>): string {
  const file = join(folder, 'rules.json');
  writeFileSync(file, JSON.stringify({ release: 'x', rules: [{ ...france, ...change }] }));
  return file;
}

describe('a file of rules', () => {
  test('is read whole', () => {
    expect(loadLaw(changed({})).rules.map((rule) => rule.record.id)).toEqual(['FR']);
  });

  const hours = (text: string): string[][] => Array.from({ length: 7 }, () => [text]);
  test.each([
    ['hours that end before they begin', { hours: hours('20:00-08:00') }],
    ['hours that are none', { hours: hours('8-20') }],
    ['six days', { hours: hours('08:00-20:00').slice(1) }],
    ['no hours at all', { hours: undefined }],
    ['an unknown purpose', { purposes: ['fun'] }],
    [
      'a holiday nobody can work out',
      { closures: [{ days: [{ name: 'x', on: 'soon' }], hours: [] }] },
    ],
    ['no source', { sources: [] }],
    ['a date that does not exist', { review_by: '2027-02-30' }],
    ['a word that is not known', { colour: 'red' }],
  ])('with %s stops the program', (_, change) => {
    expect(() => loadLaw(changed(change))).toThrow('is not what this version reads');
  });

  test('with the same rule twice stops the program', () => {
    const file = join(folder, 'rules.json');
    writeFileSync(file, JSON.stringify({ release: 'x', rules: [france, france] }));
    expect(() => loadLaw(file)).toThrow('is not what this version reads');
  });
});
