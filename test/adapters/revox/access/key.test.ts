import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readKey } from '../../../../src/adapters/revox/access/key.ts';

const KEY = 'sk_a-key-of-the-tests';

function aFile(text: string, mode = 0o600): string {
  const folder = mkdtempSync(join(tmpdir(), 'key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'key');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

it('takes the key of the environment before that of the file', () => {
  expect(readKey(` ${KEY}\n`, aFile('another'))).toEqual({
    kind: 'found',
    key: KEY,
    from: 'REVOX_API_KEY',
  });
});

it('takes the one line of a file that nobody else may read', () => {
  const file = aFile(`${KEY}\n`);
  for (const env of [undefined, '', '  ']) {
    expect(readKey(env, file)).toEqual({ kind: 'found', key: KEY, from: file });
  }
});

it('finds none where there is none', () => {
  expect(readKey(undefined, join(tmpdir(), 'no-such-folder', 'key'))).toEqual({ kind: 'none' });
});

it.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o666])(
  'refuses a file that others may read: %o',
  (mode) => {
    const reading = readKey(undefined, aFile(KEY, mode));
    expect(reading).toMatchObject({ kind: 'bad', fix: expect.stringContaining('chmod 600') });
    expect(JSON.stringify(reading)).not.toContain(KEY);
  },
);

it('refuses what is no key, without repeating it', () => {
  for (const reading of [readKey(`${KEY} x`, ''), readKey(undefined, aFile(`${KEY}\n${KEY}`))]) {
    expect(reading).toMatchObject({ kind: 'bad' });
    expect(JSON.stringify(reading)).not.toContain(KEY);
  }
  expect(readKey(undefined, aFile('\n'))).toMatchObject({ kind: 'bad' });
});
