import { refusalOf, type RowContext, type RowReading } from '../../domain/contact/row/row.ts';
import { storeReason } from '../../domain/run/reason.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import type { FeedCounts, IntakePort, RowToFeed } from '../../ports/ledger/intake.ts';
import type { Session } from '../../ports/session.ts';
import { readRows, type NumberOf } from './rows.ts';

const BATCH = 1_000;

export interface Fed extends FeedCounts {
  readonly name: string;
  /** This very content was fed before: nothing was read again. */
  readonly unchanged: boolean;
  /** Rows that say that their person is not to be called. */
  readonly refused: number;
  readonly held: number;
  readonly back: number;
}

export interface Feeding {
  readonly ledger: IntakePort;
  readonly session: Session;
  readonly formerNumberOf?: NumberOf;
  readonly skipFictional?: boolean;
  /** How rows are read, as one text to compare. */
  readonly readAs: string;
}

/** Feeds a file to the run: new people join, known ones stay who they are, bad rows are kept with their reasons. */
export async function feed(to: Feeding, source: ContactSource, context: RowContext): Promise<Fed> {
  const { ledger, session } = to;
  const { now } = context;
  const counts: FeedCounts = {
    joined: 0,
    updated: 0,
    changed: 0,
    known: 0,
    invalid: 0,
    elsewhere: 0,
  };
  const { fileId, known } = await ledger.beginFile(session, { ...source, readAs: to.readAs }, now);
  if (known) return { ...counts, ...NOTHING_READ, name: source.name };
  let rows: RowToFeed[] = [];
  let refused = 0;
  const send = async (): Promise<void> => {
    const fed = await ledger.feedRows(session, fileId, { rows, now });
    for (const key of Object.keys(counts) as (keyof FeedCounts)[]) counts[key] += fed[key];
    rows = [];
  };
  const numberOf: NumberOf = async (contactId) =>
    (await ledger.numberOf(session.runId, contactId)) ??
    (await to.formerNumberOf?.(contactId)) ??
    null;
  for await (const reading of readRows(source, context, numberOf)) {
    if (refusalOf(reading) !== null) refused += 1;
    if (rows.push(toFeed(reading, to.skipFictional ?? false)) === BATCH) await send();
  }
  await send();
  const end = await ledger.endFile(session, fileId, now);
  return { ...counts, ...end, refused, name: source.name, unchanged: false };
}

const NOTHING_READ = { unchanged: true, refused: 0, held: 0, back: 0 };

function toFeed(reading: RowReading, skipFictional: boolean): RowToFeed {
  const { line, cells } = reading;
  const refusal = refusalOf(reading);
  if (reading.kind === 'contact') {
    return {
      line,
      cells,
      contact: reading.contact,
      onlyIfJoined: false,
      skip: whySkip(reading.contact, skipFictional),
      refusal,
      problems: [],
    };
  }
  const contact = reading.ifJoined;
  return {
    line,
    cells,
    contact,
    onlyIfJoined: true,
    skip: null,
    refusal,
    problems: reading.problems,
  };
}

/** Why somebody is in the run, so that they are counted, but is not to be called: a reason that is stored. */
export function whySkip(
  contact: (RowReading & { kind: 'contact' })['contact'],
  skipFictional: boolean,
): string | null {
  if (contact.refusal !== null) return contact.refusal;
  if (skipFictional && contact.fictional) return storeReason({ code: 'fictional_number' });
  const state = contact.fedBack?.state;
  if (state === 'reached' || state === 'uncertain')
    return storeReason({ code: 'state_in_file', state });
  if (contact.zones.length === 0) {
    const ofNoPlace = contact.numberType === 'non_geographic';
    return storeReason({ code: ofNoPlace ? 'no_time_zone_of_no_place' : 'no_time_zone' });
  }
  return null;
}
