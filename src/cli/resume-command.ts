import { EXIT, usage, type ExitCode } from './failure.ts';
import { ledgerPath } from './paths.ts';
import { rehearse } from './rehearse.ts';
import { RunOutput } from './run-output.ts';
import { lookAt, type LookOptions } from './look.ts';
import type { Terminal } from './terminal.ts';

/** `campaign resume`: goes on with an interrupted run as its ledger knows it; no file is read. */
export async function resumeCommand(
  runId: string | undefined,
  options: LookOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { ledger, run, campaign, reference } = await lookAt(runId, options, terminal);
  const stored = await ledger.definition(run.id).finally(() => {
    ledger.close();
  });
  if (run.mode === 'live') throw usage('this version only rehearses', 'add --rehearsal');
  if (run.finishedAt !== null) {
    terminal.say(`Run ${run.id} is finished: there is nobody left to call.`);
    terminal.say(`Next: campaign export --rehearsal ${run.id} -o results.csv`);
    return EXIT.done;
  }
  const path = ledgerPath('rehearsal', options.ledger, terminal);
  const output = new RunOutput(terminal, {
    ledger: path,
    campaignName: campaign.name,
    campaignFile: 'as stored in the ledger',
    contactFile: null,
    json: options.json ?? false,
    next: `campaign export --rehearsal ${run.id} -o results.csv`,
  });
  const end = await rehearse(
    {
      ledgerPath: path,
      runId: run.id,
      label: run.label,
      campaign,
      text: stored?.text ?? '',
      fingerprint: run.fingerprint ?? '',
      seed: run.seed ?? 0,
      startAt: run.createdAt,
    },
    { reference, terminal, output },
    async () => {},
  );
  return end.exit === 0 ? EXIT.done : end.exit === 3 ? EXIT.stopped : EXIT.refused;
}
