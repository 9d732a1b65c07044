import type { End } from '../app/work.ts';
import { askRun, asker, isWorkedOn, said } from './asking.ts';
import { EXIT, usage, type ExitCode } from './failure.ts';
import { ledgerPath } from './paths.ts';
import { rehearse } from './rehearse.ts';
import { RunOutput } from './run-output.ts';
import { lookAt, type Looked, type LookOptions } from './look.ts';
import type { Terminal } from './terminal.ts';

export interface ResumeOptions extends LookOptions {
  readonly json?: boolean;
}

/** `campaign resume`: ends a pause and goes on with an interrupted run as its ledger knows it; no file is read. */
export async function resumeCommand(
  runId: string | undefined,
  options: ResumeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const looked = await lookAt(runId, options, terminal);
  const { ledger, run } = looked;
  try {
    const { paused, cancelled } = await ledger.control(run.id);
    if (paused !== null && run.finishedAt === null && cancelled === null) {
      await askRun(ledger, run, { ...asker(terminal, undefined), kind: 'resume' });
      terminal.say(`The pause is over (${said(paused)}).`);
      if (isWorkedOn(ledger.path, run)) {
        terminal.say('The session that is running goes on.');
        return EXIT.done;
      }
    }
  } finally {
    ledger.close();
  }
  if (run.mode === 'live') throw usage('this version only rehearses', 'add --rehearsal');
  if (run.finishedAt !== null) {
    terminal.say(`Run ${run.id} is finished: there is nobody left to call.`);
    terminal.say(`Next: campaign export --rehearsal ${run.id} -o results.csv`);
    return EXIT.done;
  }
  const end = await goOn(looked, options, terminal);
  return end.exit === 0 ? EXIT.done : end.exit === 3 ? EXIT.stopped : EXIT.refused;
}

/** A session on an unfinished rehearsal, from its ledger alone. The ledger that was looked at is closed before. */
export async function goOn(
  { run, campaign, text, reference }: Looked,
  options: ResumeOptions,
  terminal: Terminal,
): Promise<End> {
  const path = ledgerPath('rehearsal', options.ledger, terminal);
  const output = new RunOutput(terminal, {
    ledger: path,
    campaignName: campaign.name,
    campaignFile: 'as stored in the ledger',
    contactFile: null,
    json: options.json ?? false,
    next: `campaign export --rehearsal ${run.id} -o results.csv`,
  });
  return await rehearse(
    {
      ledgerPath: path,
      runId: run.id,
      label: run.label,
      campaign,
      text,
      fingerprint: run.fingerprint ?? '',
      seed: run.seed ?? 0,
      startAt: run.createdAt,
    },
    { reference, terminal, output },
    async () => {},
  );
}
