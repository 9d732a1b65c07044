import type { AdmissionLedger, SuppressFile } from '../ports/admission.ts';
import type { Session } from '../ports/session.ts';

/** Numbers of one transaction: another process waits for its turn to write no longer than this takes. */
const BATCH = 1_000;

/** A file of people whom the campaign never calls, from its first number each time it is asked. */
export interface SuppressList extends SuppressFile {
  numbers(): AsyncIterable<string>;
}

/**
 * Marks the people of the run who are on these lists; anyone who waits is done with. The marks of an earlier
 * session go first, so that the lists count as they are now. Nothing of a list is kept but who is in the run.
 */
export async function suppress(
  on: { readonly ledger: AdmissionLedger; readonly session: Session },
  lists: readonly SuppressList[],
  now: number,
): Promise<number> {
  const { ledger, session } = on;
  await ledger.beginSuppress(session, lists);
  let marked = 0;
  for (const list of lists) {
    let batch: string[] = [];
    const send = async (): Promise<void> => {
      marked += await ledger.suppress(session, batch, { file: list.name, now });
      batch = [];
    };
    for await (const e164 of list.numbers()) if (batch.push(e164) === BATCH) await send();
    await send();
  }
  return marked;
}
