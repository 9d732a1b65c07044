import { resolve } from 'node:path';
import type { RowReading } from '../../domain/contact/row/row.ts';
import { RejectsTable } from '../../domain/results/rejects.ts';
import type { ResultsWriter } from '../../ports/results.ts';
import { resultsTarget, type Reference } from '../compose/compose.ts';
import { keptLedgers, refuseToReplace, shown, type Kept } from '../input/paths.ts';
import type { Input } from '../input/reading.ts';
import { withoutSheet } from '../input/sheet-choice.ts';
import { filesBeside } from '../lists/suppress-files.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface RejectsOptions {
  readonly rejects?: string;
  readonly force?: boolean;
  readonly ledger?: string;
}

/** Takes the rows that cannot be called. A file comes into being with the first of them, and is whole or not there. */
export interface Rejects {
  add(reading: RowReading): Promise<void>;
  close(): Promise<void>;
  abandon(): Promise<void>;
  /** As the operator would write it; null: there was nothing to write. */
  written(): string | null;
}

const NONE: Rejects = {
  add: () => Promise.resolve(),
  close: () => Promise.resolve(),
  abandon: () => Promise.resolve(),
  written: () => null,
};

/** Refuses a target before any row is read. */
export async function openRejects(
  input: Input,
  options: RejectsOptions,
  on: { readonly reference: Reference; readonly terminal: Terminal },
): Promise<Rejects> {
  const { reference, terminal } = on;
  if (options.rejects === undefined) return NONE;
  const path = resolve(terminal.cwd, options.rejects);
  refuseToReplace(path, inputsOf(input, { options, terminal }), {
    option: '--rejects',
    name: shown(path, terminal.cwd),
    example: 'rejects.xlsx',
  });
  const target = await resultsTarget(path, { force: options.force ?? false });
  const { source, campaign } = input;
  const table = new RejectsTable(
    { id: 1, name: source.name, delimiter: source.delimiter, headers: source.headers },
    { mode: 'live', rate: null, rules: reference.rules, consent: campaign.consent },
  );
  const shape = {
    headers: target.format === 'jsonl' ? [] : table.headers,
    delimiter: source.delimiter,
    sheetName: 'rejects',
  };
  let writer: ResultsWriter | null = null;
  return {
    add: async (reading) => {
      if (reading.kind !== 'problem') return;
      writer ??= await target.open(shape);
      await writer.write(table.line(reading));
    },
    close: async () => await writer?.close(),
    abandon: async () => await writer?.abandon(),
    written: () => (writer === null ? null : shown(path, terminal.cwd)),
  };
}

/** Everything that this command reads. */
const inputsOf = (
  input: Input,
  { options, terminal }: { options: RejectsOptions; terminal: Terminal },
): readonly Kept[] => [
  { what: 'the list itself', file: input.source.path },
  { what: 'the list itself', file: withoutSheet(input.source.path) },
  { what: 'the campaign file', file: input.path },
  ...filesBeside(input.path, input.campaign).map((one) => ({
    what: 'a suppress list',
    file: one.path,
  })),
  ...input.holidayFiles.map((file) => ({ what: 'a file of holidays', file })),
  ...keptLedgers(options.ledger, terminal),
];
