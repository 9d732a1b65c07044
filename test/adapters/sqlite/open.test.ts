import {
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../src/adapters/ledger/migrations/migrations.ts';
import { RunLock } from '../../../src/adapters/sqlite/ledger/lock.ts';
import { openDatabase, type Db } from '../../../src/adapters/sqlite/open.ts';
import {
  openExistingLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun } from '../../app/world/setup.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const schemaOf = (db: Db): string =>
  (
    db
      .prepare(
        `select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by type, name`,
      )
      .pluck()
      .all() as string[]
  )
    .map((sql) => `${sql};\n`)
    .join('\n');

describe('a ledger on disk', () => {
  test('has the schema that was reviewed', () => {
    const path = join(folder, 'a.db');
    openLedger(path, 'live').close();
    const db = openDatabase(path, { synchronous: 'full' });
    const golden = new URL('../../golden/schema.sqlite.sql', import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, schemaOf(db));
    expect(schemaOf(db)).toBe(readFileSync(golden, 'utf8'));
    db.close();
  });

  test('the versions of its migrations count up from one, so that a newer ledger is known as such', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(
      MIGRATIONS.map((_, i) => i + 1),
    );
  });

  test.each([
    ['live', 2],
    ['rehearsal', 1],
  ] as const)('a %s ledger syncs at level %i and writes a log ahead', (mode, level) => {
    const path = join(folder, 'a.db');
    openLedger(path, mode).close();
    const db = openDatabase(path, { synchronous: mode === 'live' ? 'full' : 'normal' });
    expect(db.pragma('synchronous', { simple: true })).toBe(level);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    db.close();
  });

  test.runIf(process.platform !== 'win32')('I9 nobody else may read it or its log', async () => {
    const path = join(folder, 'deep', 'a.db');
    const ledger = openLedger(path, 'live');
    await aRun(ledger, [aContact(1)]);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      expect(statSync(file).mode & 0o777, file).toBe(0o600);
    }
    expect(statSync(join(folder, 'deep')).mode & 0o777).toBe(0o700);
    ledger.close();
  });
});

describe('a file that is no ledger for us', () => {
  test('another mode, a newer version, another kind of file and no file are refused, each by its name', () => {
    const path = join(folder, 'a.db');
    openLedger(path, 'live').close();
    expect(() => openLedger(path, 'rehearsal')).toThrow('of a live run');
    const db = openDatabase(path, { synchronous: 'full' });
    db.pragma('user_version = 99');
    db.close();
    expect(() => openLedger(path, 'live')).toThrow('its version is 99');
    const text = join(folder, 'text.db');
    writeFileSync(text, 'phone,name\n'.repeat(100));
    expect(() => openLedger(text, 'live')).toThrow('is not a ledger');
    const other = join(folder, 'other.db');
    const database = openDatabase(other, { synchronous: 'full' });
    database.exec('create table customers (id integer)');
    database.close();
    expect(() => openLedger(other, 'live')).toThrow('not a ledger');
    expect(() => openExistingLedger(join(folder, 'none.db'), 'live')).toThrow('there is no ledger');
  });
});

describe('the lock of a run', () => {
  test('is held by one, and free again when that one lets go', () => {
    const path = join(folder, 'a.lock');
    const lock = RunLock.take(path);
    expect(lock).not.toBeNull();
    expect(RunLock.take(path)).toBeNull();
    lock?.release();
    const next = RunLock.take(path);
    expect(next).not.toBeNull();
    next?.release();
  });
});

test('a ledger says that its file is no longer where it was, and that it is there again', () => {
  const path = join(folder, 'a.db');
  const ledger = openLedger(path, 'live');
  expect(ledger.unfit()).toBeNull();
  renameSync(path, join(folder, 'gone.db'));
  expect(ledger.unfit()).toMatch(/^the ledger was moved or replaced while this session worked/);
  writeFileSync(path, 'an older copy');
  expect(ledger.unfit()).toMatch(/^the ledger was moved or replaced while this session worked/);
  renameSync(join(folder, 'gone.db'), path);
  expect(ledger.unfit()).toBeNull();
  ledger.close();
});

test('half of a ledger is said to be damaged', () => {
  const path = join(folder, 'a.db');
  openLedger(path, 'live').close();
  truncateSync(path, statSync(path).size / 2);
  expect(() => openExistingLedger(path, 'live')).toThrow(`${path} is damaged`);
});
