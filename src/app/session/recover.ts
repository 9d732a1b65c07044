import type { Claim, QueuePort } from '../../ports/ledger/queue.ts';
import type { PlacingPort } from '../../ports/ledger/following.ts';
import { inBatches } from '../people/batches.ts';
import type { Dispatcher } from '../dispatch/dispatch.ts';
import { type KeepLineWork, keepLine } from '../unclear/doubts.ts';
import type { Lines } from '../dispatch/lines.ts';
import { evidenceOf, type Shown } from '../search/evidence.ts';
import type { Follower } from '../order/follow.ts';
import { CLAIM_FRESH_MS, type Placer } from '../order/place.ts';
import type { ConfirmWork } from '../order/confirm.ts';
import type { Session } from '../../ports/session.ts';

const AT_ONCE = 10;

export type RecoverWork = ConfirmWork &
  KeepLineWork & {
    readonly ledger: QueuePort & PlacingPort;
    readonly session: Session;
  };

/**
 * Takes up what an earlier session left at the provider. Live calls occupy lines before anybody new is
 * called; a send without an answer is looked up by its key; what is uncertain is asked for once more.
 */
export async function recover(
  work: RecoverWork,
  parts: { dispatcher: Dispatcher; lines: Lines; placer: Placer; follower: Follower },
): Promise<{ live: number; looked: number }> {
  const { ledger, session } = work;
  const { dispatcher, lines, placer, follower } = parts;
  const adopt = inTurn(dispatcher);
  const orders = await ledger.unsettled(session.runId);
  const doubtful = orders.filter((order) => order.state === 'uncertain');
  let live = 0;
  for (const order of orders) {
    if (order.state === 'uncertain') continue;
    if (order.providerId === null) {
      adopt(order, async () => {
        const sentBy = order.orderedAt + CLAIM_FRESH_MS;
        const why = 'the program ended while it was sent';
        const placed = await placer.reconcile(order, why, sentBy);
        if (placed !== null) await follower.follow(order, placed);
      });
    } else {
      const { providerId } = order;
      // Its session had no room to record what it heard.
      if (order.state === 'placing') {
        const found = { source: 'post' as const, providerId, now: work.clock.now() };
        await ledger.accepted(session, order.key, found);
      }
      adopt(order, () => follower.follow(order, { providerId, view: null }));
    }
    live += 1;
  }
  const shown = await shownAtOnce(work, doubtful);
  const asked = inBatches(doubtful, AT_ONCE, (order) => evidenceOf(work, placer, { order, shown }));
  for await (const answers of asked) {
    for (const [order, placed] of answers) {
      if (placed === null) {
        keepLine(work, lines, order);
        continue;
      }
      adopt(order, () => follower.follow(order, placed));
      live += 1;
    }
  }
  return { live, looked: orders.length };
}

/**
 * I11: a copy of a ledger may find a later order of somebody whose earlier one it has not seen end. What the later
 * one comes to is decided when the earlier one has been counted.
 */
function inTurn(dispatcher: Dispatcher): Dispatcher['adopt'] {
  const last = new Map<string, Promise<void>>();
  return (claim, call) => {
    const before = last.get(claim.contactId);
    dispatcher.adopt(claim, () => {
      const mine = before === undefined ? call() : before.then(call);
      // Anyone who comes next goes on in any case; the failure itself is told to the dispatcher.
      last.set(
        claim.contactId,
        mine.catch(() => undefined),
      );
      return mine;
    });
  };
}

/** Orders in doubt whose end nobody knows may be many: one request shows many of them. */
async function shownAtOnce(
  { api }: Pick<RecoverWork, 'api'>,
  doubtful: readonly Claim[],
): Promise<Shown> {
  const ids = doubtful.flatMap(({ providerId }) => providerId ?? []);
  const views = ids.length < 2 ? [] : await api.several?.(ids);
  return new Map(views?.map((view) => [view.id, view]));
}
