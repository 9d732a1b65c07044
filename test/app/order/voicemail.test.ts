import { afterEach, expect, test } from 'vitest';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { BUSY, HUMAN, type OrderScript } from '../world/voice-script.ts';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const MACHINE: OrderScript = { rings: [{ ...HUMAN, end: 20_000, result: 'voicemail' }] };
const ENGAGED: OrderScript = { rings: [BUSY] };
const assistant = { prompt: 'Say hello.', voicemail_message: 'Please call us back.' };

/** What each order of the one person had to say to an answering machine. */
const messages = (): unknown[] =>
  bench.voice.posts.map(
    ({ body }) => (body['assistant'] as Record<string, unknown>)['voicemail_message'],
  );

const SAID = assistant.voicemail_message;

test.each([
  [undefined, [MACHINE], [SAID, null, null]],
  ['first', [ENGAGED, MACHINE], [SAID, SAID, null]],
  ['last', [MACHINE], [null, null, SAID]],
  ['every', [MACHINE], [SAID, SAID, SAID]],
  ['never', [MACHINE], [null, null, null]],
] as const)('voicemail: %s', async (voicemail, scripts, said) => {
  bench = await aBench({ scripts: { [aContact(0).e164]: scripts } });
  const session = await aRun(bench.ledger, someContacts(1));
  const campaign = { assistant, ...(voicemail === undefined ? {} : { voicemail }) };
  expect(await bench.session(session, campaign).run()).toMatchObject({ exit: 0 });
  expect(messages()).toEqual(said);
  await expectPromises(bench);
});

test('an assistant without a message says nothing about one', async () => {
  bench = await aBench({ otherwise: MACHINE });
  const session = await aRun(bench.ledger, someContacts(1));
  await bench.session(session, { voicemail: 'never' }).run();
  expect(messages()).toEqual([undefined, undefined, undefined]);
});

test('a session after a crash still knows that a message was left', async () => {
  bench = await aBench({ otherwise: MACHINE });
  const session = await aRun(bench.ledger, someContacts(1));
  const first = bench.session(session, { assistant });
  const end = first.run();
  await bench.clock.sleep(START + 5 * MINUTE, { key: 'zz stop' });
  first.stop('stopped by a test');
  await end;
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  await bench.session(next, { assistant }).run();
  expect(messages()).toEqual([SAID, null, null]);
});

test('I6 a person whose order is uncertain, and who is called again by decision, hears no second one', async () => {
  const scripts: OrderScript[] = [{ place: { how: 'drop', stored: false } }, MACHINE];
  bench = await aBench({ scripts: { [aContact(0).e164]: scripts }, search: 'unsupported' });
  const session = await aRun(bench.ledger, someContacts(1));
  expect(await bench.session(session, { assistant }).run()).toMatchObject({ exit: 3 });
  const [contact] = await bench.contacts();
  const about = { runId: 'a-run', contactId: contact?.id ?? '', hangUp: false };
  const by = { who: 'ana', at: bench.clock.now(), reason: 'call again' };
  await bench.ledger.ask({ ...about, ...by, kind: 'again' });
  const next = await bench.ledger.beginSession('a-run', bench.clock.now());
  await bench.session(next, { assistant }).run();
  expect(messages()).toEqual([SAID, null, null]);
});
