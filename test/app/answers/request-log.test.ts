import { afterEach, expect, test } from 'vitest';
import type { NewContact } from '../../../src/domain/contact/contact.ts';
import { aBench, type Bench } from '../world/bench.ts';
import { aContact, aRun } from '../world/setup.ts';
import { BUSY, REACHED } from '../world/voice-script.ts';

/** What goes over the wire for one order, letter by letter, against what a person has written down. */

let bench: Bench;
afterEach(async () => {
  await bench.close();
});

const CAMPAIGN = {
  assistant: {
    prompt: 'You call {{first_name}} about the {{service}}.',
    first_sentence: 'Hello {{first_name}}.',
    voicemail_message: 'Please call us back.',
    max_call_duration_secs: 300,
    structured_output_config: [{ name: 'confirmed', type: 'boolean', required: true }],
  },
  from_phone_number: '+12025550123',
  concurrency: { max: 5, key: 'reminders' },
};

const someone = (e164: string, zone: string, change: Partial<NewContact> = {}): NewContact =>
  aContact(0, {
    e164,
    zones: [zone],
    group: `${zone}|`,
    variables: { first_name: 'Ada', service: 'check-up' },
    metadata: { segment: 'north' },
    ...change,
  });

/** The fence as it must be written: one interval of one UTC day, in a zone that is UTC all year. */
interface Written {
  readonly number: string;
  readonly key: string;
  readonly from: string;
  readonly until: string;
  readonly day: string;
  readonly message?: 'Please call us back.' | null;
}

const written = ({ number, key, from, until, day, message }: Written): string =>
  `{"phone_number":"${number}",` +
  '"assistant":{"prompt":"You call {{first_name}} about the {{service}}.",' +
  '"first_sentence":"Hello {{first_name}}.",' +
  '"max_call_duration_secs":300,' +
  '"structured_output_config":[{"name":"confirmed","type":"boolean","required":true},' +
  '{"name":"asked_not_to_be_called","type":"boolean","required":true,"description":' +
  '"True if the person asked, in any words, not to be called again or to be taken off the list. Otherwise false."}],' +
  `"voicemail_message":${message === null ? 'null' : '"Please call us back."'},` +
  `"call_retry_config":{"calling_windows":[{"calling_window_start_time":"${from}",` +
  `"calling_window_end_time":"${until}","retry_delay_seconds":2592000}],` +
  `"allowed_days":["${day}"],"max_retry_attempts":1,"timezone":"Africa/Abidjan",` +
  '"call_twice_in_a_row":false}},' +
  '"from_phone_number":"+12025550123",' +
  '"concurrency":{"key":"reminders","max":5},' +
  '"prompt_variables":{"first_name":"Ada","service":"check-up"},' +
  `"metadata":{"segment":"north","campaign_contact":"${key.slice(0, -2)}","campaign_order_key":"${key}"}}`;

const posts = (): readonly (readonly [string, string])[] =>
  bench.voice.posts.map((post) => [new Date(post.at).toISOString(), post.text]);

const keyOf = async (nth: number): Promise<string> =>
  `${(await bench.contacts())[0]?.id ?? ''}-${nth}`;

test('I12 Vancouver, 7 h behind UTC all year: from 10:00 there until UTC midnight, on Tuesday', async () => {
  bench = await aBench();
  const number = '+16045550123';
  const session = await aRun(bench.ledger, [someone(number, 'America/Vancouver')]);
  expect(await bench.session(session, CAMPAIGN).run()).toMatchObject({ exit: 0 });
  const order = { number, key: await keyOf(1), from: '17:00', until: '23:59', day: 'tuesday' };
  expect(posts()).toEqual([['2026-12-01T17:00:00.000Z', written(order)]]);
});

test('I12 Kathmandu, 5:45 ahead of UTC: from 10:00 to a minute before 18:00 there', async () => {
  bench = await aBench();
  // A fictional number, whose owner's row says where they are.
  const number = '+12125550145';
  const session = await aRun(bench.ledger, [someone(number, 'Asia/Kathmandu')]);
  expect(await bench.session(session, CAMPAIGN).run()).toMatchObject({ exit: 0 });
  const order = { number, key: await keyOf(1), from: '04:15', until: '12:14', day: 'wednesday' };
  expect(posts()).toEqual([['2026-12-02T04:15:00.000Z', written(order)]]);
});

test('I12 a window across UTC midnight: each side of it has a fence and a day of its own', async () => {
  const number = '+16045550123';
  bench = await aBench({ scripts: { [number]: [{ rings: [BUSY] }, REACHED] } });
  const notBefore = Date.UTC(2026, 11, 1, 23, 50, 30);
  const session = await aRun(bench.ledger, [someone(number, 'America/Vancouver', { notBefore })]);
  expect(await bench.session(session, CAMPAIGN).run()).toMatchObject({ exit: 0 });
  const first = { number, key: await keyOf(1), from: '23:50', until: '23:59', day: 'tuesday' };
  const second = { number, key: await keyOf(2), from: '00:00', until: '00:59', day: 'wednesday' };
  expect(posts()).toEqual([
    ['2026-12-01T23:50:30.000Z', written(first)],
    ['2026-12-02T00:00:45.000Z', written(second)],
  ]);
});

test('I12 what is left before UTC midnight is too short: the order leaves at midnight', async () => {
  bench = await aBench();
  const number = '+16045550123';
  const notBefore = Date.UTC(2026, 11, 1, 23, 58, 1);
  const session = await aRun(bench.ledger, [someone(number, 'America/Vancouver', { notBefore })]);
  expect(await bench.session(session, CAMPAIGN).run()).toMatchObject({ exit: 0 });
  const order = { number, key: await keyOf(1), from: '00:00', until: '00:59', day: 'wednesday' };
  expect(posts()).toEqual([['2026-12-02T00:00:00.000Z', written(order)]]);
});

test('after a voicemail the next order says null, and nothing else differs', async () => {
  const number = '+16045550123';
  const machine = { ...BUSY, answer: 1_000, dialError: undefined as never, result: 'voicemail' };
  bench = await aBench({ scripts: { [number]: [{ rings: [machine] }, REACHED] } });
  const session = await aRun(bench.ledger, [someone(number, 'America/Vancouver')]);
  expect(await bench.session(session, CAMPAIGN).run()).toMatchObject({ exit: 0 });
  const fence = { number, until: '23:59', day: 'tuesday' };
  const first = { ...fence, key: await keyOf(1), from: '17:00' };
  const second = { ...fence, key: await keyOf(2), from: '17:10', message: null };
  expect(posts().map(([, text]) => text)).toEqual([written(first), written(second)]);
});

test('a stored assistant is named, and nothing of an inline one is sent', async () => {
  bench = await aBench();
  const number = '+16045550123';
  const session = await aRun(bench.ledger, [someone(number, 'America/Vancouver')]);
  const stored = { assistant: undefined, assistant_id: 'stored-1', opt_out_field: 'none' };
  expect(await bench.session(session, stored).run()).toMatchObject({ exit: 0 });
  expect(posts()[0]?.[1]).toBe(
    `{"phone_number":"${number}","assistant_id":"stored-1",` +
      '"prompt_variables":{"first_name":"Ada","service":"check-up"},' +
      `"metadata":{"segment":"north","campaign_contact":"${(await keyOf(1)).slice(0, -2)}","campaign_order_key":"${await keyOf(1)}"}}`,
  );
});
