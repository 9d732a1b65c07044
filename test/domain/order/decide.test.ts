import { describe, expect, test } from 'vitest';
import { DEFAULT_OUTCOMES } from '../../../src/domain/campaign/outcomes.ts';
import { decide, type Ended } from '../../../src/domain/order/decide.ts';
import { outcomeOf, type Outcome } from '../../../src/domain/order/outcome.ts';

const POLICY = { outcomes: DEFAULT_OUTCOMES, maxAttempts: 3, twiceInARow: false };
const NOW = 1_000_000;

const ended = (outcome: Outcome | null, change: Partial<Ended> = {}): Ended => ({
  outcome,
  attempts: 1,
  mayHaveRung: false,
  sameOutcome: 1,
  emptyOrders: 0,
  delayMs: 7_200_000,
  endedAt: NOW,
  ...change,
});

/** Design, "Default decisions": one row of the table each. */
const TABLE: [Outcome, string, string][] = [
  ['human', 'reached', 'reached'],
  ['voicemail', 'pending', 'pending'],
  ['no_answer', 'pending', 'pending'],
  ['busy', 'pending', 'pending'],
  ['temporarily_unavailable', 'pending', 'pending'],
  ['non_classified_error', 'pending', 'pending'],
  ['unanswered', 'pending', 'pending'],
  ['too_many_calls', 'pending', 'pending'],
  ['ios-screening-filter', 'pending', 'exhausted'],
  ['IVR', 'pending', 'exhausted'],
  ['answered_unknown', 'exhausted', 'exhausted'],
  ['number_non_attributed', 'failed', 'failed'],
  ['no_international_permission', 'failed', 'failed'],
  ['precondition_failed', 'failed', 'failed'],
];

describe('what becomes of a contact', () => {
  test.each(TABLE)('%s once: %s; a second time: %s', (outcome, once, twice) => {
    expect(decide(POLICY, ended(outcome)).to).toBe(once);
    expect(decide(POLICY, ended(outcome, { attempts: 2, sameOutcome: 2 })).to).toBe(twice);
  });

  test.each(TABLE.filter(([, once]) => once === 'pending').map(([outcome]) => outcome))(
    'I11 %s at the last attempt that is allowed: exhausted',
    (outcome) => {
      expect(decide(POLICY, ended(outcome, { attempts: 3 })).to).toBe('exhausted');
    },
  );

  test('the delay of the window counts from the end of the attempt', () => {
    expect(decide(POLICY, ended('busy'))).toMatchObject({ notBefore: NOW + 7_200_000 });
  });

  test('twice in a row skips the delay after the first attempt only', () => {
    const twice = { ...POLICY, twiceInARow: true };
    expect(decide(twice, ended('busy'))).toMatchObject({ notBefore: NOW });
    expect(decide(twice, ended('busy', { attempts: 2 }))).toMatchObject({
      notBefore: NOW + 7_200_000,
    });
  });

  test('an order that never rang is no attempt; five in a row are enough', () => {
    expect(decide(POLICY, ended(null, { emptyOrders: 1 })).to).toBe('pending');
    expect(decide(POLICY, ended(null, { emptyOrders: 5 })).to).toBe('exhausted');
  });

  test('I11 an order that shows no attempt and was not cancelled counts as one', () => {
    const silent = (change: Partial<Ended>): Ended =>
      ended(null, { emptyOrders: 1, mayHaveRung: true, ...change });
    expect(decide(POLICY, silent({ attempts: 1 }))).toEqual({
      to: 'pending',
      notBefore: NOW + 7_200_000,
      reason: '{"code":"ended_without_attempt"}',
    });
    expect(decide(POLICY, silent({ delayMs: 1_000 }))).toMatchObject({ notBefore: NOW + 900_000 });
    expect(decide(POLICY, silent({ attempts: 3 }))).toEqual({
      to: 'exhausted',
      reason: '{"code":"attempts_may_be_used","made":3,"max":3}',
    });
    const accept = { ...POLICY, providerRetries: 'accept' as const };
    expect(decide(accept, silent({})).to, 'one order, whatever it shows').toBe('exhausted');
  });

  test('a campaign that stops at voicemail exhausts, one that stops at a wrong number fails', () => {
    const stop = { ...POLICY, outcomes: { ...DEFAULT_OUTCOMES, voicemail: 'stop' as const } };
    expect(decide(stop, ended('voicemail')).to).toBe('exhausted');
    expect(decide(stop, ended('number_non_attributed')).to).toBe('failed');
  });
});

describe('outcomes', () => {
  const attempt = {
    id: 'a',
    status: 'completed',
    result: null,
    dialError: null,
    startedAt: 1,
    answeredAt: null,
    endedAt: 2,
    recordingUrl: null,
    endedBy: null,
    endReason: null,
    structuredOutput: null,
    transcript: null,
  };

  test.each([
    [{ result: 'human' }, 'human'],
    [{ result: 'human', dialError: 'busy' }, 'human'],
    [{ dialError: 'busy' }, 'busy'],
    [{ dialError: 'something_new' }, 'non_classified_error'],
    [{ result: 'unknown', answeredAt: 1 }, 'answered_unknown'],
    [{ result: 'unknown' }, 'unanswered'],
    [{}, 'unanswered'],
  ])('%j is %s', (change, outcome) => {
    expect(outcomeOf({ ...attempt, ...change })).toBe(outcome);
  });
});
