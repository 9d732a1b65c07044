import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsPage, type PageFrom } from '../../../src/adapters/ledger/view/reading.ts';
import type { Method, Statement } from '../../../src/adapters/ledger/statement.ts';
import { SqliteDriver } from '../../../src/adapters/sqlite/driver.ts';
import type { Db } from '../../../src/adapters/sqlite/open.ts';
import { openLedgerDatabase } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';

interface Place {
  readonly file: number;
  readonly reading: number;
  readonly line: number;
}

/** A ledger with rows at these places and nothing else; what each row says is where it stands. */
function aDatabase(places: readonly Place[]): Db {
  const db = openLedgerDatabase(':memory:', 'rehearsal');
  db.exec(`insert into run (id, name, created_at, releases) values ('a-run', 'a run', 0, '')`);
  for (const id of [1, 2]) {
    db.prepare(
      `insert into file (id, run_id, path, name, hash, delimiter, headers, reading, read_at)
       values (@id, 'a-run', 'f' || @id, 'f' || @id, @id || '', ',', '[]', 9, 0)`,
    ).run({ id });
  }
  const insert = db.prepare(
    `insert into row (file_id, line, cells, reading) values (@file, @line, @cells, @reading)`,
  );
  for (const place of places) insert.run({ ...place, cells: JSON.stringify([shown(place)]) });
  return db;
}

const shown = ({ reading, line }: Place): string => `reading ${reading}, line ${line}`;
const START: PageFrom = { reading: Number.MAX_SAFE_INTEGER, line: 0 };

function readAll(db: Db, limit: number): string[] {
  const driver = new SqliteDriver(db);
  const found: string[] = [];
  let from: PageFrom | null = START;
  while (from !== null) {
    const page: { rows: readonly { cells: readonly string[] }[]; next: PageFrom | null } =
      driver.snapshot(rowsPage(1, from, limit));
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    found.push(...page.rows.map(({ cells }) => cells[0] ?? ''));
    from = page.next;
  }
  return found;
}

const somePlaces = fc.uniqueArray(
  fc.record({
    file: fc.integer({ min: 1, max: 2 }),
    reading: fc.integer({ min: 1, max: 9 }),
    line: fc.integer({ min: 1, max: 12 }),
  }),
  { selector: (place) => `${place.file} ${shown(place)}`, maxLength: 60 },
);

describe('the rows of a file, a page at a time', () => {
  test('are all there once, the newest reading first, whatever the size of a page', () => {
    fc.assert(
      fc.property(somePlaces, fc.integer({ min: 1, max: 9 }), (places, limit) => {
        const db = aDatabase(places);
        const wanted = places
          .filter(({ file }) => file === 1)
          .sort((a, b) => b.reading - a.reading || a.line - b.line)
          .map(shown);
        expect(readAll(db, limit)).toEqual(wanted);
        db.close();
      }),
    );
  });

  test('are read off the primary key, and nothing is sorted or scanned', () => {
    const db = aDatabase([{ file: 1, reading: 1, line: 2 }]);
    const [newest, page] = plansOf(db, rowsPage(1, START, 500));
    expect(newest).toBe('SEARCH row USING PRIMARY KEY (file_id=? AND reading<?)');
    expect(page).toMatch(
      /^SEARCH r USING PRIMARY KEY \(file_id=\? AND reading=\? AND line>\?\); SEARCH c USING INTEGER PRIMARY KEY \(rowid=\?\)/,
    );
    expect(page).not.toMatch(/SCAN|TEMP B-TREE/);
    db.close();
  });
});

/** How SQLite would run the statements of a method, in their order. */
function plansOf(db: Db, method: Method<unknown>): string[] {
  const plans: string[] = [];
  let step = method.next([]);
  while (step.done !== true) {
    const { sql, params }: Statement = step.value;
    const plan = db.prepare(`explain query plan ${sql}`).all(params) as { detail: string }[];
    plans.push(plan.map(({ detail }) => detail).join('; '));
    step = method.next(db.prepare(sql).all(params));
  }
  return plans;
}
