import { describe, expect, it } from 'vitest';
import { ADA, attempt, BEN, dial, lineOf, MadeLog, rowOf } from './made-log.ts';
import { RULES } from './verdict.ts';

/** An order that was over and looked at, a second one after the delay, looked at as well. */
const good = (): MadeLog =>
  new MadeLog().begin().order(0, 'one').look(1_200, 'one').look(3_400, 'one').order(3_500, 'two');

const HTML = '<html></html>';
const GATEWAY = { status: 502, body: HTML, how: '502 html' };

/** Two orders with a look right before the second, told as this. */
const after = (call: object): MadeLog =>
  new MadeLog()
    .begin()
    .order(0, 'one')
    .look(3_400, 'one', call as Record<string, unknown>)
    .order(3_500, 'two');

const fiveDoubts = (): MadeLog =>
  [0, 10, 20, 30, 40].reduce(
    (log, at) =>
      log.order(at * 100, `n${at}`, { number: `+1212555${1_000 + at}`, answer: GATEWAY }),
    new MadeLog().begin(),
  );

/** For each rule, logs that break it. */
const BREAKS: Readonly<Record<(typeof RULES)[number], readonly (() => string[])[]>> = {
  'key twice': [
    () => good().look(7_000, 'two').order(7_100, 'three', { key: 'key-one' }).broken(),
    () => new MadeLog().begin().refused(0, GATEWAY, 'k').refused(9_000, {}, 'k').broken(),
  ],
  'after a doubtful send': [
    () => new MadeLog().begin().order(0, 'one', { answer: GATEWAY }).order(9_000, 'two').broken(),
    () => new MadeLog().begin().refused(0, GATEWAY).order(9_000, 'two').broken(),
    () =>
      new MadeLog().begin().refused(0, { status: 400, body: HTML }).order(9_000, 'two').broken(),
    () => new MadeLog().begin().refused(0, { whole: false }).order(9_000, 'two').broken(),
    () =>
      new MadeLog()
        .begin()
        .refused(0, { body: { ok: true } })
        .order(9_000, 'two')
        .broken(),
  ],
  'after a human': [
    () => after({ call_attempts: [attempt('human')] }).broken(),
    () => after({ call_attempts: null, last_call_attempt: attempt('human') }).broken(),
    () => after({ call_attempts: [attempt('voicemail'), attempt('human')] }).broken(),
    () =>
      new MadeLog()
        .begin()
        .order(0, 'one')
        .look(1_200, 'one', { call_attempts: [attempt('human')] })
        .look(3_400, 'one')
        .order(3_500, 'two')
        .broken(),
  ],
  'after a refusal': [
    () => after({ call_attempts: [asked({ asked_not_to_be_called: true })] }).broken(),
    () => after({ call_attempts: [asked('{"asked_not_to_be_called": true}')] }).broken(),
  ],
  'too many rings': [
    () => after({ calls_count: 2 }).broken(),
    () => after({ calls_count: '2' }).broken(),
    () => after({ call_attempts: [attempt('voicemail'), attempt(null)] }).broken(),
    () => good().look(7_000, 'two').order(7_100, 'three').broken(),
  ],
  'while open': [
    () => after({ status: 'calling' }).broken(),
    () => after({ status: 'no such word' }).broken(),
    () => new MadeLog().begin().order(0, 'one').order(3_500, 'two').broken(),
    () => after({ metadata: { campaign_order_key: 'another' } }).broken(),
    () => after({ to_phone_number: BEN }).broken(),
  ],
  'not looked at': [
    () => new MadeLog().begin().order(0, 'one').look(1_200, 'one').order(6_200, 'two').broken(),
    () => new MadeLog().begin().order(0, 'one').order(3_500, 'two').broken(),
  ],
  'too soon': [
    () => new MadeLog().begin().order(0, 'one').look(1_200, 'one').order(2_999, 'two').broken(),
  ],
  'too many live': [
    () =>
      new MadeLog()
        .begin()
        .order(0, 'one')
        .order(10, 'two', { number: BEN })
        .order(999, 'three', { number: '+14155550103' })
        .broken(),
  ],
  'sent after a stop': [
    ...[303, 307, 402, 403, 404, 405, 407].map(
      (status) => () =>
        new MadeLog()
          .begin()
          .refused(0, { status, body: HTML })
          .order(600, 'two', { number: BEN })
          .broken(),
    ),
  ],
  'no brake': [() => fiveDoubts().order(9_000, 'six', { number: BEN }).broken()],
  hammering: [
    () => {
      const log = new MadeLog().begin().order(0, 'one');
      for (let at = 0; at < 31; at++) log.look(1_000 + at * 30, 'one');
      return log.broken();
    },
  ],
  'exit code': [
    () => good().end(9_000, { code: 1 }).broken(),
    () => good().end(9_000, { code: 2, by: 'SIGINT' }).broken(),
    () => good().end(9_000, { code: 4 }).broken(),
    () => new MadeLog().begin().refused(0, { status: 403, body: {} }).end(9, { code: 3 }).broken(),
  ],
  'stack trace': [
    () => good().end(9_000, { err: 'Error: no\n    at run (file:///a.js:1:2)\n' }).broken(),
  ],
  'no end': [() => good().end(9_000, { endless: true, code: null }).broken()],
  'row lost or twice': [
    () => good().broken({ rows: [rowOf()], exported: [] }),
    () => good().broken({ rows: [rowOf()], exported: [WAITING, WAITING] }),
    () => good().broken({ rows: [], exported: [WAITING] }),
  ],
  'row not as told': [
    ...['pending', 'exhausted', 'uncertain', 'skipped'].map(
      (call_state) => () => results({ call_state }, 'human'),
    ),
    ...['reached', 'skipped', 'cancelled'].map((call_state) => () => results({ call_state })),
    () => results({ call_attempts: '0' }),
    () => results({ call_attempts: '2' }),
    () => results({ call_outcome: 'busy' }),
    () => results({ call_provider_ids: '' }),
    () => results({ call_state: 'reached', call_outcome: 'voicemail' }, 'human'),
    () =>
      new MadeLog()
        .begin()
        .end(9)
        .broken({ rows: [rowOf()], exported: [lineOf()] }),
  ],
  'row that refuses was called': [
    () => good().broken({ rows: [rowOf({ refuses: true })], exported: [WAITING] }),
  ],
};

