import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { PROJECT } from '../../cli/desk/desk.ts';
import { outside, RECORDED } from './audit-judge.ts';
import { spoiledTables } from './spoiled.ts';

/** The audit is made anew: the gazetteer, the polygons and the postal codes, from the packages of data/generate. */

const run = promisify(execFile);
const { places } = loadReference();
let fresh = '';

beforeAll(async () => {
  fresh = mkdtempSync(join(tmpdir(), 'audit-'));
  // On Windows npm is a script of the shell; the polygons take half a minute.
  const options = { cwd: PROJECT, shell: process.platform === 'win32' };
  await run('npm', ['run', '--silent', 'audit', '--', fresh], options);
}, 600_000);
afterAll(() => rmSync(fresh, { recursive: true }));

describe('the audit, made anew', () => {
  test('finds what data/audit says', () => {
    const names = readdirSync(fresh).sort();
    expect(names).toEqual(readdirSync(RECORDED).sort());
    const changed = names.filter(
      (name) =>
        readFileSync(join(fresh, name), 'utf8') !== readFileSync(new URL(name, RECORDED), 'utf8'),
    );
    expect(changed).toEqual([]);
  });

  test('finds nothing outside', () => {
    expect(outside(places, pathToFileURL(`${fresh}/`))).toEqual([]);
  });

  test.each(spoiledTables(places))('fails when one entry is spoiled: %s', (begins, _, tables) => {
    const wrong = outside(tables, pathToFileURL(`${fresh}/`));
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter((line) => !line.startsWith(begins))).toEqual([]);
  });
});
