import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../src/adapters/ledger/migrations/migrations.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun, START } from '../../app/world/setup.ts';

const ANA = { who: 'ana', at: START, reason: null };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the records of what happened, and of what people asked for', () => {
  test.each([
    ['delete from request', 'requests are never deleted'],
    [`update request set who = 'bo'`, 'requests never change'],
    ['delete from do_not_call_log', 'the do-not-call log is never deleted'],
    [`update do_not_call_log set who = 'bo'`, 'the do-not-call log never changes'],
    ['delete from change', 'changes are never deleted'],
    [`update change set reason = 'x'`, 'changes never change'],
    ['delete from evidence', 'evidence is never deleted'],
    [`update evidence set provider_id = 'x'`, 'evidence never changes'],
  ])('are only appended to: %s', async (sql, refusal) => {
    const path = join(folder, 'a.db');
    const ledger = openLedger(path, 'live');
    await aRun(ledger, [aContact(1)]);
    await ledger.evidence('a-1', { source: 'get', providerId: null, raw: 'x', now: START });
    await ledger.ask({ ...ANA, runId: 'a-run', kind: 'pause', contactId: null, hangUp: false });
    await ledger.bar([aContact(1).e164], { ...ANA, source: 'x' });
    ledger.close();
    const db = openDatabase(path, { synchronous: 'full' });
    db.exec(`update contact set state = 'failed'`);
    expect(() => db.exec(sql)).toThrow(refusal);
    db.close();
  });

  test('are there as soon as a ledger of the first version is opened', async () => {
    const path = join(folder, 'old.db');
    const [first] = MIGRATIONS;
    const db = openDatabase(path, { synchronous: 'full' });
    db.exec(first?.sql ?? '');
    db.exec(`insert into ledger values ('live')`);
    db.pragma('user_version = 1');
    db.close();
    const ledger = openLedger(path, 'live');
    await aRun(ledger, [aContact(1)]);
    await ledger.bar([aContact(1).e164], { ...ANA, source: 'x' });
    expect(await ledger.barred()).toHaveLength(1);
    ledger.close();
  });
});
