import { EXIT, type ExitCode } from './failure.ts';
import { lookAt, type LookOptions } from './look.ts';
import type { Terminal } from './terminal.ts';
import { summaryLines } from './words.ts';

/** `campaign status`: the counts of a run. */
export async function statusCommand(
  runId: string | undefined,
  options: LookOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { ledger, run, campaign } = await lookAt(runId, options, terminal);
  try {
    const counts = await ledger.counts(run.id);
    const finished = run.finishedAt === null ? null : new Date(run.finishedAt).toISOString();
    if (options.json === true) {
      const { talkMs, invalid, ...rest } = counts;
      const facts = {
        schema_version: 1,
        run: run.id,
        name: run.name,
        mode: run.mode,
        finished_at: finished,
        ...rest,
        invalid_rows: invalid,
        talk_seconds: Math.round(talkMs / 1000),
      };
      terminal.out(`${JSON.stringify(facts)}\n`);
      return EXIT.done;
    }
    terminal.out(`${run.name} (${run.id}, ${run.mode})\n`);
    for (const line of summaryLines(counts, campaign.rate)) terminal.out(`${line}\n`);
    const flag = run.mode === 'rehearsal' ? ' --rehearsal' : '';
    terminal.say(
      finished === null
        ? `Unfinished. Next: campaign resume${flag} ${run.id}`
        : `Finished ${finished}. Next: campaign export${flag} ${run.id} -o results.csv`,
    );
    return EXIT.done;
  } finally {
    ledger.close();
  }
}