const WAITING = lineOf({ call_state: 'pending', call_provider_ids: 'one two' });

function asked(structured_output: unknown): object {
  return attempt('voicemail', { structured_output });
}

/** What is wrong with a line of the results after one order that was told with this result. */
function results(line: Readonly<Record<string, string>>, result = 'voicemail'): string[] {
  return new MadeLog()
    .begin()
    .order(0, 'one')
    .look(1_200, 'one', { call_attempts: [attempt(result)] })
    .end(9_000)
    .broken({ rows: [rowOf()], exported: [lineOf(line)] });
}

describe('the judge of a log of the provider', () => {
  const cases = RULES.flatMap((rule) =>
    BREAKS[rule].map((broken, i) => ({ rule, nth: i + 1, broken })),
  );

  it.each(cases)('convicts of "$rule", log $nth', ({ rule, broken }) => {
    expect(broken()).toContain(rule);
  });

  it('acquits a run that keeps every rule', () => {
    const log = good().look(6_000, 'two').end(9_000);
    const exported = [lineOf({ call_attempts: '2', call_provider_ids: 'one two' })];
    expect(log.judged({ rows: [rowOf()], exported })).toEqual([]);
  });

  it('acquits a row that was reached, and one that is bad', () => {
    const reached = { call_state: 'reached', call_outcome: 'human' };
    expect(results(reached, 'human')).toEqual([]);
    const bad = { rows: [rowOf({ number: null })], exported: [lineOf({ call_state: 'invalid' })] };
    expect(new MadeLog().begin().end(9).broken(bad)).toEqual([]);
  });

  it('takes an order that was found for one that is known', () => {
    const log = new MadeLog().begin().order(0, 'one', { answer: GATEWAY }).found(500, 'one');
    expect(log.look(3_400, 'one').order(3_500, 'two').broken()).toEqual([]);
  });
});

