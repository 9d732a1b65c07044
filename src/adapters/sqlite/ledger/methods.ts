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

/** What needs no transaction: its answer may be outdated when it is used. */
export const READS = {
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

/** Statements of one moment. */
export const SNAPSHOTS = {
  counts: reading.counts,
  control: requesting.control,
  mayStart: requesting.mayStart,
  person: showing.person,
  standing: standing.standing,
};

export const WRITES = {
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
