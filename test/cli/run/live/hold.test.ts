import { expect, it, vi } from 'vitest';
import { aDesk, type Desk } from '../../desk/desk.ts';
import { atTerminal, OPEN_ALL_DAY, provide, type Spoken } from './desk/live-desk.ts';
import { aProvider, type Manner } from './desk/provider.ts';

/** Five orders without a clear answer: the run waits for a person, who decides in another terminal. */

const LIVE = ['run', 'leads.csv', '--live', '--yes'];
const PEOPLE = 8;
const SIX_LINES = OPEN_ALL_DAY.replace('rules: none', 'rules: none\nconcurrency: { max: 6 }');

/** Takes the first order, answers 502 to the next five, and takes the rest. */
function fiveUnclear(): Manner {
  let posts = 0;
  return {
    get post() {
      posts += 1;
      return posts > 1 && posts <= 6 ? { status: 502, body: 'bad gateway' } : undefined;
    },
  } as Manner;
}

async function held(desk: Desk, json: boolean) {
  provide(desk, PEOPLE, SIX_LINES);
  const { url, posts } = await aProvider(fiveUnclear());
  const ask = (...args: string[]): Promise<Spoken> => atTerminal(desk, args, { url, typed: [] });
  const over = ask(...LIVE, ...(json ? ['--json'] : []));
  await vi.waitFor(
    async () => {
      expect((await ask('uncertain', '--json')).out.trim().split('\n')).toHaveLength(5);
      // The first order, which was taken, is over.
      const { lines } = JSON.parse((await ask('status', '--json')).out) as { lines: object };
      expect(lines).toMatchObject({ max: 6, live: 0, may_be_live: 5 });
    },
    { timeout: 60_000, interval: 500 },
  );
  return { ask, over, posts };
}

const idsOf = ({ out }: Spoken): string[] =>
  out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { contact: string }).contact);

it('says what it holds for and which command decides; a decision lets the same session go on', async () => {
  const { ask, over, posts } = await held(aDesk(), false);
  const ids = idsOf(await ask('uncertain', '--json'));
  const status = await ask('status');
  expect(status.out).toMatch(/lines {5}5 of 6 in use: 5 lines are held by orders that may be live/);
  expect(status.out).toMatch(/now .* held: 5 orders had no clear answer and were not found/);
  // A seventh may have left before the fifth answer came; the eighth may not.
  expect(posts().length).toBeLessThan(PEOPLE);
  await ask('uncertain', '--rang', ids[0] ?? '', '--reason', 'the provider says so');
  const { code, out, err } = await over;
  expect({ code, posts: posts().length }).toEqual({ code: 3, posts: PEOPLE });
  expect(out).toContain('finished');
  expect(err).toContain('HELD       5 orders had no clear answer and were not found');
  expect(err).toContain('answer   HTTP 502: ');
  for (const id of ids) expect(err).toContain(id);
  expect(err).toMatch(/decide in another terminal: campaign uncertain .*\n/);
  expect(err).toContain('The run goes on');
}, 120_000);

it('tells programs when a hold begins and when it ends', async () => {
  const { ask, over } = await held(aDesk(), true);
  const ids = idsOf(await ask('uncertain', '--json'));
  await ask('uncertain', '--rang', ids[0] ?? '');
  const { out } = await over;
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string; orders?: { contact: string }[] });
  const began = lines.find(({ event }) => event === 'hold_began');
  expect(began?.orders?.map(({ contact }) => contact).sort()).toEqual([...ids].sort());
  expect(lines.find(({ event }) => event === 'hold_ended')).toMatchObject({ unclear: 4 });
}, 120_000);
