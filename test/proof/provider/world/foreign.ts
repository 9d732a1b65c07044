import type { Dice } from '../../sim/draw/dice.ts';
import type { Order } from './book.ts';
import type { Loose } from './odd.ts';
import { told } from './telling.ts';

/** An answer about another order in the place of this one: a talk of somebody else, over and with a human. */
export function foreign(dice: Dice, order: Order, all: readonly Order[]): Loose {
  const now = Date.now();
  const others = all.filter(({ number }) => number !== order.number);
  const call = overWithHuman(told({ ...order, shapes: [] }, now));
  switch (dice.whole(0, 3)) {
    case 0:
      return others.length > 0 ? told(dice.pick(others), now) : { ...call, ...STRANGER };
    case 1:
      return { ...call, ...STRANGER };
    case 2:
      return { ...call, to_phone_number: STRANGER.to_phone_number };
    default:
      return { ...call, metadata: STRANGER.metadata };
  }
}

const STRANGER = {
  id: '11111111-2222-4333-a444-555555555555',
  to_phone_number: '+14155550199',
  metadata: { campaign_order_key: 'somebody-else' },
};

function overWithHuman(call: Loose): Loose {
  const attempt = {
    id: 'attempt-of-somebody-else',
    phone_number: call['to_phone_number'],
    status: 'completed',
    result: 'human',
    dial_error: null,
    started_at: new Date(Date.now() - 500).toISOString(),
    answered_at: new Date(Date.now() - 300).toISOString(),
    ended_at: new Date(Date.now() - 100).toISOString(),
    recording_url: null,
    structured_output: { confirmed: true },
    transcript: [{ role: 'user', content: 'Nobody here asked for this.' }],
  };
  return {
    ...call,
    status: 'completed',
    calls_count: 1,
    call_attempts: [attempt],
    last_call_attempt: attempt,
  };
}
