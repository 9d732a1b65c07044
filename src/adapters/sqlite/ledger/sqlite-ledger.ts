import { existsSync, statSync } from 'node:fs';
import type { Ledger, Mode } from '../../../ports/ledger/ledger.ts';
import type { RowRecord } from '../../../ports/ledger/records.ts';
import * as attempts from '../../ledger/order/attempts.ts';
import * as admitting from '../../ledger/people/admitting.ts';
import * as claiming from '../../ledger/order/claiming.ts';
import * as feeding from '../../ledger/people/feeding.ts';
import * as following from '../../ledger/order/following.ts';
import * as freshLook from '../../ledger/order/fresh-look.ts';
import { newestKnown } from '../../ledger/order/known-orders.ts';
import * as locating from '../../ledger/people/locating.ts';
import * as outlook from '../../ledger/view/outlook.ts';
import * as reachedLately from '../../ledger/people/reached-lately.ts';
import * as reading from '../../ledger/view/reading.ts';
import * as requesting from '../../ledger/run/requesting.ts';
import * as resolving from '../../ledger/order/resolving.ts';
import * as restoring from '../../ledger/run/restoring.ts';
import * as runs from '../../ledger/run/runs.ts';
import * as settling from '../../ledger/order/settling.ts';
import * as showing from '../../ledger/view/showing.ts';
import * as standing from '../../ledger/view/standing.ts';
import * as otherNumbers from '../../ledger/people/other-numbers.ts';
import * as storedFiles from '../../ledger/run/stored-files.ts';
import * as suppressing from '../../ledger/people/suppressing.ts';
import * as tails from '../../ledger/people/tails.ts';
import { bind } from '../bind.ts';
import { SqliteDriver } from '../driver.ts';
import { LedgerError, toLedgerError } from '../ledger-error.ts';
import { migrate, NEWEST } from '../migrate.ts';
import { fileAt, intoOwnFile, unfitness } from './own-file.ts';
import { Reserve } from './reserve.ts';
import { openDatabase, type Db } from '../open.ts';

const PAGE = 500;

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

const READS = {
  findRun: runs.findRun,
  runs: runs.listRuns,
  lastMoment: runs.lastMoment,
  definition: runs.definition,
  numberOf: locating.numberOf,
  unlocated: locating.unlocated,
  groups: admitting.groups,
  withoutConsent: admitting.withoutConsent,
  skippedFor: admitting.skippedFor,
  spokenTo: admitting.spokenTo,
  suppressFiles: admitting.suppressFiles,
  concurrencyKeys: claiming.concurrencyKeys,
  horizon: claiming.horizon,
  heldByOthers: standing.heldByOthers,
  recentOrders: claiming.recentOrders,
  history: settling.history,
  seen: attempts.seen,
  restoredAt: restoring.restoredAt,
  orderable: restoring.orderable,
  newestKnown,
  knowsAttempt: following.knowsAttempt,
  waiting: outlook.waiting,
  delayed: outlook.delayed,
  firstDelayed: outlook.firstDelayed,
  resting: outlook.resting,
  peopleOrdered: outlook.peopleOrdered,
  unsettled: following.unsettled,
  lookable: following.lookable,
  settledSince: following.settledSince,
  states: reading.states,
  disclosed: reading.disclosed,
  files: reading.files,
  filesReadOtherwise: storedFiles.filesReadOtherwise,
  storedRows: storedFiles.storedRows,
  uncertainContacts: resolving.uncertainContacts,
  barred: suppressing.barred,
  barredTails: tails.barredTails,
  tailBarred: tails.tailBarred,
  tailCounts: tails.tailCounts,
  regions: tails.regions,
  lookUp: showing.lookUp,
};

const SNAPSHOTS = {
  counts: reading.counts,
  control: requesting.control,
  mayStart: requesting.mayStart,
  person: showing.person,
  standing: standing.standing,
};

const WRITES = {
  recogniseCopy: restoring.recogniseCopy,
  adoptLost: restoring.adoptLost,
  endRestored: restoring.endRestored,
  createRun: runs.createRun,
  beginSession: runs.beginSession,
  endSession: runs.endSession,
  saveDefinition: runs.saveDefinition,
  beginFile: feeding.beginFile,
  feedRows: feeding.feedRows,
  endFile: feeding.endFile,
  relocate: locating.relocate,
  setReleases: locating.setReleases,
  skipGroup: admitting.skipGroup,
  skipEach: admitting.skipEach,
  takeBack: admitting.takeBack,
  beginSuppress: admitting.beginSuppress,
  suppress: admitting.suppress,
  barByOthers: otherNumbers.barByOthers,
  freeReached: reachedLately.freeReached,
  leaveReached: reachedLately.leaveReached,
  callReachedAgain: reachedLately.callReachedAgain,
  claim: claiming.claim,
  claimOrLook: claiming.claimOrLook,
  looked: freshLook.looked,
  unlooked: freshLook.unlooked,
  giveBack: settling.giveBack,
  evidence: settling.evidence,
  accepted: settling.accepted,
  observe: settling.observe,
  cancelAsked: settling.cancelAsked,
  settle: settling.settle,
  fail: settling.fail,
  putBack: settling.putBack,
  uncertain: settling.uncertain,
  fill: following.fill,
  ask: requesting.ask,
  cancelWaiting: requesting.cancelWaiting,
  resolve: resolving.resolve,
  bar: suppressing.bar,
  unbar: suppressing.unbar,
  barTails: tails.barTails,
  unbarTail: tails.unbarTail,
  suppressTails: tails.suppressTails,
  freeTails: tails.freeTails,
};

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
export const openLedger = (path: string, mode: Mode): Ledger =>
  toLedger(path, mode, openLedgerDatabase(path, mode));

/** The ledger of a session: with room set aside for what the provider says when the disk is full. */
export function openLedgerToWork(path: string, mode: Mode, reserve: string): Ledger {
  const ledger = openLedger(path, mode);
  try {
    return withReserve(ledger, reserve);
  } catch (cause) {
    ledger.close();
    throw toLedgerError(path, cause);
  }
}

/** `path`: of the reserve, one for each run. */
export function withReserve(ledger: Ledger, path: string): Ledger {
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
export function openExistingLedger(path: string, mode: Mode): Ledger {
  if (!existsSync(path)) throw new LedgerError('missing', `there is no ledger at ${path}`);
  if (statSync(path).size === 0) throw new LedgerError('not_a_ledger', `${path} is empty`);
  return openLedger(path, mode);
}

/** The ledger's methods over a database that is open and up to date. */
export function toLedger(path: string, mode: Mode, db: Db): Ledger {
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
