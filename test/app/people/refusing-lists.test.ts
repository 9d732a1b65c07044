import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { feed } from '../../../src/app/people/feed.ts';
import { columnsOf } from '../../domain/contact/setup.ts';
import { aRun, HOUR, memoryLedger, START } from '../world/setup.ts';

const reference = loadReference();
const HEADERS = ['phone', 'Do Not Call', 'TCPA Consent', 'Tags', 'Unsubscribed'];

/** What stands in the cells of a row by which somebody refuses, and of one by which nobody does; written by hand. */
const REFUSING = [
  ['1', '', '', ''],
  ['Yes', 'yes', '', 'no'],
  ['2026-03-01', '', 'vip', ''],
  ['', 'No', '', ''],
  ['no', 'withdrawn 2026-03-01', '', ''],
  ['', '', 'lead; DNC', ''],
  ['', '', 'Do not call', 'FALSE'],
  ['', '', '', 'TRUE'],
  ['opted out', '', '', ''],
];
const WILLING = [
  ['', '', '', ''],
  ['0', 'yes', 'vip', 'FALSE'],
  ['No', '2026-03-01', 'calls; hot', ''],
  ['-', 'granted', 'stop by', 'n'],
];

/** Spellings of one number of the fictional range. */
const SPELLINGS: readonly ((last: string) => string)[] = [
  (last) => `+1212555${last}`,
  (last) => `(212) 555-${last}`,
  (last) => `1 212 555 ${last}`,
  (last) => `212.555.${last}`,
];

const rows = fc.array(
  fc.record({
    person: fc.integer({ min: 100, max: 107 }),
    spelling: fc.constantFrom(...SPELLINGS),
    refuses: fc.boolean(),
    pick: fc.nat(),
  }),
  { minLength: 1, maxLength: 24 },
);

interface Row {
  readonly person: number;
  readonly spelling: (last: string) => string;
  readonly refuses: boolean;
  readonly pick: number;
}

function cellsOf({ person, spelling, refuses, pick }: Row): string[] {
  const from = refuses ? REFUSING : WILLING;
  return [spelling(`0${person}`), ...(from[pick % from.length] ?? [])];
}

/** Feeds the list in two files, and orders everybody who may be ordered. */
async function ordered(list: readonly Row[]): Promise<Set<string>> {
  const ledger = memoryLedger();
  const session = await aRun(ledger, []);
  const campaign = { defaultCountry: 'US', extract: false, scheduledAt: null };
  const context = { columns: columnsOf(HEADERS), campaign, reference, now: START };
  const half = Math.ceil(list.length / 2);
  for (const [nth, part] of [list.slice(0, half), list.slice(half)].entries()) {
    const file = part.map((row, i) => ({ line: i + 2, cells: cellsOf(row) }));
    const source = {
      ...{ path: `/tmp/${nth}.csv`, name: `${nth}.csv`, hash: `${nth}`, delimiter: ',' },
      headers: HEADERS,
      notes: [],
      rows: async function* () {
        yield* file;
      },
    };
    await feed({ ledger, session, readAs: 'a test' }, source, context);
  }
  const groups = (await ledger.groups(session.runId)).map((group) => ({
    ...{ group, ringsUntil: START + HOUR, permit: 'any' },
  }));
  const called = new Set<string>();
  for (;;) {
    const claim = await ledger.claim(session, {
      ...{ now: START, groups, prefer: 'first', freeKeys: [], repeatAfterMs: 0, definition: 1 },
    });
    if (claim === null) break;
    called.add(claim.e164);
  }
  ledger.close();
  return called;
}

test('I14 of whatever list, everybody is ordered but those who refuse in one of their rows', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const refused = new Set(list.filter(({ refuses }) => refuses).map(({ person }) => person));
      const willing = list.map(({ person }) => person).filter((person) => !refused.has(person));
      const expected = new Set(willing.map((person) => `+12125550${person}`));
      expect(await ordered(list)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
