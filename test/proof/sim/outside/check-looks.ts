import { clocksAreSet } from '../judge/check-ledger.ts';
import type { Look, Send } from '../world/record.ts';
import type { World } from '../world/world.ts';

/** I13, as the contract has it. */
const FRESH_MS = 5_000;

interface Last {
  readonly key: string;
  readonly providerId: string | null;
  /** Since when the ledger knows the provider's id. */
  readonly knownAt: number | null;
}

/** The last order of the same person and run before this one that the ledger does not call withdrawn. */
function lastBefore(world: World, key: string): Last | null {
  const found = world.disk.db
    .prepare(
      `select last.key, last.provider_id as providerId, (select min(e.at) from evidence e
         where e.order_key = last.key and e.provider_id = last.provider_id) as knownAt
       from call_order this join call_order last
         on last.contact_seq = this.contact_seq and last.nth < this.nth and last.state <> 'withdrawn'
       where this.key = @key order by last.nth desc limit 1`,
    )
    .get({ key });
  return (found as Last | undefined) ?? null;
}

/** The looks at the order before this one on which its claim may rest: also those of the session before, seconds ago. */
export function looksFor(world: World, send: Send, id: string): Look[] {
  const { claimedAt } = send;
  return world.record.looks.filter(
    (look) => look.id === id && look.heardAt <= claimedAt && look.heardAt >= claimedAt - FRESH_MS,
  );
}

/**
 * I13: each further order of a person comes less than five seconds after a look that says that the one before is over
 * and reached no human. A person may have decided about an order that the provider does not know.
 */
export function looksMade(world: World): string[] {
  if (clocksAreSet(world)) return [];
  return world.record.sends.flatMap((send) => {
    const last = lastBefore(world, send.key);
    if (last?.providerId == null || (last.knownAt ?? 0) >= send.claimedAt) return [];
    const decided = world.others.decidedAt.has(last.key);
    const looks = looksFor(world, send, last.providerId);
    if (looks.some((look) => look.says === 'over' || (decided && look.says === 'unknown')))
      return [];
    return [`I13 ${send.key} left without a fresh look at ${last.key}`];
  });
}

/** I13: what a process has been told it acts upon: nobody is ordered by it whom an answer has shown to be reached. */
export function humansLeft(world: World): string[] {
  const { orders, looks, sends } = world.record;
  const numberOf = (id: string): string | undefined => orders.get(id)?.birth.number;
  const human = looks.filter(({ says }) => says === 'human');
  return sends.flatMap((send) => {
    const told = human.find(
      (look) =>
        look.life === send.life &&
        look.heardAt < send.claimedAt &&
        numberOf(look.id) === send.number &&
        world.record.runOf(orders.get(look.id)?.key ?? '') === send.run,
    );
    if (told === undefined || world.others.allowedAgain.has(send.number)) return [];
    return [`I13 ${send.key} left although ${told.id} was told to have reached a human`];
  });
}
