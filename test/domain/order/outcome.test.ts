import { describe, expect, test } from 'vitest';
import {
  dialled,
  hasEnded,
  hasRung,
  orderOutcome,
  outcomeOf,
  tellingAttempt,
} from '../../../src/domain/order/outcome.ts';
import { anAttempt, anOrder } from './builders.ts';

const QUEUED = anAttempt({ id: 'queued', status: 'queued' });
const CANCELLED_IN_THE_QUEUE = anAttempt({ id: 'cancelled', status: 'cancelled', endedAt: 9 });
const BUSY = anAttempt({ id: 'busy', startedAt: 1, endedAt: 2, dialError: 'busy' });
const HUMAN = anAttempt({ id: 'human', startedAt: 3, endedAt: 4, result: 'human' });
const RINGING = anAttempt({ id: 'ringing', status: 'ringing' });

describe('which attempts are dialled (I11)', () => {
  test.each([
    ['queued', QUEUED, false],
    ['cancelled while it was queued', CANCELLED_IN_THE_QUEUE, false],
    ['ringing', RINGING, true],
    ['ongoing', anAttempt({ status: 'ongoing' }), true],
    ['begun, of whatever status', anAttempt({ status: 'new_word', startedAt: 1 }), true],
    ['answered', anAttempt({ status: 'new_word', answeredAt: 1 }), true],
    ['refused by the network before it rang', anAttempt({ dialError: 'busy' }), true],
    ['with a result', anAttempt({ result: 'voicemail' }), true],
  ])('%s', (_, attempt, expected) => {
    expect(dialled(anOrder({ attempts: [attempt] })).length === 1).toBe(expected);
  });

  test.each([
    ['queued', QUEUED, false, false],
    ['ringing', RINGING, true, false],
    ['ongoing', anAttempt({ status: 'ongoing', startedAt: 1 }), true, false],
    ['completed', anAttempt({ status: 'completed', startedAt: 1 }), true, true],
    ['error', anAttempt({ status: 'error' }), false, true],
    ['of a new status, with an end', anAttempt({ status: 'new_word', endedAt: 5 }), false, true],
  ])('rung and ended: %s', (...[, attempt, rung, ended]) => {
    expect([hasRung(attempt), hasEnded(attempt)]).toEqual([rung, ended]);
  });
});

describe('the outcome of an order', () => {
  test.each([
    ['none without an attempt', [], null, null],
    ['none when nothing was dialled', [QUEUED, CANCELLED_IN_THE_QUEUE], null, null],
    ['that of the last attempt', [HUMAN, BUSY].slice(1), 'busy', 'busy'],
    ['human if any attempt was', [HUMAN, BUSY], 'human', 'human'],
    ['what is queued after it tells nothing', [BUSY, QUEUED], 'busy', 'busy'],
    ['unanswered while it rings', [BUSY, RINGING], 'unanswered', 'ringing'],
  ])('%s', (...[, attempts, outcome, telling]) => {
    const view = anOrder({ attempts });
    expect(orderOutcome(view)).toBe(outcome);
    expect(tellingAttempt(view)?.id ?? null).toBe(telling);
  });

  test('a result that nobody knows is judged by the answer', () => {
    expect(outcomeOf(anAttempt({ result: 'robot', answeredAt: 5 }))).toBe('answered_unknown');
    expect(outcomeOf(anAttempt({ result: 'robot' }))).toBe('unanswered');
  });
});
