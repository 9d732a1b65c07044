import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/adapters/revox/answers/read-answers.ts';
import {
  anOrder,
  finder,
  MINE,
  said,
  SOUGHT,
  type Item,
  type Question,
} from '../server/search-answers.ts';

interface Provider {
  readonly first: 0 | 1;
  /** What it does with the page before its first. */
  readonly before: 'refuses' | 'clamps' | 'empty';
  readonly most: number;
}

function paged(orders: readonly Item[], asked: Question, provider: Provider): Exchange {
  const { page = 0, page_size: wanted = 10 } = asked;
  if (page < provider.first && provider.before === 'refuses') return said(400, { message: 'page' });
  if (page < provider.first && provider.before === 'empty')
    return said(200, { calls: [], total_count: orders.length });
  const size = Math.min(wanted, provider.most);
  const at = Math.max(page - provider.first, 0) * size;
  return said(200, { calls: orders.slice(at, at + size), total_count: orders.length });
}

const aProvider = fc.record({
  first: fc.constantFrom(0 as const, 1 as const),
  before: fc.constantFrom('refuses' as const, 'clamps' as const, 'empty' as const),
  most: fc.integer({ min: 1, max: 60 }),
});

describe('reading pages', () => {
  it('wherever pages begin and however long they are, an order of the number is found', async () => {
    const scenes = fc.record({ provider: aProvider, count: fc.nat(130), at: fc.nat(130) });
    await fc.assert(
      fc.asyncProperty(scenes, async ({ provider, count, at }) => {
        const orders = Array.from({ length: count }, (_, i) => anOrder(`o-${i}`));
        const { finder: one } = finder((asked) => paged(orders, asked, provider));
        expect(await one.find(SOUGHT)).toMatchObject({ kind: 'nothing_shown' });
        orders.splice(Math.min(at, count), 0, MINE);
        expect(await one.find(SOUGHT)).toMatchObject({ kind: 'found', view: { id: 'c-1' } });
      }),
    );
  });

  it('I15 while orders come and go between two pages, nobody is told that one which is there is not', async () => {
    const changes = fc.array(fc.constantFrom('none', 'comes', 'goes'), { maxLength: 12 });
    const scenes = fc.record({ provider: aProvider, changes, count: fc.nat(90), at: fc.nat(90) });
    await fc.assert(
      fc.asyncProperty(scenes, async ({ provider, changes: then, count, at }) => {
        const orders = Array.from({ length: count }, (_, i) => anOrder(`o-${i}`));
        orders.splice(Math.min(at, count), 0, MINE);
        let made = 0;
        const { finder: one } = finder((asked, nth) => {
          const answer = paged(orders, asked, provider);
          const change = then[nth - 1];
          if (change === 'comes') orders.unshift(anOrder(`new-${(made += 1)}`));
          if (change === 'goes' && orders[0] !== MINE) orders.shift();
          return answer;
        });
        const found = await one.find(SOUGHT);
        expect(
          found.kind === 'found' || (found.kind === 'unknown' && found.cause === 'incomplete'),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('I7 has an end', async () => {
    let nth = 0;
    const endless = finder(() =>
      said(200, { calls: [anOrder(`o-${(nth += 1)}`)], total_count: 10 ** 6 }),
    );
    expect(await endless.finder.find(SOUGHT)).toMatchObject({ cause: 'incomplete' });
    expect(endless.asked.length).toBeLessThanOrEqual(400);
    const shifting = finder((_, n) => said(200, { calls: [anOrder('o')], total_count: n + 5 }));
    expect(await shifting.finder.find(SOUGHT)).toMatchObject({ cause: 'incomplete' });
    expect(shifting.asked.length).toBeLessThanOrEqual(6);
  });
});

describe('everything of an account', () => {
  const DAY = 86_400_000;
  const at = (i: number): string => new Date(SOUGHT.since - i * DAY).toISOString();
  const newestFirst = Array.from({ length: 200 }, (_, i) =>
    anOrder(`o-${i}`, { created_at: at(i) }),
  );
  const provider: Provider = { first: 0, before: 'clamps', most: 20 };

  it('is read back past the known order and past the moment, and no further', async () => {
    const { asked, finder: one } = finder((question) => paged(newestFirst, question, provider));
    const listed = await one.newest({ since: SOUGHT.since - 30 * DAY, past: 'o-5' });
    if (listed.kind !== 'listed') throw new Error(listed.why);
    expect(listed.orders).toHaveLength(40);
    expect(asked[0]).toMatchObject({ sort_by: 'created_at', sort_direction: 'desc' });
  });

  it('a known order that comes late is waited for, whatever the clocks say', async () => {
    const { finder: one } = finder((question) => paged(newestFirst, question, provider));
    const listed = await one.newest({ since: SOUGHT.since + 9 * DAY, past: 'o-70' });
    expect(listed).toMatchObject({ kind: 'listed' });
    if (listed.kind === 'listed') expect(listed.orders).toHaveLength(80);
  });

  it('a list that is not sorted is read to its end', async () => {
    const oldestFirst = [...newestFirst].reverse();
    const { finder: one } = finder((question) => paged(oldestFirst, question, provider));
    const listed = await one.newest({ since: SOUGHT.since, past: 'o-195' });
    if (listed.kind === 'listed') expect(listed.orders).toHaveLength(200);
    expect(listed.kind).toBe('listed');
  });

  it('a name to sort by that is not known is left out', async () => {
    const { finder: one } = finder((question) =>
      question.sort_by === undefined ? paged(newestFirst, question, provider) : said(400, {}),
    );
    const listed = await one.newest({ since: SOUGHT.since, past: null });
    if (listed.kind === 'listed') expect(listed.orders, 'read to its end').toHaveLength(200);
    expect(listed.kind).toBe('listed');
  });

  it('a list without a total is not everything', async () => {
    const { finder: one } = finder(() => said(200, { calls: newestFirst }));
    expect(await one.newest({ since: 0, past: null })).toMatchObject({ cause: 'incomplete' });
  });
});
