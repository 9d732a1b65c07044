import type { Mutant } from './mutant.ts';

const CAPPING = 'src/adapters/ledger/order/capping.ts';
const HOLDING = 'src/adapters/ledger/order/holding.ts';
const CLAIMING = 'src/adapters/ledger/order/claiming.ts';

const REQUESTING = 'src/adapters/ledger/run/requesting.ts';
const FOLLOW = 'src/app/order/follow.ts';
const BRAKES = 'src/app/dispatch/brakes.ts';

/** Bugs that show only between several runs, or when a run is cancelled, restored or fed again. */
export const MORE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a cap counts the attempts of its own run alone (I11)',
    edits: [
      {
        file: CAPPING,
        find: 'where o.identity in ${THEIR_IDENTITIES} and o.key <> @except',
        put: 'where o.identity in ${THEIR_IDENTITIES} and o.key <> @except and substr(o.key, 1, 21) = substr(@except, 1, 21)',
      },
      {
        file: CLAIMING,
        find: `subject: request.subject ?? '', except: '' },`,
        put: "subject: request.subject ?? '', except: `${contact.id}-0` },",
      },
    ],
  },
  {
    name: 'a number with an open order of another run is ordered (I3)',
    edits: [
      {
        file: HOLDING,
        find: `     where identity = @identity and (open = 1 or`,
        put: `     where identity = @identity and run_id = '' and (open = 1 or`,
      },
      {
        file: CLAIMING,
        find: `'placing', 1, @definition`,
        put: `'placing', 0, @definition`,
      },
      {
        file: HOLDING,
        find: `and state <> 'withdrawn' and ordered_at > @since`,
        put: `and state = '' and ordered_at > @since`,
      },
    ],
  },
  {
    name: 'who has talked to another run is not left alone (I11)',
    edits: [
      {
        file: CAPPING,
        find: `const talked = row.outcome === 'human';`,
        put: `const talked = row.outcome === 'human' && row.subject === 'x';`,
      },
    ],
  },
  {
    name: 'who was reached under another name of the campaign is called (I11)',
    edits: [
      {
        file: CLAIMING,
        find: `      (yield* reachedLately(contact, session.runId, request.reachedSince ?? null));`,
        put: `      null;`,
      },
      {
        file: 'src/adapters/ledger/people/reached-lately.ts',
        find: `    if (reason === null) continue;`,
        put: `    if (reason !== '') continue;`,
      },
    ],
  },
  {
    name: 'people who wait are called after the run was cancelled (I10)',
    edits: [
      {
        file: REQUESTING,
        find: `  if (cancelled !== null) return storeReason({ code: 'run_cancelled' });`,
        put: '',
      },
      {
        file: 'src/app/dispatch/requests.ts',
        find: `    if (cancelled === null) return paused;`,
        put: `    if (cancelled === null || !cancelled.hangUp) return paused;`,
      },
    ],
  },
  {
    name: 'what has not begun to ring rings after the cancel',
    edits: [
      {
        file: FOLLOW,
        find: '    if (this.#brakes.stopping.aborted && unasked) {',
        put: `    if (this.#brakes.stopping.aborted && unasked && campaign.name === '') {`,
      },
    ],
  },
  {
    name: 'a cancel that hangs up lets people talk on',
    edits: [{ file: BRAKES, find: '    if (hangUp) this.#hangUp.abort();', put: '' }],
  },
  {
    name: 'a cancel ends talks that nobody wanted ended',
    edits: [
      {
        file: BRAKES,
        find: '    if (hangUp) this.#hangUp.abort();',
        put: '    this.#hangUp.abort();',
      },
    ],
  },
  {
    name: 'what an earlier session had to leave in the reserve is not read (S17)',
    edits: [
      {
        file: 'src/adapters/sqlite/ledger/reserve.ts',
        find: 'const found = existsSync(path) ? readUnwritten(path) : [];',
        put: 'const found = existsSync(path) ? readUnwritten(path).slice(0, 0) : [];',
      },
    ],
  },
  {
    name: 'a restored copy orders without looking up who was called since',
    edits: [
      {
        file: 'src/app/session/reconcile.ts',
        find: '  if (since === null) return null;',
        put: '  if (since === null || since > 0) return null;',
      },
    ],
  },
  {
    name: 'an unproved empty search is believed (I15)',
    edits: [
      {
        file: 'src/app/search/find-order.ts',
        find: '  return await proved(work, answer.by, sought);',
        put: `  return { kind: 'not_found', provedBy: '' };`,
      },
    ],
  },
  {
    name: 'a restored copy believes a list that does not show what is known (I15)',
    edits: [
      {
        file: 'src/app/search/lost-orders.ts',
        find: '  shown\n    ?',
        put: '  shown || !shown\n    ?',
      },
    ],
  },
  {
    name: 'a restored copy looks up only those who wait',
    edits: [
      {
        file: 'src/adapters/ledger/run/restoring.ts',
        find: 'state in (${listed(MAY_BE_ORDERED)})',
        put: `state in ('pending')`,
      },
    ],
  },
  {
    name: 'the lock does not know the newest order (I2)',
    edits: [
      {
        file: 'src/adapters/sqlite/ledger/remembering.ts',
        find: '      keeper.rememberOrder(claim.key);\n',
        put: '',
      },
    ],
  },
];
