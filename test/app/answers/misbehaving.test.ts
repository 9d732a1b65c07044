import { describe, expect, test } from 'vitest';
import { aBench, expectPromises, HALF_AN_HOUR, type BenchOptions } from '../world/bench.ts';
import { aContact, aRun } from '../world/setup.ts';
import { BUSY, HUMAN, REACHED, type OrderScript } from '../world/voice-script.ts';

interface Case {
  readonly name: string;
  readonly scripts: readonly OrderScript[];
  readonly search?: BenchOptions['search'];
  readonly state: string;
  readonly reason: RegExp;
  readonly attempts: number;
  /** Orders that were sent. */
  readonly posts?: number;
  /** Another person was called before, so that an order is known by which a search can prove itself. */
  readonly acquainted?: boolean;
  readonly exit?: 0 | 3;
  readonly campaign?: object;
}

const EMPTY = { rings: [] } as const;
const UNCERTAIN = { state: 'uncertain', attempts: 0, exit: 3 } as const;
const HUMAN_ONCE = { state: 'reached', reason: /"human_reached"/, attempts: 1 } as const;

/** What a provider may do with an order that it has taken. */
const TAKEN: Case[] = [
  { name: 'it reaches a human', scripts: [REACHED], ...HUMAN_ONCE },
  {
    name: 'busy, no answer, then a human',
    scripts: [{ rings: [BUSY] }, { rings: [{ at: 9_000, end: 30_000 }] }, REACHED],
    ...HUMAN_ONCE,
    attempts: 3,
    posts: 3,
  },
  {
    name: 'I11 always busy',
    scripts: [{ rings: [BUSY] }],
    state: 'exhausted',
    reason: /"attempts_made","made":3,"max":3/,
    attempts: 3,
    posts: 3,
  },
  {
    name: 'a human, and the order never ends by itself',
    scripts: [{ rings: [HUMAN], endsAfter: null }],
    ...HUMAN_ONCE,
  },
  {
    name: 'a human, and the order ends neither by itself nor by a cancel',
    scripts: [{ rings: [HUMAN], endsAfter: null, cancel: 'ignored' }],
    ...HUMAN_ONCE,
  },
  {
    name: 'busy, and the order never ends by itself',
    scripts: [{ rings: [BUSY], endsAfter: null }, REACHED],
    ...HUMAN_ONCE,
    attempts: 2,
    posts: 2,
  },
  {
    name: 'I11 busy, and the order cannot be ended: its next attempt may come at any time',
    scripts: [{ rings: [BUSY], endsAfter: null, cancel: 'ignored' }],
    ...UNCERTAIN,
    reason: /"order_not_ended"/,
    attempts: 1,
  },
  {
    name: 'busy, with another attempt queued that is not wanted',
    scripts: [{ rings: [BUSY], endsAfter: null, queuesAnother: true }, REACHED],
    ...HUMAN_ONCE,
    attempts: 2,
    posts: 2,
  },
  {
    name: 'a second attempt that nobody asked for, after a human',
    scripts: [{ rings: [HUMAN, { ...BUSY, at: 90_000 }] }],
    ...HUMAN_ONCE,
    attempts: 2,
  },
  {
    name: 'a second attempt after a human that would come an hour later',
    scripts: [{ rings: [HUMAN, { ...HUMAN, at: 3_600_000 }], queuesAnother: true }],
    ...HUMAN_ONCE,
  },
  {
    name: 'a talk that never ends',
    scripts: [{ rings: [{ at: 5_000, answer: 3_000, end: null }], cancel: 'ignored' }],
    ...UNCERTAIN,
    reason: /"call_without_end","rings_until":""/,
    attempts: 1,
    campaign: HALF_AN_HOUR,
  },
  {
    name: 'a talk that never ends and can be cancelled late',
    scripts: [{ rings: [{ at: 5_000, answer: 3_000, end: null }], cancel: 'late' }],
    state: 'exhausted',
    reason: /answered_unknown/,
    attempts: 1,
    campaign: HALF_AN_HOUR,
  },
  {
    name: 'it never rings, five times',
    scripts: [EMPTY],
    state: 'exhausted',
    reason: /"orders_never_rang","orders":5/,
    attempts: 0,
    posts: 5,
  },
  {
    name: 'completed without an attempt, then a human',
    scripts: [{ over: { status: 'completed', at: 2_000 } }, REACHED],
    ...HUMAN_ONCE,
    posts: 2,
  },
  {
    name: 'errored without an attempt, then a human',
    scripts: [{ over: { status: 'errored', at: 0 } }, REACHED],
    ...HUMAN_ONCE,
    posts: 2,
  },
];

