import { storeReason } from '../../../src/domain/run/reason.ts';
import { afterEach, expect, test } from 'vitest';
import { PERSON_CALLED } from '../../../src/domain/order/opt-out.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aBench, expectPromises, someContacts, type Bench } from '../world/bench.ts';
import { aContact, aRun, MINUTE, START } from '../world/setup.ts';
import { HUMAN, REACHED, type OrderScript, type Ring } from '../world/voice-script.ts';

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const LEAVE_ME: Ring = { ...HUMAN, output: { asked_not_to_be_called: true } };
const VOICEMAIL: Ring = { ...HUMAN, result: 'voicemail' };
const NEXT_HOUR = aContact(99, { notBefore: START + 60 * MINUTE });
const only = (script: OrderScript) => ({ [aContact(0).e164]: [script] });
const number = aContact(0).e164;

/** The ledger, dying in the middle of the write that `method` names, as a crash would have it. */
const failing = (ledger: SqliteLedger, method: 'settle' | 'fill', nth: number): SqliteLedger => {
  let calls = 0;
  const dies = async (): Promise<void> => {
    calls += 1;
    if (calls === nth) throw new Error('the disk is full');
  };
  return {
    ...ledger,
    settle: async (...args) => {
      if (method === 'settle') await dies();
      await ledger.settle(...args);
    },
    fill: async (...args) => {
      if (method === 'fill') await dies();
      return await ledger.fill(...args);
    },
  };
};

/** Somebody who asks during the call not to be called again. */
test('an opt-out is asked for in the words of the voice API, after the fields of the campaign', async () => {
  bench = await aBench();
  const session = await aRun(bench.ledger, someContacts(1));
  const confirmed = { name: 'confirmed', type: 'boolean', required: false };
  const assistant = { prompt: 'Say hello.', structured_output_config: [confirmed] };
  await bench.session(session, { assistant }).run();
  const sent = bench.voice.posts[0]?.body['assistant'] as Record<string, unknown>;
  expect(sent['structured_output_config']).toEqual([
    confirmed,
    {
      name: 'asked_not_to_be_called',
      type: 'boolean',
      required: true,
      description: expect.stringContaining('not to be called again') as string,
    },
  ]);
});

test('who asks not to be called again is on the do-not-call list, with the order and the person named, and is done with', async () => {
  bench = await aBench({ scripts: only({ rings: [LEAVE_ME] }) });
  const session = await aRun(bench.ledger, someContacts(2));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  expect(contact).toMatchObject({
    state: 'reached',
    reason: storeReason({
      code: 'opted_out_after',
      because: storeReason({ code: 'human_reached' }),
    }),
  });
  const settledAt = (await bench.ledger.person('a-run', contact?.id ?? ''))?.orders[0]?.settledAt;
  expect(await bench.ledger.barred()).toEqual([
    {
      e164: number,
      who: PERSON_CALLED,
      at: settledAt,
      reason: storeReason({ code: 'opted_out' }),
      source: `order ${contact?.orders[0]?.key}`,
    },
  ]);
  await expectPromises(bench);
});

test('who asks not to be called again is never tried again, although voicemail would be, and in no other run', async () => {
  const said: Ring = { ...VOICEMAIL, output: { asked_not_to_be_called: 'Yes' }, told: true };
  bench = await aBench({ scripts: only({ rings: [said] }) });
  const session = await aRun(bench.ledger, someContacts(1));
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  expect([contact?.state, contact?.reason]).toEqual([
    'exhausted',
    storeReason({ code: 'opted_out' }),
  ]);
  const other = await aRun(bench.ledger, someContacts(2), 'b-run');
  expect(await bench.session(other, { repeat_after: '0s' }).run()).toMatchObject({ exit: 0 });
  expect((await bench.contacts('b-run')).map((one) => [one.state, one.reason])).toEqual([
    ['skipped', storeReason({ code: 'on_do_not_call' })],
    ['reached', storeReason({ code: 'human_reached' })],
  ]);
  expect(bench.voice.rings(number)).toBe(1);
});

test.each([false, 'false', 'no', null, 0, undefined])(
  'an answer of %j is no wish',
  async (answer) => {
    const ring: Ring = { ...HUMAN, output: { asked_not_to_be_called: answer } };
    bench = await aBench({ otherwise: { rings: [ring] } });
    const session = await aRun(bench.ledger, someContacts(1));
    expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
    expect(await bench.ledger.barred()).toEqual([]);
  },
);

test('the wish is heard in the field that the campaign names', async () => {
  const ring: Ring = { ...HUMAN, output: { leave_me: true } };
  bench = await aBench({ otherwise: { rings: [ring] } });
  const session = await aRun(bench.ledger, someContacts(1));
  await bench.session(session, { opt_out_field: 'leave_me' }).run();
  expect((await bench.ledger.barred()).map((one) => one.e164)).toEqual([number]);
});

