import type { SuppressFile, SuppressPort } from '../../ports/ledger/admission.ts';
import type { Session } from '../../ports/session.ts';

/** Rows of one transaction: another process waits for its turn to write no longer than this takes. */
const BATCH = 1_000;

/** Whom a row of a list means: by whole numbers, or by the last digits of what cannot be read as one. */
export interface ListEntry {
  readonly row: number;
  readonly numbers: readonly string[];
  readonly tails: readonly string[];
}

/** A file of people whom the campaign never calls, from its first row each time it is asked. */
export interface SuppressList extends SuppressFile {
  /** `countries`: in which its national numbers may be, beside those that are known of the list. */
  entries(countries: readonly string[]): AsyncIterable<ListEntry>;
}

export interface Suppressing {
  readonly ledger: SuppressPort;
  readonly session: Session;
}

/**
 * Marks the people of the run who are on these lists; anyone who waits is done with. The marks of an earlier session
 * go first, so that the lists count as they are now. Of a list is kept who is in the run, and the last digits of what
 * could not be read: the claim and the gate ask for them.
 */
export async function suppress(
  on: Suppressing,
  lists: readonly SuppressList[],
  now: number,
): Promise<number> {
  const { ledger, session } = on;
  await ledger.beginSuppress(session, lists);
  const marked = lists.length === 0 ? 0 : await markEach(on, lists, now);
  await ledger.barByOthers(session, now);
  return marked;
}

async function markEach(
  { ledger, session }: Suppressing,
  lists: readonly SuppressList[],
  now: number,
): Promise<number> {
  const countries = await ledger.regions(session.runId);
  let marked = 0;
  for (const list of lists) {
    let batch: ListEntry[] = [];
    const send = async (): Promise<void> => {
      const numbers = batch.flatMap((entry) => entry.numbers);
      const tails = batch.flatMap(({ row, tails: all }) => all.map((tail) => ({ tail, row })));
      marked += await ledger.suppress(session, numbers, { file: list.name, now });
      if (tails.length > 0) await ledger.suppressTails(session, tails, list.name);
      batch = [];
    };
    for await (const entry of list.entries(countries))
      if (batch.push(entry) === BATCH) await send();
    await send();
  }
  return marked;
}
