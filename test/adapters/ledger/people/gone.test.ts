import { afterEach, beforeEach, expect, test } from 'vitest';
import { suppress } from '../../../../src/app/people/suppress.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import {
  aContact,
  aFile,
  aRow,
  aRun,
  HOUR,
  memoryLedger,
  START,
} from '../../../app/world/setup.ts';

/** People who are in the contact file no more. */

let ledger: SqliteLedger;
let session: Session;
beforeEach(async () => {
  ledger = memoryLedger();
  session = await aRun(ledger, [aContact(1), aContact(2)]);
});
afterEach(() => {
  ledger.close();
});

async function read(hash: string, people: readonly number[], whole = true) {
  const file = { ...aFile, hash, path: `/tmp/${session.runId}.csv` };
  const { fileId } = await ledger.beginFile(session, file, START);
  const rows = people.map((nth, i) => aRow(i + 2, aContact(nth)));
  await ledger.feedRows(session, fileId, { rows, now: START });
  return whole ? await ledger.endFile(session, fileId, START) : null;
}

test('S14 somebody who is gone after a reading that broke off is in the export once', async () => {
  await read('two', [1, 2], false);
  await read('three', [1]);
  const found: (string | undefined)[] = [];
  for await (const row of ledger.rows(session.runId)) found.push(row.contact?.e164);
  expect(found.sort()).toEqual([aContact(1).e164, aContact(2).e164]);
});

test('I14 somebody who was on a list when they left the file is not called when the list means them no more', async () => {
  const list = {
    ...{ name: 'left.csv', path: '/lists/left.csv' },
    async *entries() {
      yield await Promise.resolve({ row: 2, numbers: [], tails: [aContact(2).e164.slice(-7)] });
    },
  };
  await suppress({ ledger, session }, [list], START);
  const [barred] = await ledger.tailBarred(session.runId, { after: 0, limit: 9 });
  await ledger.skipEach(session, barred === undefined ? [] : [barred], START);
  expect(await read('two', [1])).toEqual({ held: 0, back: 0 });
  await suppress({ ledger, session }, [], START);
  expect(await ledger.freeTails(session, START)).toBe(1);
  const group = { group: 'America/New_York|', ringsUntil: START + HOUR, permit: '' };
  const request = { now: START, groups: [group], prefer: 'first', freeKeys: [] } as const;
  const claim = () => ledger.claim(session, { ...request, repeatAfterMs: 0, definition: 1 });
  expect((await claim())?.e164).toBe(aContact(1).e164);
  expect(await claim()).toBeNull();
  await read('three', [1, 2]);
  expect((await claim())?.e164, 'they are back').toBe(aContact(2).e164);
});