test('who asks and whose order never ends is on the list too', async () => {
  const ring: Ring = { ...VOICEMAIL, output: { asked_not_to_be_called: true }, told: true };
  bench = await aBench({ otherwise: { rings: [ring], endsAfter: null, cancel: 'ignored' } });
  const session = await aRun(bench.ledger, someContacts(1));
  expect(await bench.session(session).run()).toMatchObject({ exit: 3 });
  expect((await bench.contacts())[0]?.state).toBe('uncertain');
  expect((await bench.ledger.barred()).map((one) => one.e164)).toEqual([number]);
});

/** A wish that is only known later. */
test.each([
  [30_000, 1],
  [5 * MINUTE, 10],
])('a wish that comes %i ms late is heard at the look after %i min', async (late, minutes) => {
  bench = await aBench({ scripts: only({ rings: [{ ...LEAVE_ME, late }] }) });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const end = bench.session(session).run();
  await bench.clock.sleep(START + 30 * MINUTE, { key: 'test' });
  const [contact] = await bench.contacts();
  const settledAt = (await bench.ledger.person('a-run', contact?.id ?? ''))?.orders[0]?.settledAt;
  const [barred] = await bench.ledger.barred();
  expect(barred).toMatchObject({ e164: number, who: PERSON_CALLED });
  expect((barred?.at ?? 0) - (settledAt ?? 0)).toBe(minutes * MINUTE);
  expect(await end).toMatchObject({ exit: 0 });
  expect((await bench.contacts())[0]).toMatchObject({
    state: 'reached',
    reason: storeReason({ code: 'human_reached' }),
  });
  expect((await bench.ledger.barred()).length).toBe(1);
});

test('a wish that comes late ends a person who waits for another try', async () => {
  const ring: Ring = {
    ...VOICEMAIL,
    late: 30_000,
    output: { asked_not_to_be_called: true },
    told: true,
  };
  bench = await aBench({ scripts: only({ rings: [ring] }) });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  expect(await bench.session(session).run()).toMatchObject({ exit: 0 });
  const [contact] = await bench.contacts();
  expect([contact?.state, contact?.reason, contact?.orders.length]).toEqual([
    'exhausted',
    storeReason({ code: 'opted_out' }),
    1,
  ]);
});

test('somebody who was taken off the list is not put there again by the next look', async () => {
  const asks: Ring = { ...LEAVE_ME, unrecorded: true, late: 30_000 };
  bench = await aBench({ otherwise: { rings: [asks] } });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const end = bench.session(session).run();
  await bench.clock.sleep(START + 5 * MINUTE, { key: 'test' });
  expect((await bench.ledger.barred()).length).toBe(1);
  await bench.ledger.unbar(number, { who: 'ana', at: START, reason: null });
  await end;
  expect((await bench.ledger.barred()).map((one) => one.e164)).toEqual([NEXT_HOUR.e164]);
});

test('the success of a call is computed when its output comes', async () => {
  const success = { field: 'confirmed', equals: true };
  const confirmed = { name: 'confirmed', type: 'boolean', required: true };
  const assistant = { prompt: 'Say hello.', structured_output_config: [confirmed] };
  const late: Ring = { ...HUMAN, late: 30_000, output: { confirmed: true } };
  bench = await aBench({ scripts: only({ rings: [late] }) });
  const session = await aRun(bench.ledger, [aContact(0), NEXT_HOUR]);
  const end = bench.session(session, { assistant, success }).run();
  await bench.clock.sleep(START + 70_000, { key: 'test' });
  expect((await bench.contacts())[0]?.success).toBeNull();
  await bench.clock.sleep(START + 5 * MINUTE, { key: 'test' });
  expect((await bench.contacts())[0]?.success).toBe(true);
  await end;
  expect((await bench.contacts()).map((one) => one.success)).toEqual([true, false]);
});

test.each(['settle', 'fill'] as const)(
  'a %s that fails loses neither the result nor the wish: both are recorded by the next session',
  async (method) => {
    const ring = method === 'fill' ? { ...LEAVE_ME, late: 30_000 } : LEAVE_ME;
    bench = await aBench({ scripts: { [number]: [{ rings: [ring] }, REACHED] } });
    const session = await aRun(bench.ledger, [aContact(0)]);
    const ledger = failing(bench.ledger, method, 1);
    const broken = bench.session(session, {}, { ledger }).run();
    await expect(broken).rejects.toThrow('the disk is full');
    expect(await bench.ledger.barred()).toEqual([]);
    const next = await bench.ledger.beginSession('a-run', bench.clock.now());
    expect(await bench.session(next).run()).toMatchObject({ exit: 0 });
    expect((await bench.ledger.barred()).map((one) => one.e164)).toEqual([number]);
    expect(bench.voice.rings(number)).toBe(1);
  },
);
