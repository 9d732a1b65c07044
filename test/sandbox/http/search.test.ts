import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openApiOf } from '../../../src/sandbox/contract/openapi.ts';
import { ScriptedPeople } from '../../../src/sandbox/people/scripted-people.ts';
import { InventedPeople } from '../../../src/sandbox/people/people.ts';
import { SEARCH_KINDS, type SearchKind } from '../../../src/sandbox/search/kinds.ts';
import { ALL_CALLS, anOrder, aSandbox, MONDAY, placed, rules } from '../setup.ts';

interface Shown {
  readonly calls: readonly {
    readonly id: string;
    readonly to_phone_number: string;
    readonly from_phone_number: string;
    readonly status: string;
    readonly created_at: string;
    readonly calls_count: number;
    readonly metadata: unknown;
    readonly call_attempts: readonly { readonly result: string | null }[];
  }[];
  readonly total_count: number;
}

const NUMBERS = ['+12025550100', '+12025550110', '+12025550120'];
const CALLERS = ['+12025550190', '+12025550191'];

/** A human, a mailbox and nobody, called by turns, one a minute. */
async function aBusySandbox(count: number, search: SearchKind = 'number') {
  const made = aSandbox({ people: new ScriptedPeople(new InventedPeople(1)), search });
  for (let i = 0; i < count; i++) {
    await made.clock.to(MONDAY + i * 60_000);
    placed(
      made.sandbox,
      anOrder({
        phone_number: NUMBERS[i % 3],
        from_phone_number: CALLERS[i % 2],
        metadata: { order_key: `k-${i}`, row: String(i % 4) },
        force_now: true,
      }),
    );
  }
  await made.clock.to(MONDAY + count * 60_000);
  return made.sandbox;
}

type Busy = Awaited<ReturnType<typeof aBusySandbox>>;

function shown(sandbox: Busy, change: object = {}): Shown {
  const answer = sandbox.search({ ...ALL_CALLS, ...change });
  if (!answer.ok) throw new Error(answer.problem.message);
  return JSON.parse(JSON.stringify(answer.value)) as Shown;
}

const CASES: { name: string; ask: object; keys: string[]; total?: number }[] = [
  { name: 'everything, the newest first', ask: {}, keys: ['5', '4', '3', '2', '1', '0'] },
  { name: 'a number', ask: { to_phone_number: NUMBERS[1] }, keys: ['4', '1'] },
  { name: 'a number that nobody called', ask: { to_phone_number: '+12025550199' }, keys: [] },
  { name: 'a caller', ask: { from_phone_numbers: [CALLERS[1]] }, keys: ['5', '3', '1'] },
  { name: 'a result', ask: { results: ['voicemail'] }, keys: ['4', '1'] },
  { name: 'two results', ask: { results: ['voicemail', 'human'] }, keys: ['4', '3', '1', '0'] },
  { name: 'calls that came in', ask: { directions: ['inbound'] }, keys: [] },
  {
    name: 'calls that went out',
    ask: { directions: ['outbound'], page_size: 1 },
    keys: ['5'],
    total: 6,
  },
  { name: 'a campaign', ask: { campaign_ids: ['c'] }, keys: [] },
  { name: 'an assistant', ask: { assistant_ids: ['a'] }, keys: [] },
  { name: 'an assignee', ask: { assignee_ids: ['a'] }, keys: [] },
  { name: 'an outcome', ask: { outcomes: ['interested'] }, keys: [] },
  { name: 'words', ask: { query: 'K-3' }, keys: ['3'] },
  { name: 'the second page', ask: { page: 1, page_size: 4 }, keys: ['1', '0'], total: 6 },
  { name: 'a page after the last', ask: { page: 9, page_size: 4 }, keys: [], total: 6 },
  {
    name: 'the oldest first',
    ask: { sort_by: 'created_at', sort_direction: 'asc' },
    keys: ['0', '1', '2', '3', '4', '5'],
  },
  {
    name: 'a member that it does not know',
    ask: { metadata: { order_key: 'k-1' }, page_size: 1 },
    keys: ['5'],
    total: 6,
  },
];

describe('the documented search', () => {
  test.each(Object.keys(ALL_CALLS))('refuses a question without %s', async (name) => {
    const sandbox = await aBusySandbox(1);
    const rest = Object.fromEntries(Object.entries(ALL_CALLS).filter(([one]) => one !== name));
    expect(sandbox.search(rest)).toMatchObject({
      ok: false,
      problem: { status: 400, error: 'invalid_request', issues: [{ path: name }] },
    });
  });

  test.each([
    { statuses: ['over'] },
    { results: ['nobody'] },
    { directions: ['up'] },
    { page: -1 },
    { page_size: 0 },
    { sort_by: 'luck' },
    { sort_direction: 'down' },
    { call_ids: 'one' },
    { to_phone_number: 12025550100 },
  ])('refuses %o', async (bad) => {
    const sandbox = await aBusySandbox(1);
    expect(sandbox.search({ ...ALL_CALLS, ...bad })).toMatchObject({ problem: { status: 400 } });
  });

  it('answers with full orders, with their attempts and metadata, as GET does', async () => {
    const sandbox = await aBusySandbox(3);
    const [first] = shown(sandbox).calls;
    const one = sandbox.get(first?.id ?? '');
    expect(one.ok && JSON.parse(JSON.stringify(one.value))).toEqual(first);
  });
});

