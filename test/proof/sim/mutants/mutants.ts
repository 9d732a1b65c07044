import { MORE_MUTANTS } from './more-mutants.ts';
import type { Mutant } from './mutant.ts';
import { OUTSIDE_MUTANTS } from '../outside/mutants.ts';

const PLACE = 'src/app/order/place.ts';
const FIND = 'src/app/search/find-order.ts';
const SQLITE = 'src/adapters/sqlite/ledger/sqlite-ledger.ts';
const ANSWER = 'src/adapters/revox/answers/send-answer.ts';
const REQUESTING = 'src/adapters/ledger/run/requesting.ts';

/**
 * The bugs that this program exists to be without. A checker that nobody has seen fail proves nothing: each of
 * these must break a promise within a fixed number of seeds.
 */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the order is written after its request has left (I1)',
    edits: [
      {
        file: 'src/adapters/sqlite/driver.ts',
        find: '  /** Statements of one moment',
        put: `  readonly #later: (() => void)[] = [];
  later<T>(make: () => Method<T>): T {
    this.#later.push(() => void this.#db.transaction(() => this.#drive(make())).immediate());
    let made: T | undefined;
    try {
      this.#db.transaction(() => { made = this.#drive(make()); throw new Error('undo'); }).immediate();
    } catch (cause) {
      if ((cause as Error).message !== 'undo') throw cause;
    }
    return made as T;
  }
  flush(): void {
    for (const write of this.#later.splice(0)) write();
  }

  /** Statements of one moment`,
      },
      {
        file: SQLITE,
        find: '    ...bind(WRITES, (method) => driver.write(method)),',
        put: `    ...bind(WRITES, (method) => {
      driver.flush();
      return driver.write(method);
    }),
    claim: (session, request) =>
      Promise.resolve(driver.later(() => claiming.claim(session, request))),
    mayStart: () => Promise.resolve(null),`,
      },
    ],
  },
  {
    name: 'an order whose send has no answer is sent again',
    edits: [
      {
        file: PLACE,
        find: '    return await this.reconcile(claim, answer.why);',
        put: '    return await this.#giveBack(claim, answer.why, clock.now());',
      },
    ],
  },
  {
    name: 'a 500 counts as not placed',
    edits: [
      {
        file: 'src/adapters/revox/answers/send-table.ts',
        find: 'statuses: [429],',
        put: 'statuses: [429, 500, 502, 503, 504],',
      },
    ],
  },
  {
    name: 'a redirect counts as not placed: 303 is said after an order was taken',
    edits: [
      {
        file: 'src/adapters/revox/answers/send-table.ts',
        find: `    proves: 'blocked',
    because: 'never followed`,
        put: `    proves: 'refused',
    because: 'never followed`,
      },
    ],
  },
  {
    name: 'a connection that broke after the send counts as not placed',
    edits: [
      {
        file: ANSWER,
        find: `  if (failure.phase === 'sent') return { kind: 'ambiguous', why, raw: null };`,
        put: '',
      },
    ],
  },
  {
    name: '"not found" means "not placed" where nothing says so (I6)',
    edits: [
      {
        file: FIND,
        find: 'if (work.api.profile.settleMs === null)',
        put: 'if (work.api.profile.settleMs === -1)',
      },
      {
        file: PLACE,
        find: 'if (settleMs !== null && empty === EMPTY_LOOKUPS)',
        put: 'if (empty === EMPTY_LOOKUPS)',
      },
    ],
  },
  {
    name: 'synchronous = normal for a live ledger, and the power goes',
    edits: [
      {
        file: SQLITE,
        find: `synchronous: mode === 'live' ? 'full' : 'normal'`,
        put: `synchronous: mode === 'live' ? 'normal' : 'normal'`,
      },
    ],
  },
  {
    name: 'a session that was replaced may still write (no fence by epoch)',
    edits: [
      {
        file: 'src/adapters/ledger/run/runs.ts',
        find: '  if (!(yield* isCurrent(session))) {',
        put: '  if (!(yield* isCurrent(session)) && session.epoch < 0) {',
      },
    ],
  },
  {
    name: 'the cap is one too many (I11)',
    edits: [
      {
        file: 'src/domain/order/decide.ts',
        find: 'if (ended.attempts >= policy.maxAttempts) {',
        put: 'if (ended.attempts > policy.maxAttempts) {',
      },
    ],
  },
  {
    name: 'the window is asked when the order is made, and not when it leaves (I4)',
    edits: [
      {
        file: PLACE,
        find: `    if (clockChange(claimedAt, now).kind !== 'none') return storeReason({ code: 'clock_jumped' });`,
        put: '',
      },
      {
        file: PLACE,
        find: `    if (clock.now() >= fence.until) return storeReason({ code: 'window_closed' });`,
        put: '',
      },
      {
        file: REQUESTING,
        find: `  if (look.now >= order.rings_until) return storeReason({ code: 'window_closed' });`,
        put: '',
      },
    ],
  },
  {
    name: 'the provider is told the whole day instead of the fence (I12)',
    edits: [
      {
        file: 'src/adapters/revox/orders/fence-words.ts',
        find: `        calling_window_start_time: clock(from),
        calling_window_end_time: clock(until),`,
        put: `        calling_window_start_time: '00:00',
        calling_window_end_time: '24:00',`,
      },
    ],
  },
  {
    name: 'what is settled is taken up and settled again (I5)',
    edits: [
      {
        file: 'src/adapters/ledger/order/following.ts',
        find: `o.state in ('placing','calling','uncertain') order by`,
        put: `o.state in ('placing','calling','uncertain','settled') order by`,
      },
      {
        file: 'src/adapters/ledger/order/settling.ts',
        find: `if ((UNSETTLED as readonly OrderState[]).includes(row.state)) return;`,
        put: `if (row.state !== 'withdrawn') return;`,
      },
      // A predecessor too many, for the order and for its contact.
      {
        file: 'src/domain/run/transitions.ts',
        find: `settled: { from: ['placing', 'calling', 'uncertain'], to: ['settled'] }`,
        put: `settled: { from: ['placing', 'calling', 'uncertain', 'settled'], to: ['settled'] }`,
      },
      {
        file: 'src/domain/run/transitions.ts',
        find: `    from: ['placing', 'calling', 'uncertain'],
    to: ['reached',`,
        put: `    from: ['placing', 'calling', 'uncertain', 'reached', 'exhausted', 'failed', 'pending'],
    to: ['reached',`,
      },
    ],
  },
  {
    name: 'an order has a random key (I2)',
    edits: [
      {
        file: 'src/adapters/ledger/order/claiming.ts',
        find: '  const key = `${contact.id}-${nth}`;',
        put: '  const key = `${contact.id}-${Math.floor(Math.random() * 1e9)}`;',
      },
    ],
  },
  {
    name: 'a hint is taken for the end of the order',
    edits: [
      {
        file: 'src/app/order/follow.ts',
        find: `      trail.hint.abort('heard');`,
        put: `      trail.view = { ...trail.view, stage: 'over' };
      trail.hint.abort('heard');`,
      },
    ],
  },
  {
    name: 'who is uncertain is put back by the next session',
    edits: [
      {
        file: 'src/app/session/recover.ts',
        find: '        keepLine(work, lines, order);',
        put: `        const at = work.clock.now();
        await ledger.giveBack(session, order.key, { now: at, notBefore: at, reason: 'asked' });`,
      },
      {
        file: 'src/domain/run/transitions.ts',
        find: `not_placed: { from: ['placing'], to: ['pending', 'reached'] }`,
        put: `not_placed: { from: ['placing', 'uncertain'], to: ['pending', 'reached'] }`,
      },
      {
        file: 'src/domain/run/transitions.ts',
        find: `not_placed: { from: ['placing'], to: ['withdrawn'] }`,
        put: `not_placed: { from: ['placing', 'uncertain'], to: ['withdrawn'] }`,
      },
    ],
  },
  {
    name: 'the next session forgets orders that were on the wire',
    edits: [
      {
        file: 'src/adapters/ledger/order/following.ts',
        find: `o.state in ('placing','calling','uncertain') order by`,
        put: `o.state in ('calling','uncertain') order by`,
      },
    ],
  },
  {
    name: 'a pause is not asked for when the order leaves (I10)',
    edits: [
      {
        file: REQUESTING,
        find: `  if (halted !== null) return halted;`,
        put: '',
      },
      {
        file: 'src/adapters/ledger/order/claiming.ts',
        find: '  if ((yield* haltedWhy(session.runId)) !== null) return null;',
        put: '',
      },
    ],
  },
  {
    name: 'the provider’s id is not kept when the session was replaced',
    edits: [
      {
        file: 'src/adapters/ledger/order/settling.ts',
        find: `  yield* evidence(key, { ...by, raw: null });
  if (!(yield* isCurrent(session))) return 'replaced';`,
        put: `  if (!(yield* isCurrent(session))) return 'replaced';
  yield* evidence(key, { ...by, raw: null });`,
      },
    ],
  },
  {
    name: 'a line is given back when the order has been taken, not when the call is over (S8)',
    edits: [
      {
        file: 'src/app/dispatch/dispatch.ts',
        find: '      const order = await placed;',
        put: '      const order = await placed;\n      line();\n      this.#parts.lines.count(claim.concurrencyKey, -1);',
      },
    ],
  },
  {
    name: 'anyone who is on the do-not-call list is called (S11)',
    edits: [
      {
        file: 'src/adapters/ledger/people/suppressing.ts',
        find: `export const isBarred = (e164: string): Method<boolean> => isListed(dialledIdentity(e164));`,
        put: `export const isBarred = (): Method<boolean> => isListed('');`,
      },
    ],
  },
  ...MORE_MUTANTS,
  ...OUTSIDE_MUTANTS,
];
