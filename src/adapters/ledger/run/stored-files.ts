import type { FileRow } from '../../../domain/contact/problem.ts';
import type { StoredFile } from '../../../ports/stored-file.ts';
import { all, type Method } from '../statement.ts';

export function* filesReadOtherwise(runId: string, readAs: string): Method<readonly StoredFile[]> {
  const files = yield* all<Omit<StoredFile, 'headers'> & { headers: string }>(
    `select id, path, name, hash, delimiter, headers, reading, named_encoding as "namedEncoding" from file
     where run_id = @runId and complete = 1 and (read_as is null or read_as <> @readAs) order by id`,
    { runId, readAs },
  );
  return files.map((file) => ({ ...file, headers: JSON.parse(file.headers) as string[] }));
}

export function* storedRows(
  { id, reading }: { readonly id: number; readonly reading: number },
  page: { readonly after: number; readonly limit: number },
): Method<readonly FileRow[]> {
  const rows = yield* all<{ line: number; cells: string }>(
    `select line, cells from row where file_id = @id and reading = @reading and line > @after
     order by line limit @limit`,
    { id, reading, ...page },
  );
  return rows.map(({ line, cells }) => ({ line, cells: JSON.parse(cells) as string[] }));
}
