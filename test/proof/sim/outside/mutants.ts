import type { Mutant } from '../mutants/mutant.ts';

const CLAIMING = 'src/adapters/ledger/order/claiming.ts';
const REQUESTING = 'src/adapters/ledger/run/requesting.ts';

/** Bugs about what comes from outside: lists, changed files, and answers that come late or are corrected. */
export const OUTSIDE_MUTANTS: readonly Mutant[] = [
  {
    name: 'nobody looks at the last order before the next one (I13)',
    edits: [
      {
        file: 'src/adapters/ledger/order/fresh-look.ts',
        find: 'const IS_FRESH = `(last.looked_at is not null\n  and last.looked_at > @now - ${LOOK_FRESH_MS} and last.looked_at <= @now)`;',
        put: 'const IS_FRESH = `(@now = @now)`;',
      },
    ],
  },
  {
    name: 'calls_count is ignored (I13)',
    edits: [
      {
        file: 'src/adapters/revox/answers/order.ts',
        find: `Math.max(fields.count('calls_count') ?? 0, told.listed)`,
        put: `Math.max(0, told.listed)`,
      },
    ],
  },
  {
    name: 'what an order shows late is neither a correction nor decided upon (I5)',
    edits: [
      {
        file: 'src/adapters/ledger/order/correcting.ts',
        find: 'if (before === null || outcome === null || outcome === before.outcome) return false;',
        put: 'if (before !== null || outcome !== null) return false;',
      },
      {
        file: 'src/adapters/ledger/order/following.ts',
        find: '(added || corrected || (yield* rangLate(key)))',
        put: '(yield* rangLate(key))',
      },
    ],
  },
  {
    name: 'last digits on lists are left out when somebody is claimed, and at the gate (S11)',
    edits: [
      {
        file: CLAIMING,
        find: '      (yield* tailBarring(contact.e164, session.runId)) ??\n',
        put: '',
      },
      { file: REQUESTING, find: '  if (tail !== null) return tail;\n', put: '' },
    ],
  },
  {
    name: 'a row below that refuses is not heard (I14)',
    edits: [
      {
        file: 'src/adapters/ledger/people/feeding.ts',
        find: '    if (row.refusal != null) {',
        put: '    if (row.refusal != null && row.contact !== null) {',
      },
    ],
  },
  {
    name: 'a row that refuses in a later file is not heard (I14)',
    edits: [
      {
        file: 'src/adapters/ledger/people/feeding.ts',
        find: '    if (row.refusal != null) {',
        put: '    if (row.refusal != null && file.reading === 1) {',
      },
      {
        file: 'src/adapters/ledger/people/feeding.ts',
        find: '      const skip = row.skip ?? (yield* refusalOf(session.runId, identity));',
        put: '      const skip = yield* refusalOf(session.runId, identity);',
      },
    ],
  },
  {
    name: 'who is in the file no more is called (I14)',
    edits: [
      {
        file: 'src/adapters/ledger/people/feeding.ts',
        find: `    \`update contact set held = @held`,
        put: `    \`update contact set held = null`,
      },
    ],
  },
  {
    name: 'a suppress file is read at the first session alone (I14)',
    edits: [
      {
        file: 'src/app/people/suppress.ts',
        find: 'lists.length === 0 ? 0',
        put: 'lists.length === 0 || session.epoch > 1 ? 0',
      },
    ],
  },
  {
    name: 'nothing brakes when answers are unclear (I15)',
    edits: [
      {
        file: 'src/app/unclear/unclear-orders.ts',
        find: 'return this.#orders.size >= UNCLEAR_AT_MOST;',
        put: 'return this.#orders.size >= 1_000 * UNCLEAR_AT_MOST;',
      },
    ],
  },
];