describe('what the judge takes for told', () => {
  it('takes a person for uncertain who was never sent only where a session was killed', () => {
    const uncertain = (by: 'itself' | 'SIGKILL'): string[] =>
      new MadeLog()
        .begin()
        .end(9, by === 'itself' ? {} : { by, code: null })
        .broken({ rows: [rowOf()], exported: [lineOf({ call_state: 'uncertain' })] });
    expect(uncertain('itself')).toContain('row not as told');
    expect(uncertain('SIGKILL')).toEqual([]);
  });

  it('wants the attempts that were shown, and takes those that were only counted', () => {
    const two = (attempts: string): string[] =>
      new MadeLog()
        .begin()
        .order(0, 'one')
        .look(1_200, 'one', { calls_count: 2, call_attempts: [attempt('human')] })
        .end(9_000)
        .broken({
          rows: [rowOf()],
          exported: [
            lineOf({ call_state: 'reached', call_outcome: 'human', call_attempts: attempts }),
          ],
        });
    expect([two('1'), two('2')]).toEqual([[], []]);
    expect(two('0')).toContain('row not as told');
  });
});

describe('what the judge takes for a look', () => {
  it('wants a human in the results who was told in an answer about them, not in one about another', () => {
    const human = { status: 'completed', call_attempts: [attempt('human')] };
    const told = (sought: string): string[] =>
      new MadeLog()
        .begin()
        .order(0, 'one')
        .look(1_200, 'one')
        .found(2_000, 'one', { sought, call: human })
        .end(9_000)
        .broken({ rows: [rowOf()], exported: [lineOf()] });
    expect(told(ADA)).toContain('row not as told');
    expect(told('key-one')).toContain('row not as told');
    expect(told(BEN)).toEqual([]);
  });

  it('takes an attempt in a list for a look at its order, when it is fresh and of this order', () => {
    const doubtful = (): MadeLog => new MadeLog().begin().order(0, 'one', { answer: GATEWAY });
    const listed = (at: number, more: object): string[] =>
      doubtful().listed(at, attempt('voicemail', more)).order(7_500, 'two').broken();
    expect(listed(7_400, { id: 'one' })).toEqual([]);
    expect(listed(1_400, { id: 'one' })).toEqual(['not looked at']);
    expect(listed(7_400, { id: 'another' })).toContain('after a doubtful send');
    expect(listed(7_400, { id: 37_785_729, phone_number: ADA })).toEqual([]);
    expect(listed(7_400, { id: 37_785_729, phone_number: BEN })).toContain('after a doubtful send');
    expect(listed(7_400, { id: 'one', status: 'ongoing' })).toEqual(['while open']);
    expect(listed(7_400, { id: 'one', result: 'human' })).toEqual(['after a human']);
  });

  it('lets the same key be sent again after an answer that is certain', () => {
    const log = new MadeLog().begin().refused(0, { status: 429, body: HTML }, 'k');
    expect(log.order(900, 'one', { key: 'k' }).broken()).toEqual([]);
  });

  it('counts a delay from the true end, and only of a call that was told', () => {
    const silent = { status: 'errored', call_attempts: [], calls_count: 0 };
    const log = new MadeLog().begin().order(0, 'one', { dials: [dial(50, 900)], endsAt: 900 });
    expect(log.look(1_000, 'one', silent).order(1_100, 'two').broken()).toEqual([]);
  });

  it('frees a line when the order is over or cancelled', () => {
    const log = new MadeLog().begin().order(0, 'one').order(10, 'two', { number: BEN });
    log.entries.push({ kind: 'cancelled', at: 500, session: 1, order: 'one' });
    expect(log.order(600, 'three', { number: '+14155550103' }).broken()).toEqual([]);
    expect(log.entries.filter(({ kind }) => kind === 'accepted')).toHaveLength(3);
    expect(ADA).not.toBe(BEN);
  });
});
