import { afterEach, expect, test } from 'vitest';
import type { AttemptView } from '../../../src/domain/order/view.ts';
import type { AttemptsAnswer, VoiceApi } from '../../../src/ports/voice-api.ts';
import { anAttempt } from '../../domain/order/builders.ts';
import { aBench, someContacts, type Bench } from '../world/bench.ts';
import { aRun, START } from '../world/setup.ts';

/** A send without an answer, at a provider that has no search by key but lists the attempts of the account. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const SECOND = 1_000;
const rang = (change: Partial<AttemptView> = {}): AttemptView =>
  anAttempt({
    id: 'attempt-x',
    result: 'human',
    startedAt: START + 5 * SECOND,
    answeredAt: START + 10 * SECOND,
    endedAt: START + 40 * SECOND,
    ...change,
  });

type Listed = (seconds: number) => readonly AttemptView[] | null;

/** `listed` is asked with the seconds since the order. */
const listing = (listed: Listed): VoiceApi => ({
  profile: bench.api.profile,
  place: (body, gate) => bench.api.place(body, gate),
  get: (id) => bench.api.get(id),
  cancel: (id) => bench.api.cancel(id),
  find: (sought) => bench.api.find(sought),
  attempts: (): Promise<AttemptsAnswer> => {
    const attempts = listed((bench.clock.now() - START) / SECOND);
    return Promise.resolve(
      attempts === null ? { kind: 'unsupported' } : { kind: 'found', attempts },
    );
  },
});

async function sentInVain(listed: Listed) {
  bench = await aBench({
    search: 'unsupported',
    otherwise: { place: { how: 'drop', stored: false } },
  });
  const session = await aRun(bench.ledger, someContacts(1));
  const end = await bench.session(session, {}, { api: listing(listed) }).run();
  return { end, contact: (await bench.contacts())[0] };
}

test('I6 exactly one attempt in its time confirms the order, and says how it went', async () => {
  const { end, contact } = await sentInVain(() => [rang()]);
  expect(end).toMatchObject({ how: 'finished', exit: 0 });
  expect(contact).toMatchObject({ state: 'reached', outcome: 'human' });
  expect(bench.voice.posts).toHaveLength(1);
});

test('one that is still live is waited for', async () => {
  const live = rang({ endedAt: null, answeredAt: null, result: null, status: 'ringing' });
  const { contact } = await sentInVain((seconds) => [seconds < 30 ? live : rang()]);
  expect(contact).toMatchObject({ state: 'reached' });
  expect(bench.clock.now()).toBeGreaterThanOrEqual(START + 30 * SECOND);
});

test('one that shows later is found later', async () => {
  const { contact } = await sentInVain((seconds) => (seconds < 60 ? [] : [rang()]));
  expect(contact).toMatchObject({ state: 'reached' });
});

test.each([
  { name: 'none', listed: [] },
  { name: 'two', listed: [rang(), rang({ id: 'attempt-y' })] },
  { name: 'one of long before', listed: [rang({ startedAt: START - 60 * SECOND })] },
  { name: 'one that never began to ring', listed: [rang({ startedAt: null })] },
  { name: 'no such list', listed: null },
])('I6 $name says nothing: the person is uncertain, and ordered by nobody', async ({ listed }) => {
  const { end, contact } = await sentInVain(() => listed);
  expect(end).toMatchObject({ exit: 3 });
  expect(contact).toMatchObject({ state: 'uncertain' });
  expect(bench.voice.posts).toHaveLength(1);
});

test('a session that begins long after the order looks at the list once, so that its line is soon free', async () => {
  bench = await aBench({ search: 'unsupported' });
  const first = await aRun(bench.ledger, someContacts(1));
  const looks: number[] = [];
  const none = listing((seconds) => {
    looks.push(seconds);
    return [];
  });
  let send: (() => void) | undefined;
  const sending = new Promise<void>((resolve) => (send = resolve));
  const died: VoiceApi['place'] = () => {
    send?.();
    return new Promise(() => undefined);
  };
  void bench.session(first, {}, { api: { ...none, place: died } }).run();
  await sending;
  await bench.clock.sleep(START + 600 * SECOND, { key: 'a while' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  await bench.session(next, {}, { api: none }).run();
  expect((await bench.contacts())[0]).toMatchObject({ state: 'uncertain' });
  expect(looks.filter((at) => at < 640)).toHaveLength(1);
});
