import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewContact } from '../../../../src/domain/contact/contact.ts';
import type { FeedCounts, RowToFeed } from '../../../../src/ports/ledger/intake.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import type { RowRecord } from '../../../../src/domain/run/records.ts';
import {
  aContact,
  aFile,
  aRow,
  aRun,
  HOUR,
  memoryLedger,
  START,
} from '../../../app/world/setup.ts';

let ledger: SqliteLedger;
let session: Session;
beforeEach(async () => {
  ledger = memoryLedger();
  await ledger.createRun({
    id: 'a-run',
    name: 'a run',
    label: null,
    releases: 'test',
    fingerprint: null,
    seed: null,
    now: START,
  });
  session = await ledger.beginSession('a-run', START);
});
afterEach(() => {
  ledger.close();
});

interface Fed extends FeedCounts {
  known_: boolean;
  held: number;
  back: number;
}

async function feed(rows: readonly RowToFeed[], change: Partial<typeof aFile> = {}): Promise<Fed> {
  const file = { ...aFile, hash: JSON.stringify(rows), ...change };
  const { fileId, known } = await ledger.beginFile(session, file, START);
  const none = { joined: 0, updated: 0, changed: 0, known: 0, invalid: 0, elsewhere: 0 };
  if (known) return { ...none, known_: true, held: 0, back: 0 };
  const counts = await ledger.feedRows(session, fileId, { rows, now: START });
  return { ...counts, known_: false, ...(await ledger.endFile(session, fileId, START)) };
}

const people = (...nths: number[]): RowToFeed[] => nths.map((nth, i) => aRow(i + 2, aContact(nth)));

async function exported(): Promise<RowRecord[]> {
  const rows: RowRecord[] = [];
  for await (const row of ledger.rows('a-run')) rows.push(row);
  return rows;
}

async function orderFor(): Promise<string> {
  const claim = await ledger.claim(session, {
    now: START,
    groups: [{ group: 'America/New_York|', ringsUntil: START + HOUR, permit: '' }],
    prefer: 'first',
    freeKeys: [],
    repeatAfterMs: 0,
    definition: 1,
  });
  return claim?.e164 ?? '';
}

describe('feeding a run', () => {
  test('new people join and bad rows are kept with their reasons', async () => {
    expect(await feed([...people(1, 2), aRow(4, null)])).toMatchObject({ joined: 2, invalid: 1 });
    const rows = await exported();
    expect(rows.map((row) => row.line)).toEqual([2, 3, 4]);
    expect(rows[2]?.problems).toMatchObject([{ code: 'letters', line: 4 }]);
    expect(rows[2]?.contact).toBeNull();
  });

  test('I8 the same content under another name and path is the same file', async () => {
    await feed(people(1, 2));
    const again = await feed(people(1, 2), { path: '/elsewhere/b.csv', name: 'b.csv' });
    expect(again.known_).toBe(true);
    expect(await ledger.files('a-run')).toMatchObject([{ name: 'b.csv', rows: 2 }]);
  });

  test('the same person in another file is the same contact, and one row has the result', async () => {
    await feed(people(1, 2));
    const other = await feed(people(2, 3), { path: '/tmp/b.csv', name: 'b.csv' });
    expect(other).toMatchObject({ joined: 1, elsewhere: 1 });
    const rows = await exported();
    expect(rows).toHaveLength(4);
    expect(rows[2]?.duplicateOf).toEqual({ file: 'a.csv', line: 3 });
    expect(rows.filter((row) => row.contact !== null && row.duplicateOf === null)).toHaveLength(3);
  });

  test('cells of a contact without an order are updated, later ones are only reported', async () => {
    await feed(people(1, 2));
    const ordered = await orderFor();
    const changed = people(1, 2).map((row) => ({
      ...row,
      contact: { ...(row.contact as NewContact), variables: { first_name: 'Changed' } },
    }));
    expect(await feed(changed)).toMatchObject({ updated: 1, changed: 1, joined: 0 });
    expect(ordered).toBe(aContact(1).e164);
    expect(await orderFor()).toBe(aContact(2).e164);
    const orders = await ledger.unsettled('a-run');
    expect(orders.map((order) => order.variables['first_name']).sort()).toEqual([
      'Changed',
      'Person 1',
    ]);
  });
});

describe('feeding a file again', () => {
  test('people who are gone from the file are held until they are back, and stay in the export', async () => {
    await feed(people(1, 2, 3));
    expect(await feed(people(1, 3))).toMatchObject({ held: 1, known: 2 });
    expect((await ledger.counts('a-run')).held).toBe(1);
    const gone = (await exported()).find((row) => row.contact?.heldFor !== null);
    expect(gone?.contact?.e164).toBe(aContact(2).e164);
    expect(await feed(people(2, 3, 1))).toMatchObject({ back: 1, held: 0 });
    expect(await exported()).toHaveLength(3);
  });

  test('a row that comes too late to join is a problem, unless the person has joined already', async () => {
    const late = people(1).map((row) => ({
      ...row,
      onlyIfJoined: true,
      problems: aRow(2, null).problems,
    }));
    expect(await feed(late)).toMatchObject({ joined: 0, invalid: 1 });
    expect((await exported())[0]?.problems).toHaveLength(1);
    await feed(people(1), { hash: 'in time' });
    expect(await feed(late, { hash: 'late again' })).toMatchObject({ known: 1, invalid: 0 });
    expect((await exported())[0]?.problems).toEqual([]);
  });

  test('reading that was cut off is begun again, and every row is there once', async () => {
    const { fileId } = await ledger.beginFile(session, { ...aFile, hash: 'cut' }, START);
    await ledger.feedRows(session, fileId, { rows: people(1, 2), now: START });
    expect(await feed(people(1, 2, 3), { hash: 'cut' })).toMatchObject({ joined: 1, known: 2 });
    expect(await exported()).toHaveLength(3);
  });
});

describe('a ledger', () => {
  test('evidence is never deleted, a settled order never changes', async () => {
    const run = await aRun(ledger, [aContact(5)], 'other');
    const claim = await ledger.claim(run, {
      now: START,
      groups: [{ group: 'America/New_York|', ringsUntil: START + HOUR, permit: '' }],
      prefer: 'first',
      freeKeys: [],
      repeatAfterMs: 0,
      definition: 1,
    });
    const key = claim?.key ?? '';
    const view = {
      id: 'p-1',
      stage: 'over',
      status: 'completed',
      attempts: [],
      metadata: {},
    } as const;
    const settlement = {
      now: START,
      view,
      outcome: null,
      success: null,
      decision: { to: 'exhausted', reason: 'test' } as const,
      lookAt: null,
    };
    await ledger.accepted(run, key, { source: 'post', providerId: 'p-1', now: START });
    await ledger.settle(run, key, settlement);
    await expect(ledger.settle(run, key, settlement)).rejects.toThrow('I5');
    await expect(ledger.uncertain(run, key, { reason: 'x', now: START })).rejects.toThrow('I5');
    expect((await ledger.states('other')).exhausted).toBe(1);
  });
});
