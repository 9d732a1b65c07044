import { storeReason } from '../../../src/domain/run/reason.ts';
import { describe, expect, test } from 'vitest';
import { afterOptOut } from '../../../src/domain/order/decide.ts';
import { asksForOutput, gapIn } from '../../../src/domain/order/gaps.ts';
import { asksNotToBeCalled } from '../../../src/domain/order/opt-out.ts';
import { anAttempt, anOrder } from './builders.ts';

const FIELD = 'asked_not_to_be_called';
const said = (...answers: unknown[]) =>
  anOrder({
    attempts: answers.map((answer) => anAttempt({ structuredOutput: { [FIELD]: answer } })),
  });

describe('whether somebody asked not to be called', () => {
  test.each([[true], ['true'], [' YES '], ['1'], [1]])('%j says so', (answer) => {
    expect(asksNotToBeCalled(said(answer), FIELD)).toBe(true);
  });
  test.each([[false], ['false'], ['No'], [''], [null], [undefined], [0], [2], [{}], [['true']]])(
    '%j does not',
    (answer) => {
      expect(asksNotToBeCalled(said(answer), FIELD)).toBe(false);
    },
  );
  test('one attempt of several is enough, and what is inherited is no answer', () => {
    expect(asksNotToBeCalled(said(false, true, false), FIELD)).toBe(true);
    expect(asksNotToBeCalled(said(true), 'toString')).toBe(false);
    expect(asksNotToBeCalled(anOrder({ attempts: [anAttempt()] }), FIELD)).toBe(false);
  });
});

test('anyone who asked not to be called again is not tried again, and everything else stays', () => {
  expect(afterOptOut({ to: 'pending', notBefore: 1, reason: 'voicemail' })).toEqual({
    to: 'exhausted',
    reason: storeReason({ code: 'opted_out' }),
  });
  expect(afterOptOut({ to: 'reached', reason: storeReason({ code: 'human_reached' }) })).toEqual({
    to: 'reached',
    reason: storeReason({
      code: 'opted_out_after',
      because: storeReason({ code: 'human_reached' }),
    }),
  });
});

describe('what an order may still get', () => {
  const full = {
    answeredAt: 1,
    result: 'human',
    transcript: [],
    structuredOutput: {},
    recordingUrl: 'https://recordings.example/one',
  };
  test.each([
    ['nothing is missing', full, true, null],
    ['no transcript', { ...full, transcript: null }, false, 'words'],
    ['no output where one is asked for', { ...full, structuredOutput: null }, true, 'words'],
    ['no output where none is asked for', { ...full, structuredOutput: null }, false, null],
    [
      'a voicemail has no output',
      { ...full, result: 'voicemail', structuredOutput: null },
      true,
      null,
    ],
    ['no recording alone', { ...full, recordingUrl: null }, true, 'recording'],
    ['neither', { ...full, recordingUrl: null, transcript: null }, true, 'words'],
    ['nobody answered', {}, true, null],
  ] as const)('%s', (...[, attempt, asks, gap]) => {
    expect(gapIn(anOrder({ attempts: [anAttempt(attempt)] }), asks)).toBe(gap);
  });

  test('output is asked for when an opt-out is, or success needs it', () => {
    const success = { kind: 'all', tests: [] } as const;
    const optOut = (how: 'asked' | 'none' | 'unsaid') => ({ field: FIELD, how });
    expect(asksForOutput({ optOut: optOut('asked'), success: null })).toBe(true);
    expect(asksForOutput({ optOut: optOut('none'), success: null })).toBe(false);
    expect(asksForOutput({ optOut: optOut('unsaid'), success })).toBe(true);
  });
});
