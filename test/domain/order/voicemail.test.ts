import { describe, expect, test } from 'vitest';
import {
  speaksToVoicemail,
  type Earlier,
  type VoicemailRule,
} from '../../../src/domain/order/voicemail.ts';

const policy = (voicemail: 'again' | 'once_more' | 'stop' = 'again', maxAttempts = 3) => ({
  outcomes: { voicemail },
  maxAttempts,
  twiceInARow: false,
});
const earlier = (
  outcomes: Earlier['outcomes'] = {},
  uncertainOrders = 0,
  silentOrders = 0,
): Earlier => ({
  attempts: Object.values(outcomes).reduce((sum, n) => sum + n, 0),
  outcomes,
  uncertainOrders,
  silentOrders,
});
const speaks = (rule: VoicemailRule, before: Earlier, by = policy()): boolean =>
  speaksToVoicemail(rule, by, before);

describe('first', () => {
  test.each([
    ['nobody was called', earlier(), true],
    ['nobody answered twice', earlier({ no_answer: 1, busy: 1 }), true],
    ['an answering machine', earlier({ voicemail: 1 }), false],
    ['an answering machine, then busy', earlier({ voicemail: 1, busy: 1 }), false],
    ['something answered and nobody knows what', earlier({ answered_unknown: 1 }), false],
    ['I6 an order of which nobody knows', earlier({}, 1), false],
    ['an order that ended and shows no attempt', earlier({}, 0, 1), false],
    ['a phone menu', earlier({ IVR: 1 }), true],
  ])('%s', (...[, before, expected]) => {
    expect(speaks('first', before)).toBe(expected);
  });
});

describe('last', () => {
  test.each([
    ['the first of three', earlier(), policy(), false],
    ['the second of three', earlier({ voicemail: 1 }), policy(), false],
    ['the third of three', earlier({ voicemail: 2 }), policy(), true],
    ['the third of three, after busy', earlier({ busy: 2 }), policy(), true],
    ['the only one', earlier(), policy('again', 1), true],
    ['a voicemail is never tried again', earlier(), policy('stop'), true],
    ['the first of two voicemails', earlier(), policy('once_more'), false],
    ['the second of two voicemails', earlier({ voicemail: 1 }), policy('once_more'), true],
  ] as const)('%s', (...[, before, by, expected]) => {
    expect(speaks('last', before, by)).toBe(expected);
  });
});

test('every and never do not ask', () => {
  for (const before of [earlier(), earlier({ voicemail: 2 }), earlier({}, 1)]) {
    expect(speaks('every', before)).toBe(true);
    expect(speaks('never', before)).toBe(false);
  }
});
