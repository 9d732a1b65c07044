import { storeReason } from '../../domain/run/reason.ts';
import type { BarredNumber, DoNotCallPort } from '../../ports/ledger/do-not-call.ts';
import { dialledIdentity } from '../../domain/phone/number/identity.ts';
import { barredNumbers, barredTailsOf } from '../compose/compose.ts';
import { isThere } from '../input/paths.ts';

/** Before the source of an entry that a rehearsal took from the list of live runs. */
const FROM_LIVE = 'live: ';

export const isFromLive = ({ source }: Pick<BarredNumber, 'source'>): boolean =>
  source.startsWith(FROM_LIVE);

/** Numbers of one transaction. */
const BATCH = 1_000;

/**
 * A rehearsal calls nobody whom a live run leaves out: the do-not-call list of the live ledger counts in it as it stands
 * now. That ledger is only read. What a rehearsal took before and is no longer on the live list goes.
 */
export async function takeLiveList(ledger: DoNotCallPort, livePath: string): Promise<void> {
  if (!isThere(livePath)) return;
  await dropRemoved(ledger, livePath);
  let batch: BarredNumber[] = [];
  const known = new Set((await ledger.barred()).map(({ e164 }) => dialledIdentity(e164)));
  for (const entry of barredNumbers(livePath)) {
    if (known.has(dialledIdentity(entry.e164))) continue;
    const [first = entry] = batch;
    if (batch.length === BATCH || !isSameWord(first, entry)) batch = await sent(ledger, batch);
    batch.push(entry);
  }
  await sent(ledger, batch);
  const tails = new Set((await ledger.barredTails()).map(({ tail }) => tail));
  for (const { tail, row, value, source, ...by } of barredTailsOf(livePath))
    if (!tails.has(tail))
      await ledger.barTails([{ tail, row, value }], { ...by, source: FROM_LIVE + source });
}

/** Whether one command put both on the list. */
const isSameWord = (one: BarredNumber, other: BarredNumber): boolean =>
  one.at === other.at &&
  one.who === other.who &&
  one.reason === other.reason &&
  one.source === other.source;

async function sent(
  ledger: DoNotCallPort,
  batch: readonly BarredNumber[],
): Promise<BarredNumber[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const { who, at, reason, source } = first;
  const numbers = batch.map(({ e164 }) => e164);
  await ledger.bar(numbers, { who, at, reason, source: FROM_LIVE + source });
  return [];
}

async function dropRemoved(ledger: DoNotCallPort, livePath: string): Promise<void> {
  const taken = (await ledger.barred()).filter(isFromLive);
  const tails = (await ledger.barredTails()).filter(isFromLive);
  if (taken.length > 0) {
    const listed = new Set<string>();
    for (const { e164 } of barredNumbers(livePath)) listed.add(dialledIdentity(e164));
    for (const { e164, who, at } of taken)
      if (!listed.has(dialledIdentity(e164)))
        await ledger.unbar(e164, { who, at, reason: NO_LONGER });
  }
  if (tails.length === 0) return;
  const listed = new Set([...barredTailsOf(livePath)].map(({ tail }) => tail));
  for (const { tail, who, at } of tails)
    if (!listed.has(tail)) await ledger.unbarTail(tail, { who, at, reason: NO_LONGER });
}

const NO_LONGER = storeReason({ code: 'no_longer_on_live_list' });