describe('what the documented search finds', () => {
  test.each(CASES)('finds by $name', async ({ ask, keys, total = keys.length }) => {
    const { calls, total_count: count } = shown(await aBusySandbox(6), ask);
    const found = calls.map(({ metadata }) => (metadata as { order_key: string }).order_key);
    expect(found).toEqual(keys.map((key) => `k-${key}`));
    expect(count).toBe(total);
  });

  it('finds by ids and by status', async () => {
    const sandbox = await aBusySandbox(6);
    const all = shown(sandbox).calls;
    const ids = [all[4]?.id ?? '', 'nobody', all[1]?.id ?? ''];
    expect(shown(sandbox, { call_ids: ids }).calls.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
    const { calls } = shown(sandbox, { statuses: ['completed'], call_ids: ids });
    expect(calls).toEqual(all.filter((c) => ids.includes(c.id) && c.status === 'completed'));
  });
});

const QUESTIONS = fc.record({
  size: fc.integer({ min: 1, max: 5 }),
  filter: fc.record(
    {
      to_phone_number: fc.constantFrom(...NUMBERS),
      from_phone_numbers: fc.subarray(CALLERS, { minLength: 1 }),
      results: fc.subarray(['human', 'voicemail'], { minLength: 1 }),
      statuses: fc.subarray(['completed', 'calling', 'scheduled'], { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  sort: fc.record({
    sort_by: fc.constantFrom('created_at', 'status', 'to_phone_number', 'calls_count'),
    sort_direction: fc.constantFrom('asc', 'desc'),
  }),
});

it('says on every page how many orders there are, and shows each of them once', async () => {
  const sandbox = await aBusySandbox(12);
  const all = shown(sandbox).calls;
  fc.assert(
    fc.property(QUESTIONS, ({ size, filter, sort }) => {
      const { to_phone_number: to, from_phone_numbers: from, results, statuses } = filter;
      const expected = all.filter(
        (call) =>
          (to === undefined || call.to_phone_number === to) &&
          (from === undefined || from.includes(call.from_phone_number)) &&
          (statuses === undefined || statuses.includes(call.status)) &&
          (results === undefined || results.includes(call.call_attempts[0]?.result ?? '')),
      );
      const pages = Array.from({ length: 13 }, (_, page) =>
        shown(sandbox, { ...filter, ...sort, page, page_size: size }),
      );
      for (const page of pages) expect(page.total_count).toBe(expected.length);
      const read = pages.flatMap((page) => page.calls);
      expect(new Set(read.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
      expect(read).toHaveLength(expected.length);
      const by = sort.sort_by;
      for (const [i, call] of read.slice(1).entries()) {
        const before = read[i]?.[by] ?? '';
        expect(sort.sort_direction === 'asc' ? before <= call[by] : before >= call[by]).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

describe('other searches', () => {
  it('metadata: the older one, without a total', async () => {
    const sandbox = await aBusySandbox(4, 'metadata');
    const wanted = { order_key: 'k-2' };
    for (const body of [{ metadata: wanted }, { filters: { metadata: wanted } }]) {
      const answer = sandbox.search(body);
      expect(answer).toMatchObject({ ok: true, value: { calls: [{ metadata: wanted }] } });
      expect(answer.ok && Object.keys(answer.value)).toEqual(['calls']);
    }
    expect(sandbox.search(ALL_CALLS)).toMatchObject({ ok: false, problem: { status: 400 } });
    expect(sandbox.search({ filters: {} })).toMatchObject({ ok: true });
  });

  it('empty: never shows an order', async () => {
    const sandbox = await aBusySandbox(4, 'empty');
    expect(shown(sandbox)).toEqual({ calls: [], total_count: 0 });
  });

  it('ignored: shows everything, whatever is asked for', async () => {
    const sandbox = await aBusySandbox(4, 'ignored');
    expect(shown(sandbox, { to_phone_number: '+1', page_size: 3 })).toMatchObject({
      total_count: 4,
    });
    expect(sandbox.search({ metadata: { order_key: 'k-1' } })).toMatchObject({ ok: true });
  });

  it('none: there is nothing at its path', async () => {
    const sandbox = await aBusySandbox(1, 'none');
    expect(sandbox.search(ALL_CALLS)).toMatchObject({ ok: false, problem: { status: 404 } });
  });

  test.each(SEARCH_KINDS)('%s is what the document describes', (kind) => {
    const { paths } = openApiOf(rules, kind) as { paths: Record<string, unknown> };
    const text = JSON.stringify(paths['/call/search'] ?? null);
    expect([text === 'null', text.includes('total_count')]).toEqual([
      kind === 'none',
      kind !== 'none' && kind !== 'metadata',
    ]);
  });
});
