import { expect, test } from 'vitest';
import { explore } from './explore.ts';

test('the first states of two people whose turns come in any order, with a crash anywhere', async () => {
  const found = await explore('this API', 40);
  expect(found.broken).toEqual([]);
  expect(found.states).toBeGreaterThanOrEqual(40);
});
