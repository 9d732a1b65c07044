import { declaredOutputs } from '../../domain/campaign/assistant.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { ResultTable } from '../../domain/results/table.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import type { ResultsFormat, ResultsShape, ResultsWriter } from '../../ports/results.ts';
import type { RunsPort } from '../../ports/ledger/runs.ts';
import type { ViewsPort } from '../../ports/ledger/records.ts';

export interface ExportRequest {
  readonly ledger: Pick<RunsPort, 'findRun'> & Pick<ViewsPort, 'files' | 'rows'>;
  readonly runId: string;
  readonly campaign: Pick<Campaign, 'rate' | 'assistant' | 'consent' | 'optOut'>;
  readonly rules: ZoneRules;
  /** One line for each attempt instead of one for each row. */
  readonly attempts: boolean;
  readonly format: ResultsFormat;
  readonly open: (shape: ResultsShape) => Promise<ResultsWriter>;
}

interface Exported {
  /** Rows of the files that were read. */
  readonly rows: number;
  /** Lines written under the header: rows, or attempts. */
  readonly lines: number;
  /** Rows by `call_state`. */
  readonly states: Readonly<Record<string, number>>;
}

/** Writes the results of a run. Holds one row at a time; a file that could not be completed is abandoned. */
export async function exportResults(request: ExportRequest): Promise<Exported> {
  const { ledger, runId, campaign, format } = request;
  const run = await ledger.findRun(runId);
  if (run === null) throw new Error(`no run ${runId} in this ledger`);
  const files = await ledger.files(runId);
  const table = new ResultTable({
    files,
    declaredOutputs: askedOutputs(campaign),
    attempts: request.attempts,
    context: {
      mode: run.mode,
      rate: campaign.rate?.amount ?? null,
      rules: request.rules,
      consent: campaign.consent,
    },
  });
  const isTable = format !== 'jsonl';
  // The header comes first in a table, and a field that nobody declared may be in the last row only.
  if (isTable) for await (const row of ledger.rows(runId)) table.see(row);
  const writer = await request.open({
    headers: isTable ? table.headers : [],
    delimiter: files[0]?.delimiter ?? ',',
    sheetName: run.mode === 'rehearsal' ? 'REHEARSAL' : 'results',
  });
  try {
    const exported = await writeRows(request, table, writer);
    await writer.close();
    return exported;
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

async function writeRows(
  { ledger, runId }: ExportRequest,
  table: ResultTable,
  writer: ResultsWriter,
): Promise<Exported> {
  const states: Record<string, number> = {};
  let rows = 0;
  let lines = 0;
  for await (const row of ledger.rows(runId)) {
    const subject = table.subject(row);
    rows += 1;
    states[subject.state] = (states[subject.state] ?? 0) + 1;
    for (const line of table.lines(row, subject)) {
      await writer.write(line);
      lines += 1;
    }
  }
  return { rows, lines, states };
}

/** What every order asks for, so that the columns are there before anybody has answered. */
function askedOutputs({ assistant, optOut }: ExportRequest['campaign']): readonly string[] {
  if (assistant === null) return [];
  const declared = declaredOutputs(assistant);
  return declared.includes(optOut.field) ? declared : [...declared, optOut.field];
}
