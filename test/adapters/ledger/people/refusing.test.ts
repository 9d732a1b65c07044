import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeReason } from '../../../../src/domain/run/reason.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { RowToFeed } from '../../../../src/ports/ledger/intake.ts';
import type { Session } from '../../../../src/ports/session.ts';
import {
  aContact,
  aFile,
  aRow,
  aRun,
  memoryLedger,
  NEW_YORK_CLAIM,
  START,
} from '../../../app/world/setup.ts';

const REASON = storeReason({ code: 'row_refused', column: 'DNC', value: 'Y' });
const ANA = aContact(1);
const BO = aContact(2);

/** A row that refuses without being somebody: a duplicate, or one with problems. */
const refusing = (line: number, e164: string): RowToFeed => ({
  ...aRow(line, null),
  refusal: { e164, otherNumbers: [], reason: REASON },
});

let ledger: SqliteLedger;
beforeEach(() => {
  ledger = memoryLedger();
});
afterEach(() => {
  ledger.close();
});

async function reads(session: Session, path: string, rows: readonly RowToFeed[]): Promise<void> {
  const file = { ...aFile, path, hash: JSON.stringify(rows) };
  const { fileId } = await ledger.beginFile(session, file, START);
  await ledger.feedRows(session, fileId, { rows, now: START });
  await ledger.endFile(session, fileId, START);
}

async function states(session: Session): Promise<Record<string, number>> {
  const { states: all, reasons } = await ledger.counts(session.runId);
  for (const { reason } of reasons) expect(reason).toBe(REASON);
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

/** Ordered once, and waiting to be tried again. */
async function triedOnce(session: Session): Promise<void> {
  const claim = await ledger.claim(session, NEW_YORK_CLAIM);
  const answered = { source: 'post', providerId: 'p-1', now: START } as const;
  await ledger.accepted(session, claim?.key ?? '', answered);
  await ledger.settle(session, claim?.key ?? '', {
    now: START,
    view: { stage: 'over', status: 'completed', attempts: [] } as never,
    outcome: null,
    success: null,
    lookAt: null,
    decision: { to: 'pending', notBefore: START, reason: 'again' },
  });
}

describe('a row that refuses', () => {
  test('bars its person, who is in the run through another row, before it or behind it', async () => {
    const session = await aRun(ledger, []);
    await reads(session, '/tmp/a.csv', [
      aRow(2, ANA),
      refusing(3, ANA.e164),
      refusing(4, BO.e164),
      aRow(5, BO),
    ]);
    expect(await states(session)).toEqual({ skipped: 2 });
    expect(await ledger.claim(session, NEW_YORK_CLAIM)).toBeNull();
  });

  test('bars a person of another file, in whatever spelling of the number', async () => {
    const mobile = aContact(1, { e164: '+5491123456789' });
    const session = await aRun(ledger, [mobile]);
    await reads(session, '/tmp/b.csv', [refusing(2, '+541123456789')]);
    expect(await states(session)).toEqual({ skipped: 1 });
  });

  test('ends somebody who waits to be tried again: ordered before, they are exhausted', async () => {
    const session = await aRun(ledger, [ANA]);
    await triedOnce(session);
    expect((await ledger.states(session.runId)).pending).toBe(1);
    await reads(session, '/tmp/a-run.csv', [
      { ...aRow(2, ANA), ...refusing(2, ANA.e164), contact: ANA, problems: [] },
    ]);
    expect(await states(session)).toEqual({ exhausted: 1 });
  });

  test('holds for somebody whose call is live: they are not tried again', async () => {
    const session = await aRun(ledger, [ANA]);
    const claim = await ledger.claim(session, NEW_YORK_CLAIM);
    await reads(session, '/tmp/b.csv', [refusing(2, ANA.e164)]);
    const back = { now: START, notBefore: START, reason: 'not sent' };
    const look = { now: START, limits: { caps: [], rests: [] } };
    expect(await ledger.mayStart(session, claim?.key ?? '', look)).toBe(REASON);
    await ledger.giveBack(session, claim?.key ?? '', back);
    expect(await ledger.claim(session, { ...NEW_YORK_CLAIM, prefer: 'again' })).toBeNull();
    expect(await states(session)).toEqual({ skipped: 1 });
  });

  test('bars nobody any more once its file no longer says so, unless another does', async () => {
    const session = await aRun(ledger, [ANA, BO]);
    await reads(session, '/tmp/b.csv', [refusing(2, ANA.e164), refusing(3, BO.e164)]);
    await reads(session, '/tmp/c.csv', [refusing(2, BO.e164)]);
    await reads(session, '/tmp/b.csv', [aRow(2, null)]);
    expect(await states(session)).toEqual({ pending: 1, skipped: 1 });
    expect((await ledger.claim(session, NEW_YORK_CLAIM))?.e164).toBe(ANA.e164);
  });
});

describe('a file of the same content', () => {
  test('is read again where its rows are read another way', async () => {
    const session = await aRun(ledger, []);
    const begin = (readAs?: string) =>
      ledger.beginFile(session, { ...aFile, ...(readAs === undefined ? {} : { readAs }) }, START);
    const end = ({ fileId }: { fileId: number }) => ledger.endFile(session, fileId, START);
    const otherwise = async (): Promise<string[]> =>
      (await ledger.filesReadOtherwise(session.runId, 'new')).map(({ path }) => path);
    await end(await begin());
    expect(await otherwise()).toContain(aFile.path);
    const again = await begin('new');
    expect(again.known).toBe(false);
    await end(again);
    expect(await begin('new')).toMatchObject({ known: true });
    expect(await otherwise()).not.toContain(aFile.path);
  });
});
