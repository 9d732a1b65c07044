import { expect, test } from 'vitest';
import { aDesk, type Desk } from '../desk/desk.ts';
import { atTerminal, provide } from '../run/live/desk/live-desk.ts';
import { aProvider, reached } from '../run/live/desk/provider.ts';
import { WITHOUT_LIST } from './order-without-attempts-key.ts';
import { TALKS } from './transcript-as-text.ts';

/** Answers as other providers shape them, to a live run: a human who was reached is reached, and nobody is ordered twice. */

const LIVE = ['run', 'leads.csv', '--live', '--yes'];

interface Row {
  readonly call_state: string;
  readonly attempts: readonly { readonly transcript: unknown }[];
}

async function called(desk: Desk, url: string) {
  const { code } = await atTerminal(desk, LIVE, { url, typed: [] });
  await atTerminal(desk, ['export', '-o', 'out.jsonl'], { url, typed: [] });
  const row = JSON.parse(desk.read('out.jsonl')) as Row;
  return { code, row };
}

test.each(WITHOUT_LIST)(
  'an order as shown by $by is one talk, and not ordered again',
  async (one) => {
    const desk = aDesk();
    provide(desk, 1);
    const order = () => {
      const { status, call_attempts: attempts } = reached();
      return { status, calls_count: 1, last_call_attempt: attempts[0], ...one.shown };
    };
    const { url, posts } = await aProvider({ order });
    const { code, row } = await called(desk, url);
    expect({ code, state: row.call_state }).toEqual({ code: 0, state: 'reached' });
    const again = await atTerminal(desk, LIVE, { url, typed: [] });
    expect({ code: again.code, orders: posts().length }).toEqual({ code: 0, orders: 1 });
  },
);

test.each(TALKS)('a talk as told by $by is a human reached', async ({ shown, kept }) => {
  const desk = aDesk();
  provide(desk, 1);
  const { url, posts } = await aProvider({ order: () => reached(shown) });
  const { code, row } = await called(desk, url);
  expect({ code, state: row.call_state }).toEqual({ code: 0, state: 'reached' });
  expect(posts()).toHaveLength(1);
  expect(row.attempts[0]?.transcript).toEqual(kept);
});
