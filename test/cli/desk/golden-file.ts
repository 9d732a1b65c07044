import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../golden/', import.meta.url));

/**
 * Compares a text with the file of that name in test/golden. With UPDATE_GOLDEN=1 the file is written
 * instead, and the difference is there to be reviewed.
 */
export function expectGolden(name: string, text: string): void {
  const path = `${FOLDER}${name}`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  if (!existsSync(path)) {
    throw new Error(`test/golden/${name} is not there; make it: UPDATE_GOLDEN=1 npm test`);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
