import { barsMany } from '../../domain/run/many-barred.ts';
import { reasonCode } from '../../domain/run/reason.ts';
import type { AdmissionPort } from '../../ports/ledger/admission.ts';
import type { Session } from '../../ports/session.ts';
import type { TailsPort } from '../../ports/ledger/tails.ts';
import type { ViewsPort } from '../../ports/ledger/records.ts';

const PAGE = 1_000;

interface Tailed {
  readonly skipped: number;
  /** Who was skipped so in an earlier session, and whom no list means now. */
  readonly freed: number;
}

export interface Tailing {
  readonly ledger: AdmissionPort & TailsPort;
  readonly session: Session;
}

/** Skips everybody who waits and whom a row of a list may mean that cannot be read as one number. */
export async function skipByTails({ ledger, session }: Tailing, now: number): Promise<Tailed> {
  const freed = await ledger.freeTails(session, now);
  let skipped = 0;
  for (let after = 0; ;) {
    const page = await ledger.tailBarred(session.runId, { after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return { skipped, freed };
    after = last.seq;
    await ledger.skipEach(session, page, now);
    skipped += page.length;
  }
}

/** What the last digits on lists do to a run. */
export interface TailImpact {
  readonly people: number;
  readonly of: number;
  readonly lists: readonly { readonly file: string; readonly tails: number }[];
  /** More people than a few odd rows of a list should bar: somebody has to look. */
  readonly many: boolean;
}

/** Null: no last digits are on any list. */
export async function tailImpact(
  ledger: TailsPort & ViewsPort,
  runId: string,
): Promise<TailImpact | null> {
  const lists = await ledger.tailCounts(runId);
  if (lists.length === 0) return null;
  const { states, reasons } = await ledger.counts(runId);
  const barred = reasons.filter(({ reason }) => reasonCode(reason) === 'number_tail_barred');
  const people = barred.reduce((sum, { count }) => sum + count, 0);
  const of = Object.values(states).reduce((sum, count) => sum + count, 0);
  return { people, of, lists, many: barsMany(people, of) };
}
