import { storeReason } from '../../../domain/run/reason.ts';
import { existsSync } from 'node:fs';
import { OPEN } from '../../../domain/run/states.ts';
import { listed, moveContacts, moveOrders } from '../../ledger/moving.ts';
import { run, type Method } from '../../ledger/statement.ts';
import { SqliteDriver } from '../driver.ts';
import { toLedgerError } from '../ledger-error.ts';
import { lookAtLive } from './live-ledger.ts';
import { migrate, NEWEST } from '../migrate.ts';
import { openDatabase, type Db } from '../open.ts';
import { type SqliteLedger, toLedger } from './sqlite-ledger.ts';

/** What a forecast need not know: proofs and logs. They are most of a ledger, with the cells of the rows. */
const LEFT_OUT = new Set(['evidence', 'change']);
/** Kept short: what nobody asks for in a forecast, and is long. */
const BLANK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  row: { cells: `'[]'` },
  attempt: { transcript: 'null', structured_output: 'null', recording_url: 'null' },
};
/**
 * A pause ends some day, and a forecast is about what comes then; a cancel is for good. The run's rows and
 * files are its own affair, but the orders of every run count: for rest, caps and numbers held.
 */
const ONLY: Readonly<Record<string, string>> = {
  request: `where kind not in ('pause', 'resume')`,
  file: 'where run_id = @run',
  row: 'where file_id in (select id from file where run_id = @run)',
};

const UNDER_WAY = storeReason({ code: 'under_way_at_forecast' });

/**
 * A ledger in memory that knows of people what the live one knows, and is thrown away. The live ledger is read
 * in one snapshot and never written; without one the forecast begins with nothing.
 */
export function openForecastLedger(live: string | null, runId: string): SqliteLedger {
  const db = openDatabase(':memory:', { synchronous: 'normal' });
  try {
    const from = live === null || !existsSync(live) ? null : lookAtLive(live);
    if (from === null) migrate(db, { version: NEWEST, mode: 'rehearsal' });
    else copyLive(from, db, runId);
    return toLedger(':memory:', 'rehearsal', db);
  } catch (cause) {
    db.close();
    throw toLedgerError(live ?? ':memory:', cause);
  }
}

/** Made as old as the live ledger is, filled, and then brought up to date: the live one stays as it is. */
function copyLive(live: { db: Db; version: number }, to: Db, runId: string): void {
  const { db: from, version } = live;
  try {
    migrate(to, { version, mode: null });
    // What belongs to another run is not all copied: nothing below looks for it.
    to.pragma('foreign_keys = off');
    from.transaction(() => copyTables(from, to, runId)).deferred();
    to.exec(`update ledger set mode = 'rehearsal'`);
    new SqliteDriver(to).write(endOpenOrders());
    migrate(to, { version: NEWEST, mode: null });
    to.pragma('foreign_keys = on');
  } finally {
    from.close();
  }
}

function copyTables(from: Db, to: Db, runId: string): void {
  const names = from
    .prepare<[], string>(`select name from sqlite_schema where type = 'table' order by rowid`)
    .pluck()
    .all()
    .filter((name) => !name.startsWith('sqlite_') && !LEFT_OUT.has(name));
  const fill = to.transaction((name: string) => copyTable({ from, to }, name, runId));
  for (const name of names) fill(name);
}

function copyTable({ from, to }: { from: Db; to: Db }, name: string, runId: string): void {
  const columns = (from.pragma(`table_info("${name}")`) as { name: string }[]).map((c) => c.name);
  const blank = BLANK[name] ?? {};
  const values = columns.map((column) => blank[column] ?? `"${column}"`).join(', ');
  const only = ONLY[name] ?? '';
  const params = only.includes('@run') ? [{ run: runId }] : [];
  const rows = from
    .prepare(`select ${values} from "${name}" ${only}`)
    .raw()
    .iterate(...params);
  const places = columns.map(() => '?').join(', ');
  const insert = to.prepare(`insert into "${name}" values (${places})`);
  for (const row of rows) insert.run(row);
}

/**
 * Who is on the phone now is with the provider, of whom a forecast asks nothing: their calls count in every
 * rest and cap, and their end is not foretold.
 */
function* endOpenOrders(): Method<void> {
  const where = `state in (${listed(OPEN)})`;
  const reason = { set: 'reason = @reason', params: { reason: UNDER_WAY } };
  yield* moveContacts('doubted', { to: 'uncertain', where, ...reason });
  yield* moveOrders('doubted', { to: 'uncertain', where, set: 'open = 0', params: {} });
  yield* run('update call_order set look_at = null');
}
