import type { FileRow } from '../../domain/contact/problem.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import type { StoredFile, StoredFilesPort } from '../../ports/stored-file.ts';

const PAGE = 1_000;

/** A contact file from the ledger's own copy of its rows, to be read again where the file itself is not asked for. */
export function storedSource(ledger: StoredFilesPort, file: StoredFile): ContactSource {
  return { ...file, notes: [], rows: () => rowsOf(ledger, file) };
}

async function* rowsOf(ledger: StoredFilesPort, file: StoredFile): AsyncGenerator<FileRow> {
  for (let after = 0; ;) {
    const page = await ledger.storedRows(file, { after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.line;
  }
}
