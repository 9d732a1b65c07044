import { afterEach, expect, test } from 'vitest';
import type { AttemptView } from '../../../src/domain/order/view.ts';
import type { FindAnswer } from '../../../src/ports/order-search.ts';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import { anAttempt } from '../../domain/order/builders.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aRun, MINUTE, START } from '../world/setup.ts';
import { BUSY, type OrderScript } from '../world/voice-script.ts';

/** I13: a last order that the provider has never named is looked at too before the next one. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

/** Orders that only the list of attempts has confirmed: the provider never named them. */
const LOST: OrderScript = { ...{ rings: [BUSY] }, place: { how: 'drop', stored: true } };
const listed = (result: string | null = null) =>
  anAttempt({
    id: 'attempt-x',
    dialError: result === null ? 'busy' : null,
    result,
    startedAt: START + 5_000,
    endedAt: START + 10_000,
  });

async function confirmedByAttempt(of: {
  find: VoiceApi['find'];
  attempts: (now: number) => readonly AttemptView[];
}) {
  bench = await aBench({ otherwise: LOST });
  const api: VoiceApi = {
    profile: bench.api.profile,
    place: (body, gate) => bench.api.place(body, gate),
    get: (id) => bench.api.get(id),
    cancel: (id) => bench.api.cancel(id),
    find: of.find,
    attempts: () => Promise.resolve({ kind: 'found', attempts: of.attempts(bench.clock.now()) }),
  };
  const session = await aRun(bench.ledger, someContacts(1));
  const end = await bench.session(session, {}, { api }).run();
  await expectPromises(bench);
  return { end, contact: (await bench.contacts())[0] };
}

const NO_SEARCH: FindAnswer = { kind: 'unknown', cause: 'no_search', why: 'HTTP 404' };
const LATER = START + 5 * MINUTE;

test('one that only an attempt has confirmed is looked for by number and key', async () => {
  const { contact } = await confirmedByAttempt({
    find: async (sought) => {
      if (bench.clock.now() < LATER) return NO_SEARCH;
      return await bench.api.find(sought);
    },
    attempts: () => [listed()],
  });
  const [first, second] = bench.voice.posts;
  const looks = bench.voice.gets.filter(
    ({ id, at }) => id === 'order-1' && at <= (second?.at ?? 0),
  );
  expect(first).toBeDefined();
  expect((second?.at ?? 0) - (looks.at(-1)?.at ?? 0), 'found, and fetched').toBeLessThan(5_000);
  expect(contact?.orders.length).toBeGreaterThan(1);
});

test('where no search shows it, the attempt is read again: a human ends it', async () => {
  const { contact } = await confirmedByAttempt({
    find: () => Promise.resolve(NO_SEARCH),
    attempts: (now) => [listed(now < LATER ? null : 'human')],
  });
  expect(contact).toMatchObject({ state: 'reached', outcome: 'human' });
  expect(bench.voice.posts).toHaveLength(1);
});

test('and where nothing shows it any more, nobody is called', async () => {
  const { end, contact } = await confirmedByAttempt({
    find: () => Promise.resolve(NO_SEARCH),
    attempts: (now) => (now < LATER ? [listed()] : []),
  });
  expect(end).toMatchObject({ exit: 3 });
  expect(contact?.state).toBe('uncertain');
  expect(bench.voice.posts).toHaveLength(1);
});
