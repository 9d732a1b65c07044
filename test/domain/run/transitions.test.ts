import { describe, expect, test } from 'vitest';
import { CONTACT_STATES, ORDER_STATES } from '../../../src/domain/run/states.ts';
import { CONTACT_TRANSITIONS, ORDER_TRANSITIONS } from '../../../src/domain/run/transitions.ts';

type Table = Readonly<
  Record<string, { readonly from: readonly string[]; readonly to: readonly string[] }>
>;

/** What may befall each state, written down a second time, from the promises and not from the table. */
const CONTACT_MAY: Readonly<Record<string, string>> = {
  pending: 'barred cancelled claimed corrected fed_again found looked_again unseen',
  // Under way: only what is known of its order moves it, or a copy of a ledger that knows less (I3).
  placing: 'accepted doubted found not_placed refused settled',
  calling: 'accepted doubted found settled',
  // I6: evidence, or a person.
  uncertain: 'accepted doubted found resolved settled',
  // I5: what has ended moves only towards a human, or back when its order never rang.
  reached: '',
  exhausted: 'corrected put_back',
  failed: 'corrected put_back',
  skipped: 'fed_again found freed',
  cancelled: '',
};
const ORDER_MAY: Readonly<Record<string, string>> = {
  placing: 'accepted doubted not_placed refused settled',
  calling: 'accepted doubted settled',
  uncertain: 'accepted doubted resolved settled',
  settled: 'unseen',
  withdrawn: '',
};

/** Whoever is waiting to be ordered is so for one of these. */
const LEADS_TO: Readonly<Record<string, string>> = {
  placing: 'claimed',
  pending: 'fed_again freed looked_again not_placed put_back resolved settled',
};

/** Each difference by the name of its event and state. */
function differences(table: Table, may: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (const [state, words] of Object.entries(may)) {
    const wanted = words.split(' ').filter((word) => word !== '');
    const has = Object.keys(table).filter((event) => table[event]?.from.includes(state));
    for (const event of has) if (!wanted.includes(event)) found.push(`${event}: not from ${state}`);
    for (const event of wanted)
      if (!has.includes(event)) found.push(`${event}: also from ${state}`);
  }
  return found;
}

describe('what may become of whom', () => {
  test('is what the promises allow, for contacts and for orders', () => {
    expect(Object.keys(CONTACT_MAY)).toEqual([...CONTACT_STATES]);
    expect(Object.keys(ORDER_MAY)).toEqual([...ORDER_STATES]);
    expect(differences(CONTACT_TRANSITIONS, CONTACT_MAY)).toEqual([]);
    expect(differences(ORDER_TRANSITIONS, ORDER_MAY)).toEqual([]);
  });

  test('leads to waiting and to being ordered by few ways', () => {
    for (const [state, words] of Object.entries(LEADS_TO)) {
      const events = Object.entries(CONTACT_TRANSITIONS)
        .filter(([, { to }]) => (to as readonly string[]).includes(state))
        .map(([event]) => event);
      expect(events.sort().join(' '), state).toBe(words);
    }
  });

  test('is the same for a contact and its order where one event moves both', () => {
    for (const [event, { from }] of Object.entries(ORDER_TRANSITIONS)) {
      if (event === 'unseen') continue;
      expect(CONTACT_TRANSITIONS[event as keyof typeof ORDER_TRANSITIONS].from).toEqual(from);
    }
  });
});

describe('a predecessor too many, planted', () => {
  test.each([
    ['claimed', 'skipped'],
    ['claimed', 'reached'],
    ['not_placed', 'uncertain'],
    ['settled', 'reached'],
    ['freed', 'exhausted'],
    ['cancelled', 'calling'],
  ] as const)('is named: %s from %s', (event, state) => {
    const { from, to } = CONTACT_TRANSITIONS[event];
    const table: Table = { ...CONTACT_TRANSITIONS, [event]: { from: [...from, state], to } };
    expect(differences(table, CONTACT_MAY)).toEqual([`${event}: not from ${state}`]);
  });

  test('is named of an order, too: settled once more (I5)', () => {
    const settled = { from: [...ORDER_TRANSITIONS.settled.from, 'settled'], to: ['settled'] };
    expect(differences({ ...ORDER_TRANSITIONS, settled }, ORDER_MAY)).toEqual([
      'settled: not from settled',
    ]);
  });

  test('is one too few, too', () => {
    const table: Table = { ...CONTACT_TRANSITIONS, found: { from: ['pending'], to: ['calling'] } };
    expect(differences(table, CONTACT_MAY)).toContain('found: also from skipped');
  });
});
