import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';

/** That each is caught costs minutes: npm run mutants. That it can be planted at all is seen here. */
test.each(MUTANTS)('a bug that can still be planted: $name', ({ edits }) => {
  for (const { file, find, put } of edits) {
    const text = readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
    expect(text.split(find).length - 1, `${file} has once: ${find}`).toBe(1);
    expect(put).not.toBe(find);
  }
});
