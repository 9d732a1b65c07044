import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../src/adapters/ledger/migrations/migrations.ts';
import { openForecastLedger } from '../../../src/adapters/sqlite/ledger/forecast-ledger.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { reasonCode } from '../../../src/domain/run/reason.ts';
import type { ClaimRequest } from '../../../src/ports/ledger/queue.ts';
import { aContact, feedAll, HOUR, START } from '../../app/world/setup.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The last version that compared numbers as they are spelled. */
const BEFORE_IDENTITY = 10;
const MOBILE = '+5491123456789';
const SAME = '+541123456789';
const DAY = 24 * HOUR;

/** One run with these numbers, in the schema of that version. The ids are as it made them: anything. */
function anOldLedger(numbers: readonly string[], more: string): string {
  const path = join(folder, 'old.db');
  const db = openDatabase(path, { synchronous: 'full' });
  for (const { sql } of MIGRATIONS.slice(0, BEFORE_IDENTITY)) db.exec(sql);
  db.pragma(`user_version = ${BEFORE_IDENTITY}`);
  db.exec(`insert into ledger (mode) values ('live');
    insert into run (id, name, created_at, releases) values ('a-run', 'a-run', ${START}, 'test');
    insert into file (run_id, path, name, hash, delimiter, headers, reading, complete, read_at)
      values ('a-run', '/tmp/a-run.csv', 'a.csv', 'x', ',', '[]', 1, 1, ${START});`);
  for (const [i, e164] of numbers.entries()) {
    db.exec(`insert into contact (id, run_id, e164, number_type, evidence, zones, zone_source, grp, located_with,
        variables, metadata, priority, state, changed_at)
      values ('c${i}', 'a-run', '${e164}', 'mobile', '{}', 'America/New_York', 'number', 'America/New_York|', 'test',
        '{}', '{}', 0, 'pending', ${START});
      insert into row (file_id, line, cells, reading, contact_seq) values (1, ${i + 2}, '[]', 1, ${i + 1});`);
  }
  db.exec(more);
  db.close();
  return path;
}

const REQUEST: ClaimRequest = {
  now: START + 10 * DAY,
  groups: [{ group: 'America/New_York|', ringsUntil: START + 11 * DAY, permit: '10:00-18:00' }],
  prefer: 'first',
  freeKeys: [],
  repeatAfterMs: 0,
  definition: 1,
};

const anOrder = (of: { seq: number; e164: string; at: number; open: number }): string =>
  `insert into call_order (key, run_id, contact_seq, e164, nth, state, open, definition, permit, ordered_at, rings_until)
   values ('k${of.seq}', 'a-run', ${of.seq}, '${of.e164}', 1, '${of.open === 1 ? 'calling' : 'settled'}', ${of.open}, 1,
     'x', ${of.at}, ${of.at + HOUR});
   update contact set state = '${of.open === 1 ? 'calling' : 'pending'}', tries = 1 where seq = ${of.seq};`;

async function claimed(
  ledger: SqliteLedger,
  lookedAt?: string,
): Promise<readonly (string | null)[]> {
  const session = await ledger.beginSession('a-run', START + 10 * DAY);
  if (lookedAt !== undefined) await ledger.looked(session, lookedAt, REQUEST.now);
  const first = await ledger.claim(session, REQUEST);
  const second = await ledger.claim(session, REQUEST);
  return [first?.key ?? null, second?.key ?? null];
}

describe('a ledger of the version before the dialled identity', () => {
  test('calls somebody who is in it in two spellings once, and keeps their id and keys', async () => {
    const ledger = openLedger(anOldLedger([SAME, MOBILE], ''), 'live');
    expect(await claimed(ledger)).toEqual(['c0-1', null]);
    const [, twin] = await ledger.lookUp('a-run', { by: 'number', e164: MOBILE });
    const person = await ledger.person('a-run', twin?.contactId ?? '');
    expect(person?.contact.state).toBe('skipped');
    expect(reasonCode(person?.contact.reason ?? null)).toBe('same_phone');
    ledger.close();
  });

  test('goes on with the spelling that was ordered', async () => {
    const more = anOrder({ seq: 2, e164: MOBILE, at: START, open: 0 });
    const ledger = openLedger(anOldLedger([SAME, MOBILE], more), 'live');
    expect(await claimed(ledger)).toEqual([null, null]);
    expect(await claimed(ledger, 'k2')).toEqual(['c1-2', null]);
    ledger.close();
  });

  test('I3 keeps one open order of a phone, and opens although there were two', async () => {
    const more =
      anOrder({ seq: 1, e164: SAME, at: START + 5, open: 1 }) +
      anOrder({ seq: 2, e164: MOBILE, at: START, open: 1 });
    const path = anOldLedger([SAME, MOBILE], more);
    openLedger(path, 'live').close();
    const db = openDatabase(path, { synchronous: 'full' });
    expect(db.prepare('select key, open from call_order order by key').all()).toEqual([
      { key: 'k1', open: 0 },
      { key: 'k2', open: 1 },
    ]);
    db.close();
  });

  test('bars every spelling of who is on its list, and keeps its log', async () => {
    const more = `insert into do_not_call (e164, who, source, at) values ('${MOBILE}', 'ana', 'x', ${START});
      insert into do_not_call_log (e164, kind, who, source, at) values ('${MOBILE}', 'add', 'ana', 'x', ${START});`;
    const path = anOldLedger([SAME], more);
    const ledger = openLedger(path, 'live');
    expect(await claimed(ledger)).toEqual([null, null]);
    const person = await ledger.person('a-run', 'c0');
    expect(person?.barLog).toHaveLength(1);
    ledger.close();
    const db = openDatabase(path, { synchronous: 'full' });
    expect(() => db.exec(`update do_not_call_log set who = 'bo'`)).toThrow('never changes');
    db.close();
  });
});

describe('such a ledger, brought up to date,', () => {
  test('knows its people again when their file is read anew', async () => {
    const ledger = openLedger(anOldLedger([MOBILE], ''), 'live');
    const session = await ledger.beginSession('a-run', START);
    await feedAll(ledger, session, [aContact(1, { e164: SAME })]);
    const claim = await ledger.claim(session, REQUEST);
    expect(claim).toMatchObject({ key: 'c0-1', e164: SAME });
    expect(await ledger.claim(session, REQUEST)).toBeNull();
    ledger.close();
  });

  test('gives a forecast the same identities, and is not written by it', async () => {
    const path = anOldLedger([SAME, MOBILE], '');
    const forecast = openForecastLedger(path, 'a-run');
    expect(await claimed(forecast)).toEqual(['c0-1', null]);
    forecast.close();
    const db = openDatabase(path, { synchronous: 'full' });
    expect(db.pragma('user_version', { simple: true })).toBe(BEFORE_IDENTITY);
    db.close();
  });
});
