import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { releasesOf } from '../../../src/cli/compose/compose.ts';
import { LOCATE_BY_DEFAULT, WAY_OF_LOCATING } from '../../../src/domain/phone/place/place.ts';

test('a ledger of an older way of locating has its unfinished contacts located again', () => {
  const reference = loadReference();
  const { zones, numbers } = reference.releases;
  // What the ledgers say that were written when a time zone left the law alone.
  const former = `time zones ${zones}, numbers ${numbers}`;
  const now = releasesOf(reference, { where: LOCATE_BY_DEFAULT });
  expect(now).toBe(`${former}, way of locating ${WAY_OF_LOCATING}`);
});
