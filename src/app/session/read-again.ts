import { mapColumns } from '../../domain/contact/columns/columns.ts';
import type { ColumnMap } from '../../domain/contact/columns/column-map.ts';
import { wayOfReading } from '../../domain/contact/cells/way-of-reading.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import type { Session } from '../../ports/session.ts';
import type { StoredFile, StoredFilesPort } from '../../ports/stored-file.ts';
import type { Fed } from '../people/feed.ts';
import { unanswered } from '../people/questions.ts';
import { storedSource } from './stored-source.ts';
import type { LedgerIdentity } from '../../ports/ledger/runs.ts';

export interface ReadingAgain {
  readonly ledger: StoredFilesPort & LedgerIdentity;
  readonly session: Session;
  readonly campaign: Campaign;
  readonly feed: (source: ContactSource, columns: ColumnMap) => Promise<Fed>;
}

/** A file that cannot be read again. `why`: what is to be settled first. */
export interface Unreadable {
  readonly file: Pick<StoredFile, 'path' | 'namedEncoding'>;
  readonly why: readonly string[];
}

/**
 * Files of the run that an older version of the program, or an older campaign, read another way are read again from the
 * ledger's copy: what their rows say is heard as it is heard today, before anybody is called.
 */
export async function readAgain(on: ReadingAgain): Promise<Unreadable | readonly Fed[]> {
  const { ledger, session, campaign } = on;
  const fed: Fed[] = [];
  for (const file of await ledger.filesReadOtherwise(session.runId, wayOfReading(campaign))) {
    const mapped = mapColumns(file.headers, campaign);
    if (!mapped.ok) return { file, why: mapped.problems.map(({ message }) => message) };
    const source = storedSource(ledger, file);
    const open = await unanswered(source, mapped.columns);
    if (ledger.mode === 'live' && open.length > 0)
      return { file, why: open.map(({ header, why }) => `"${header}" ${why}`) };
    fed.push(await on.feed(source, mapped.columns));
  }
  return fed;
}