/** What a provider may do with the cancel of an order that has not rung, and with looks. */
const CANCELLED: Case[] = [
  {
    name: 'there is no cancel',
    scripts: [{ ...EMPTY, cancel: 'missing' }],
    ...UNCERTAIN,
    reason: /"cancel_unconfirmed","rings_until":"2026-12-01T22:59/,
  },
  {
    name: 'the cancel is ignored',
    scripts: [{ ...EMPTY, cancel: 'ignored' }],
    ...UNCERTAIN,
    reason: /"cancel_unconfirmed"/,
  },
  {
    name: 'the cancel takes 20 s to show',
    scripts: [{ ...EMPTY, cancel: 'late' }, REACHED],
    ...HUMAN_ONCE,
    posts: 2,
  },
  {
    name: 'the first cancel fails',
    scripts: [{ ...EMPTY, cancel: 'hard' }, REACHED],
    ...HUMAN_ONCE,
    posts: 2,
  },
  {
    name: 'it rings a second after the cancel was accepted',
    scripts: [{ ...EMPTY, cancel: 'race' }],
    ...HUMAN_ONCE,
  },
  {
    name: 'it rings a second after the cancel, and then the order does not end',
    scripts: [{ ...EMPTY, cancel: 'race', endsAfter: null }],
    ...HUMAN_ONCE,
  },
  {
    name: 'it is not known for 30 s',
    scripts: [{ rings: [HUMAN], hiddenMs: 30_000 }],
    ...HUMAN_ONCE,
  },
  {
    name: 'it is never known',
    scripts: [{ rings: [HUMAN], hiddenMs: Infinity }],
    ...UNCERTAIN,
    reason: /"order_unknown_there","rings_until":"2/,
  },
  {
    name: 'each look at it is answered with a 500',
    scripts: [{ rings: [HUMAN], look: 500 }],
    ...UNCERTAIN,
    reason: /"cancel_unconfirmed"/,
  },
];

async function play(one: Case, options: BenchOptions): Promise<void> {
  const person = aContact(1);
  const search = one.search ?? 'works';
  const bench = await aBench({ ...options, search, scripts: { [person.e164]: one.scripts } });
  try {
    const people = one.acquainted === true ? [aContact(0), person] : [person];
    const session = await aRun(bench.ledger, people);
    const end = await bench.session(session, one.campaign).run();
    const contact = (await bench.contacts()).find(({ e164 }) => e164 === person.e164);
    const attempts = contact?.orders.flatMap((order) => order.attempts) ?? [];
    expect(`${contact?.state}: ${contact?.reason}`).toMatch(one.state);
    expect(contact?.reason).toMatch(one.reason);
    expect(attempts.length, 'attempts in the ledger').toBe(one.attempts);
    const posts = bench.voice.posts.filter(({ number }) => number === person.e164);
    expect(posts.length, 'orders sent').toBe(one.posts ?? 1);
    expect(end).toMatchObject({ how: 'finished', exit: one.exit ?? 0 });
    await expectPromises(bench, one.campaign === undefined ? {} : { lastRing: '15:29' });
  } finally {
    await bench.close();
  }
}

/** A send that proves nothing: 500, a lost connection, no answer in time, a page instead of an order. */
const UNCLEAR: [string, OrderScript['place']][] = [
  ['500', { how: 'answer', status: 500 }],
  ['a lost connection', { how: 'drop', stored: false }],
  ['no answer in time', { how: 'stall', stored: false }],
  ['a web page', { how: 'answer', status: 200, body: '<html><title>Hello</title></html>' }],
  ['409', { how: 'answer', status: 409 }],
];
const kept = (place: OrderScript['place']): OrderScript => ({
  ...REACHED,
  place: { ...place, stored: true } as NonNullable<OrderScript['place']>,
});

const FOUND: Case[] = UNCLEAR.flatMap(([name, place]) => [
  { name: `${name}, but it was kept`, scripts: [kept(place)], ...HUMAN_ONCE },
  {
    name: `${name}, kept, and found late`,
    scripts: [kept(place)],
    search: 'lags' as const,
    ...HUMAN_ONCE,
  },
]);
const UNKNOWN = /"placing_unknown"/;
const LOST: Case[] = UNCLEAR.flatMap(([name, place]) =>
  (['unsupported', 'down'] as const).map((search) => ({
    name: `I6 ${name}, kept or not, and the search is ${search}`,
    scripts: [kept(place)],
    search,
    ...UNCERTAIN,
    reason: UNKNOWN,
  })),
);

describe.each([
  ['only looks', false],
  ['a hint for each change', true],
])('with %s', (_, hinted) => {
  describe.each([null, 0])('settling %s', (settleMs) => {
    const options = { hinted, settleMs };
    test.each([...TAKEN, ...CANCELLED])('$name', (one) => play(one, options));
    const late = settleMs === null ? FOUND : FOUND.filter((one) => one.search === undefined);
    test.each([...late, ...LOST])('$name', (one) => play(one, options));
  });
});

test.each(UNCLEAR)('I6 %s, not kept: uncertain when nothing proves it', async (_, place) => {
  const scripts = [{ ...REACHED, place: place ?? { how: 'accept' } }];
  const lost = { name: '', scripts, ...UNCERTAIN, reason: UNKNOWN };
  await play(lost, { settleMs: null });
});

test.each(UNCLEAR)('%s, not kept: sent again under a new key when it settles', async (_, place) => {
  const scripts = [{ ...REACHED, place: place ?? { how: 'accept' as const } }, REACHED];
  const again = { name: '', scripts, ...HUMAN_ONCE, posts: 2, acquainted: true };
  await play(again, { settleMs: 2_000 });
  await play({ ...again, search: 'metadata' }, { settleMs: 0 });
});

test.each(['works', 'metadata', 'ignores', 'empty'] as const)(
  'I15 not kept, and the search (%s) shows nothing that is known: uncertain although it settles',
  async (search) => {
    const scripts = [{ ...REACHED, place: { how: 'drop', stored: false } as const }];
    const lost = { name: '', scripts, search, ...UNCERTAIN, reason: UNKNOWN };
    await play(lost, { settleMs: 0 });
    if (search === 'empty' || search === 'ignores')
      await play({ ...lost, acquainted: true }, { settleMs: 0 });
  },
);

test('an unclear send and an empty search that settles: a search with a lag is waited for', async () => {
  const [one] = FOUND.filter((c) => c.search === 'lags');
  if (one !== undefined) await play(one, { settleMs: 2_000 });
});
