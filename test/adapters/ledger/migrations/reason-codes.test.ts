import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '../../../../src/adapters/ledger/migrations/migrations.ts';
import { codedReason } from '../../../../src/adapters/ledger/migrations/reason-codes/coded.ts';
import { migrate, NEWEST } from '../../../../src/adapters/sqlite/migrate.ts';
import { openDatabase } from '../../../../src/adapters/sqlite/open.ts';
import { FACTS } from '../../../../src/domain/run/reason-facts.ts';
import { reasonCode, storeReason } from '../../../../src/domain/run/reason.ts';
import { SAID_OTHERWISE, WORDINGS } from './wordings.ts';

/** The last version that stored sentences. */
const BEFORE = MIGRATIONS.find(({ name }) => name === 'reason codes')?.version ?? 0;

describe('a reason that an earlier version has stored', () => {
  test.each(WORDINGS)('has its code: %s', (wording, code) => {
    const stored = codedReason(wording, 'pending');
    expect(reasonCode(stored)).toBe(code);
    expect(codedReason(stored, 'pending'), 'once more').toBe(stored);
  });

  test('in words of the provider is told apart by what became of the person', () => {
    expect(reasonCode(codedReason('HTTP 422: no such number', 'failed'))).toBe('order_rejected');
    expect(reasonCode(codedReason('HTTP 422: no such number', 'pending'))).toBe('sender_refused');
  });

  test('that stands in another one has its code as well', () => {
    const because = 'on the do-not-call list';
    const stored = codedReason(storeReason({ code: 'other_number_barred', because }), 'skipped');
    const inside = storeReason({ code: 'on_do_not_call' });
    expect(stored).toBe(storeReason({ code: 'other_number_barred', because: inside }));
  });

  test.each(['somebody typed this', '', 'US: at most many calls', '{"code":"of_2031","x":1}'])(
    'and is not known stays as it was: %s',
    (text) => {
      expect(codedReason(text, 'pending')).toBe(text);
    },
  );

  test('names no code that is not there', () => {
    expect([...WORDINGS, ...SAID_OTHERWISE].every(([, code]) => code in FACTS)).toBe(true);
  });
});

describe('the migration', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('changes the words and nothing else: states, moments, waits and the log stay', () => {
    const db = openDatabase(join(folder, 'old.db'), { synchronous: 'full' });
    migrate(db, { version: BEFORE - 1, mode: 'live' });
    db.exec(`insert into run (id, name, created_at, releases) values ('r', 'r', 1, 'x');
      insert into do_not_call (e164, identity, who, reason, source, at) values
        ('+1', '1', 'the person called', 'asked not to be called again', 'order k-1', 5),
        ('+2', '2', 'ana', 'the run is paused', 'campaign dnc add', 5);`);
    const insert = db.prepare(
      `insert into contact (id, run_id, e164, number_type, evidence, zones, zone_source, grp, located_with, variables,
         metadata, priority, state, reason, held, not_before, changed_at)
       values (?, 'r', ?, 'mobile', '{}', 'UTC', 'number', 'UTC|', 'x', '{}', '{}', 0, ?, ?, ?, 7, 9)`,
    );
    for (const [nth, [wording]] of WORDINGS.entries())
      insert.run(
        `c${nth}`,
        `+${nth}`,
        'pending',
        wording,
        nth === 0 ? 'removed from the file' : null,
      );
    db.exec(`update contact set state = 'skipped', changed_at = 10 where seq < 5`);
    const facts = `select id, state, not_before, changed_at from contact order by seq`;
    const before = db.prepare(facts).all();
    migrate(db, { version: NEWEST, mode: null });
    expect(db.prepare(facts).all()).toEqual(before);
    const codes = (sql: string): (string | null)[] =>
      db
        .prepare<[], string | null>(sql)
        .pluck()
        .all()
        .map((text) => reasonCode(text));
    expect(codes('select reason from contact order by seq')).toEqual(
      WORDINGS.map(([, code]) => code),
    );
    expect(codes('select held from contact where held is not null')).toEqual(['removed_from_file']);
    expect(codes('select reason from change order by id')).toEqual(
      WORDINGS.slice(0, 4).map(([, code]) => code),
    );
    expect(db.prepare('select reason from do_not_call order by e164').pluck().all()).toEqual([
      storeReason({ code: 'opted_out' }),
      'the run is paused',
    ]);
    expect(() => db.exec(`update change set reason = 'x'`)).toThrow('changes never change');
    db.close();
  });
});
