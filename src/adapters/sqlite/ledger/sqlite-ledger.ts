import { existsSync, statSync } from 'node:fs';
import type {
  LedgerIdentity,
  Mode,
  RunsPort,
  SessionsPort,
  UpkeepPort,
} from '../../../ports/ledger/runs.ts';
import type { RowRecord } from '../../../domain/run/records.ts';
import type { ViewsPort } from '../../../ports/ledger/records.ts';
import type { IntakePort, LocationPort } from '../../../ports/ledger/intake.ts';
import type { QueuePort } from '../../../ports/ledger/queue.ts';
import type {
  FollowingPort,
  LooksPort,
  PlacingPort,
  SettlingPort,
} from '../../../ports/ledger/following.ts';
import type { EvidencePort } from '../../../ports/ledger/evidence.ts';
import type { ControlsPort } from '../../../ports/ledger/requests.ts';
import type { AdmissionPort, SuppressPort } from '../../../ports/ledger/admission.ts';
import type { TailsPort } from '../../../ports/ledger/tails.ts';
import type { DoNotCallPort } from '../../../ports/ledger/do-not-call.ts';
import type { StandingPort } from '../../../ports/ledger/standing.ts';
import type { RestoredPort } from '../../../ports/ledger/restored.ts';
import type { WaitingPort } from '../../../ports/ledger/waiting.ts';
import type { PeoplePort } from '../../../ports/ledger/person.ts';
import * as reading from '../../ledger/view/reading.ts';
import { READS, SNAPSHOTS, WRITES } from './methods.ts';
import { bind } from '../bind.ts';
import { SqliteDriver } from '../driver.ts';
import { LedgerError, toLedgerError } from '../ledger-error.ts';
import { migrate, NEWEST } from '../migrate.ts';
import { fileAt, intoOwnFile, unfitness } from './own-file.ts';
import { Reserve } from './reserve.ts';
import { openDatabase, type Db } from '../open.ts';
import type { StoredFilesPort } from '../../../ports/stored-file.ts';

const PAGE = 500;

/**
 * All the ports that this adapter has. Each method is one transaction. Methods that take a `Session` change states and
 * throw `LostSession` when another session has begun.
 */
export interface SqliteLedger
  extends
    LedgerIdentity,
    RunsPort,
    SessionsPort,
    UpkeepPort,
    IntakePort,
    LocationPort,
    QueuePort,
    PlacingPort,
    FollowingPort,
    SettlingPort,
    LooksPort,
    EvidencePort,
    ControlsPort,
    AdmissionPort,
    SuppressPort,
    TailsPort,
    DoNotCallPort,
    StandingPort,
    RestoredPort,
    StoredFilesPort,
    WaitingPort,
    ViewsPort,
    PeoplePort {}

function bringUpToDate(db: Db, mode: Mode): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  const fresh = version === 0;
  if (fresh && db.prepare('select count(*) from sqlite_schema').pluck().get() !== 0) {
    throw new LedgerError('not_a_ledger', 'this file is a database, but not a ledger');
  }
  if (version > NEWEST) {
    throw new LedgerError('newer', `its version is ${version}; this program knows up to ${NEWEST}`);
  }
  migrate(db, { version: NEWEST, mode });
  // When the log of a new ledger is lost, a ledger is left, and not an empty database.
  if (fresh) db.pragma('wal_checkpoint(full)');
}

/** The database of a ledger: made when it is not there, brought up to date, and of this mode. */
export function openLedgerDatabase(path: string, mode: Mode): Db {
  try {
    const db = openDatabase(path, { synchronous: mode === 'live' ? 'full' : 'normal' });
    try {
      bringUpToDate(db, mode);
      const stored = db.prepare('select mode from ledger').pluck().get();
      if (stored !== mode) {
        throw new LedgerError('other_mode', `this ledger is of a ${String(stored)} run`);
      }
      return db;
    } catch (cause) {
      db.close();
      throw cause;
    }
  } catch (cause) {
    throw toLedgerError(path, cause);
  }
}

async function* rowsOf(driver: SqliteDriver, runId: string): AsyncIterable<RowRecord> {
  for (const file of driver.read(reading.files(runId))) {
    let from: reading.PageFrom | null = { reading: Number.MAX_SAFE_INTEGER, line: 0 };
    while (from !== null) {
      const page: { rows: readonly RowRecord[]; next: reading.PageFrom | null } = driver.snapshot(
        reading.rowsPage(file.id, from, PAGE),
      );
      yield* page.rows;
      from = page.next;
    }
  }
}

/** Makes the ledger when it is not there. */
export const openLedger = (path: string, mode: Mode): SqliteLedger =>
  toLedger(path, mode, openLedgerDatabase(path, mode));

/** The ledger of a session: with room set aside for what the provider says when the disk is full. */
export function openLedgerToWork(path: string, mode: Mode, reserve: string): SqliteLedger {
  const ledger = openLedger(path, mode);
  try {
    return withReserve(ledger, reserve);
  } catch (cause) {
    ledger.close();
    throw toLedgerError(path, cause);
  }
}

/** `path`: of the reserve, one for each run. */
export function withReserve(ledger: SqliteLedger, path: string): SqliteLedger {
  const { reserve, found } = Reserve.open(path);
  let read: Promise<void> | null = null;
  /** Before anything is looked up, and once: evidence needs no session. */
  const readFound = async (): Promise<void> => {
    for (const { key, providerId, at } of found) {
      await ledger.evidence(key, { source: 'post', providerId, raw: null, now: at });
    }
    reserve.clear();
  };
  return {
    ...ledger,
    beginSession: async (...given) => {
      await (read ??= readFound());
      return await ledger.beginSession(...given);
    },
    accepted: async (...given) => {
      const [, key, by] = given;
      try {
        return await ledger.accepted(...given);
      } catch (cause) {
        if (cause instanceof LedgerError) {
          reserve.write({ key, providerId: by.providerId, at: by.now });
        }
        throw cause;
      }
    },
    close: () => {
      reserve.close();
      ledger.close();
    },
  };
}

/** For commands that only look: they need no lock, and make no ledger. */
export function openExistingLedger(path: string, mode: Mode): SqliteLedger {
  if (!existsSync(path)) throw new LedgerError('missing', `there is no ledger at ${path}`);
  if (statSync(path).size === 0) throw new LedgerError('not_a_ledger', `${path} is empty`);
  return openLedger(path, mode);
}

/** The ledger's methods over a database that is open and up to date. */
export function toLedger(path: string, mode: Mode, db: Db): SqliteLedger {
  const driver = new SqliteDriver(db, path);
  const file = fileAt(path);
  const log = fileAt(`${path}-wal`);
  return {
    path,
    mode,
    ...bind(READS, (method) => driver.read(method)),
    ...bind(SNAPSHOTS, (method) => driver.snapshot(method)),
    ...bind(WRITES, (method) => driver.write(method)),
    rows: (runId) => rowsOf(driver, runId),
    unfit: () => driver.broken ?? unfitness(db, { path, file, log }),
    intoOwnFile: () => intoOwnFile(db),
    close: () => {
      db.close();
    },
  };
}
