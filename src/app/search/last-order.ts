import type { OrderView } from '../../domain/order/view.ts';
import type { LastOrder } from '../../ports/ledger/following.ts';
import type { LookAnswer, VoiceApi } from '../../ports/voice-api.ts';

/** What a look at a settled order has told; without a view, why it has told nothing. */
export interface Told {
  readonly view: OrderView | null;
  readonly kind: LookAnswer['kind'];
  readonly why: string;
}

export interface FindLastWork {
  readonly api: VoiceApi;
}

/**
 * A last order that the provider has never named (I13): it was confirmed by an attempt alone, or decided by a person. It is
 * looked for by number and key; where no search shows it, the attempt that has confirmed it is read again.
 */
export async function findLast(
  work: FindLastWork,
  order: LastOrder,
): Promise<{ id: string } | Told> {
  const { key, e164: number, contactId, orderedAt: since } = order;
  const answer = await work.api.find({ key, number, contactId, since });
  if (answer.kind === 'found') return { id: answer.view.id };
  if (answer.kind === 'unknown' && answer.cause === 'unreachable')
    return { view: null, kind: 'unreachable', why: answer.why };
  if (order.byPerson || order.attemptId === null)
    return { view: null, kind: 'missing', why: 'no search shows it' };
  return await readAttemptAgain(work, order);
}

async function readAttemptAgain(
  work: FindLastWork,
  { e164, attemptId, orderedAt }: LastOrder,
): Promise<Told> {
  const list = (await work.api.attempts?.(e164, orderedAt)) ?? { kind: 'unsupported' as const };
  if (list.kind === 'unreachable') return { view: null, ...list };
  const attempts = list.kind === 'found' ? list.attempts : [];
  const attempt = attempts.find(({ id }) => id === attemptId);
  if (attempt === undefined)
    return {
      view: null,
      kind: 'missing',
      why: 'neither a search nor the list of attempts shows it',
    };
  const over = { id: '', stage: 'over', status: 'over' } as const;
  return { view: { ...over, attempts: [attempt], metadata: {} }, kind: 'found', why: '' };
}
