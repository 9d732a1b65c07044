import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openResultsFile } from '../../../../src/adapters/files/results/results-file.ts';
import type { Cell } from '../../../../src/domain/results/cell.ts';
import type { ResultLine } from '../../../../src/domain/results/table.ts';
import type { ResultsFormat, ResultsWriter } from '../../../../src/ports/results.ts';

/** A folder of its own for the results of one test file. */
export class ResultsFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'results-'));

  at(name: string): string {
    return join(this.path, name);
  }

  get names(): string[] {
    return readdirSync(this.path).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const lineOf = (...cells: Cell[]): ResultLine => ({
  cells: () => cells,
  object: () => ({ cells }),
});

export interface Opening {
  readonly format?: ResultsFormat;
  readonly headers?: readonly string[];
  readonly delimiter?: string;
  readonly sheetName?: string;
  readonly force?: boolean;
}

export const open = (path: string, o: Opening = {}): Promise<ResultsWriter> =>
  openResultsFile(path, {
    format: 'csv',
    headers: ['phone', 'call_state'],
    delimiter: ',',
    sheetName: 'results',
    force: false,
    ...o,
  });

/** Writes the lines and closes the file. */
export async function write(
  path: string,
  lines: Iterable<ResultLine>,
  o: Opening = {},
): Promise<void> {
  const writer = await open(path, o);
  for (const line of lines) await writer.write(line);
  await writer.close();
}
