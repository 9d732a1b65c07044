import { storeReason } from '../../../../src/domain/run/reason.ts';
import { CONTACT_STATES, type ContactState } from '../../../../src/domain/run/states.ts';
import { aContact, NEW_YORK_CLAIM } from '../../../app/world/setup.ts';
import {
  accept,
  always,
  decision,
  doubt,
  fail,
  feedAgain,
  found,
  giveBack,
  never,
  noOrder,
  rangOnceMore,
  reachedEarlier,
  resolve,
  seqOf,
  settle,
  skippedFor,
  unlook,
  unseenForLong,
  WHY,
  type ContactWay,
  type Desk,
} from './desk.ts';

const TAIL = storeReason({ code: 'number_tail_barred', file: 'a list', row: 2 });

/** Where a caller decides what a contact becomes: each of the nine, so that the table has to refuse some. */
const anyEnd = (
  way: Omit<ContactWay, 'to' | 'act'> & { act: (d: Desk, to: ContactState) => Promise<unknown> },
): ContactWay[] =>
  CONTACT_STATES.map((to) => ({
    ...way,
    name: `${way.name} as ${to}`,
    to,
    act: (desk) => way.act(desk, to),
  }));

export const CONTACT_WAYS: readonly ContactWay[] = [
  {
    name: 'fed again',
    event: 'fed_again',
    to: 'pending',
    order: 'withdrawn',
    before: noOrder,
    act: (desk) => feedAgain(desk, null),
    throws: never,
  },
  {
    name: 'fed again, with something against it',
    event: 'fed_again',
    to: 'skipped',
    order: 'withdrawn',
    before: noOrder,
    act: (desk) => feedAgain(desk, 'a reason'),
    throws: never,
  },
  {
    name: 'skipped one by one',
    event: 'barred',
    to: 'skipped',
    order: 'withdrawn',
    act: (desk) => desk.ledger.skipEach(desk.session, [{ seq: seqOf(desk), ...WHY }], desk.now),
    throws: never,
  },
  {
    name: 'skipped after a call',
    event: 'barred',
    to: 'exhausted',
    order: 'settled',
    act: (desk) => desk.ledger.skipEach(desk.session, [{ seq: seqOf(desk), ...WHY }], desk.now),
    throws: never,
  },
  {
    name: 'skipped with its group',
    event: 'barred',
    to: 'skipped',
    order: 'withdrawn',
    act: ({ ledger, session, now }) =>
      ledger.skipGroup(session, aContact(1).group, { ...WHY, now }),
    throws: never,
  },
  {
    name: 'found on a list of the campaign',
    event: 'barred',
    to: 'skipped',
    order: 'withdrawn',
    act: ({ ledger, session, e164, now }) => ledger.suppress(session, [e164], { file: 'x', now }),
    throws: never,
  },
  {
    name: 'found on the do-not-call list when its turn comes',
    event: 'barred',
    to: 'skipped',
    order: 'withdrawn',
    before: async (desk) => {
      noOrder(desk);
      const by = { who: 'ana', at: desk.now, reason: null, source: 'a test' };
      await desk.ledger.bar([desk.e164], by);
    },
    act: ({ ledger, session }) => ledger.claim(session, NEW_YORK_CLAIM),
    throws: never,
  },
  {
    name: 'taken back',
    event: 'freed',
    to: 'pending',
    order: 'withdrawn',
    act: (desk) => desk.ledger.takeBack(desk.session, [seqOf(desk)], desk.now),
    throws: never,
  },
  {
    name: 'freed, since no list means it any more',
    event: 'freed',
    to: 'pending',
    order: 'withdrawn',
    before: skippedFor(TAIL),
    act: ({ ledger, session, now }) => ledger.freeTails(session, now),
    throws: never,
  },
  {
    name: 'freed, since no other number of it is barred',
    event: 'freed',
    to: 'pending',
    order: 'withdrawn',
    before: skippedFor(storeReason({ code: 'other_number_barred', because: 'a test' })),
    act: ({ ledger, session, now }) => ledger.barByOthers(session, now),
    throws: never,
  },
  {
    name: 'claimed',
    event: 'claimed',
    to: 'placing',
    order: 'withdrawn',
    before: noOrder,
    act: ({ ledger, session }) => ledger.claim(session, NEW_YORK_CLAIM),
    throws: never,
  },
  {
    name: 'given back',
    event: 'not_placed',
    to: 'pending',
    order: 'placing',
    act: giveBack,
    throws: always,
  },
  {
    name: 'given back, when an earlier order has reached a human',
    event: 'not_placed',
    to: 'reached',
    order: 'placing',
    before: reachedEarlier,
    act: giveBack,
    throws: always,
  },
  {
    name: 'refused by the provider',
    event: 'refused',
    to: 'failed',
    order: 'placing',
    act: fail,
    throws: always,
  },
  {
    name: 'accepted by the provider',
    event: 'accepted',
    to: 'calling',
    order: 'placing',
    act: accept,
    throws: always,
  },
  {
    name: 'doubted',
    event: 'doubted',
    to: 'uncertain',
    order: 'calling',
    act: doubt,
    throws: always,
  },
  ...anyEnd({ name: 'settled', event: 'settled', order: 'calling', act: settle, throws: always }),
  ...anyEnd({
    name: 'resolved by a person',
    event: 'resolved',
    order: 'uncertain',
    act: (desk, to) => resolve(desk, to, 'rang'),
    // Of somebody who is not uncertain any more a word changes nothing.
    throws: (from) => from === 'uncertain',
  }),
  {
    name: 'corrected to a human',
    event: 'corrected',
    to: 'reached',
    order: 'settled',
    act: ({ ledger, session, key, now }) =>
      ledger.fill(session, key, found(now, { outcome: 'human' })),
    throws: never,
  },
  ...anyEnd({
    name: 'looked at again',
    event: 'looked_again',
    order: 'settled',
    before: rangOnceMore,
    act: ({ ledger, session, key, now }, to) =>
      ledger.fill(session, key, found(now, { afterLate: decision(to, now) })),
    throws: never,
  }),
  {
    name: 'not seen for a day',
    event: 'unseen',
    to: 'uncertain',
    order: 'settled',
    before: unseenForLong,
    act: unlook,
    throws: never,
  },
  {
    name: 'put back',
    event: 'put_back',
    to: 'pending',
    order: 'settled',
    act: ({ ledger, session, key, now }) => ledger.putBack(session, [key], { ...WHY, now }),
    throws: never,
  },
  {
    name: 'cancelled with its run',
    event: 'cancelled',
    to: 'cancelled',
    order: 'settled',
    act: ({ ledger, session, now }) => ledger.cancelWaiting(session, { ...WHY, now }),
    throws: never,
  },
  {
    name: 'found at the provider by a copy of the ledger',
    event: 'found',
    to: 'calling',
    order: 'settled',
    act: ({ ledger, session, contactId, now }) =>
      ledger.adoptLost(session, { contactId, nth: 2, createdAt: now, now, providerId: 'lost' }),
    throws: always,
  },
];
