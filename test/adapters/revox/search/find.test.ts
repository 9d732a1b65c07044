import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/adapters/revox/answers/read-answers.ts';
import { ORDER_KEY_METADATA } from '../../../../src/domain/order/sending/labels.ts';
import {
  ANOTHER,
  anOrder,
  finder,
  lists,
  MINE,
  NUMBER,
  said,
  SOUGHT,
  type Item,
  type Question,
} from '../server/search-answers.ts';

const cases: { name: string; answer: Exchange; expected: object }[] = [
  { name: 'the order', answer: lists(MINE), expected: { kind: 'found', by: 'by_number' } },
  {
    name: 'it among others of its number',
    answer: lists(anOrder('c-3'), MINE),
    expected: { kind: 'found', view: { id: 'c-1' } },
  },
  {
    name: 'an empty page',
    answer: lists(),
    expected: { kind: 'nothing_shown', by: 'by_number' },
  },
  {
    name: 'another order of the number',
    answer: lists(anOrder('c-3')),
    expected: { kind: 'nothing_shown' },
  },
  { name: 'other numbers', answer: lists(ANOTHER), expected: { cause: 'filter_ignored' } },
  {
    name: 'an order without a number',
    answer: lists(anOrder('c-3', { to_phone_number: null })),
    expected: { cause: 'filter_ignored' },
  },
  {
    name: 'its key at another number',
    answer: lists(anOrder('c-1', { to_phone_number: '+12025550101' })),
    expected: { cause: 'filter_ignored' },
  },
  { name: 'no total', answer: said(200, { calls: [] }), expected: { cause: 'incomplete' } },
  {
    name: 'what is no order',
    answer: said(200, { calls: [{ nonsense: 1 }], total_count: 1 }),
    expected: { cause: 'incomplete' },
  },
  {
    name: 'more than it counts',
    answer: said(200, { calls: [anOrder('a'), anOrder('b')], total_count: 1 }),
    expected: { cause: 'incomplete' },
  },
  { name: 'no list', answer: said(200, { total_count: 0 }), expected: { cause: 'unreachable' } },
  { name: 'no JSON', answer: said(200, 'ok'), expected: { cause: 'unreachable' } },
  ...[404, 405, 410, 501].map((status) => ({
    name: `${status}`,
    answer: said(status, {}),
    expected: { kind: 'unknown', cause: 'no_search' },
  })),
  ...[301, 401, 403, 429, 500, 503].map((status) => ({
    name: `${status}`,
    answer: said(status, {}),
    expected: { kind: 'unknown', cause: 'unreachable' },
  })),
  {
    name: 'nothing at all',
    answer: { kind: 'failure', code: 'ECONNRESET', message: 'gone' },
    expected: { kind: 'unknown', cause: 'unreachable' },
  },
];

const older = (status: number, calls: (asked: Question) => readonly Item[]) =>
  finder((asked) =>
    asked.filters === undefined
      ? said(status, { message: 'filters' })
      : said(200, { calls: calls(asked) }),
  );

describe('finding one order', () => {
  it('asks by number, with the ten members that the documented search requires', async () => {
    const { asked, finder: one } = finder(() => lists(ANOTHER));
    await one.find(SOUGHT);
    expect(asked[0]).toEqual({
      assignee_ids: [],
      assistant_ids: [],
      campaign_ids: [],
      directions: [],
      from_phone_numbers: [],
      outcomes: [],
      results: [],
      statuses: [],
      page: 0,
      page_size: 50,
      to_phone_number: NUMBER,
    });
  });

  it.each(cases)('a search that answers with $name', async ({ answer, expected }) => {
    expect(await finder(() => answer).finder.find(SOUGHT)).toMatchObject(expected);
  });
});

describe('the kind of search', () => {
  it.each([400, 422])(
    '%i to the documented question: the older one is asked, and remembered',
    async (status) => {
      const { asked, finder: one } = older(status, () => [MINE]);
      expect(await one.find(SOUGHT)).toMatchObject({ kind: 'found', by: 'by_label' });
      const before = asked.length;
      expect(await one.find(SOUGHT)).toMatchObject({ kind: 'found', by: 'by_label' });
      expect(asked.slice(before)).toEqual([
        { filters: { metadata: { [ORDER_KEY_METADATA]: SOUGHT.key } } },
      ]);
    },
  );

  it('a search that knows metadata alone, and answers the documented question with everything', async () => {
    const { asked, finder: one } = finder(({ filters }) =>
      filters === undefined
        ? said(200, { calls: [ANOTHER], total_count: 1 })
        : said(200, { calls: [] }),
    );
    expect(await one.find(SOUGHT)).toEqual({ kind: 'nothing_shown', by: 'by_label' });
    expect(asked).toHaveLength(2);
  });

  it('a search that ignores every filter tells nothing', async () => {
    const { finder: one } = finder(() => lists(ANOTHER));
    expect(await one.find(SOUGHT)).toMatchObject({ kind: 'unknown', cause: 'filter_ignored' });
  });

  it('a search that is no longer what it was is found out again', async () => {
    const { finder: one } = finder(({ filters }, nth) =>
      nth > 3 === (filters === undefined) ? lists(MINE) : said(400, {}),
    );
    expect(await one.find(SOUGHT)).toMatchObject({ by: 'by_label' });
    expect(await one.find(SOUGHT)).toMatchObject({ by: 'by_number' });
  });
});

describe('the orders of one person', () => {
  const person = { number: NUMBER, contactId: 'c-1' };

  it('are those of the number', async () => {
    const { finder: one } = finder(() => lists(MINE, anOrder('c-3')));
    const listed = await one.ordersOf(person);
    expect(listed.kind === 'listed' && listed.orders.map(({ view }) => view.id)).toEqual([
      'c-1',
      'c-3',
    ]);
  });

  it('are not known where one is among them that was not asked for', async () => {
    const mixed = finder(({ filters }) =>
      filters === undefined ? said(400, {}) : said(200, { calls: [MINE, ANOTHER] }),
    );
    expect(await mixed.finder.ordersOf(person)).toMatchObject({ kind: 'unknown' });
    expect(await finder(() => lists(MINE, ANOTHER)).finder.ordersOf(person)).toMatchObject({
      cause: 'filter_ignored',
    });
  });
});

it('many orders are looked at with one request, and only those that were asked for count', async () => {
  const { asked, finder: one } = finder(() => lists(MINE, ANOTHER));
  const views = await one.several(['c-1', 'c-9']);
  expect(views.map(({ id }) => id)).toEqual(['c-1']);
  expect(asked).toMatchObject([{ call_ids: ['c-1', 'c-9'] }]);
});
