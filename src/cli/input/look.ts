import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Mode, Run, RunsPort } from '../../ports/ledger/runs.ts';
import {
  type OpenLedger,
  type Reference,
  openExistingLedger,
  readCampaignText,
} from '../compose/looking.ts';
import { EXIT, Failure, usage } from '../terminal/failure.ts';
import { isThere, ledgerPath } from './paths.ts';
import { referenceFor, type DataOptions } from './reference.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface LookOptions extends DataOptions {
  readonly ledger?: string;
  readonly rehearsal?: boolean;
}

export interface Looked {
  readonly ledger: OpenLedger;
  readonly run: Run;
  readonly campaign: Campaign;
  /** The newest campaign file that the ledger has of this run. */
  readonly text: string;
  readonly reference: Reference;
}

/** Opens the ledger that is meant, says which on stderr, and finds the run. The caller closes it. */
export async function lookAt(
  runId: string | undefined,
  options: LookOptions,
  terminal: Terminal,
): Promise<Looked> {
  const mode: Mode = options.rehearsal === true ? 'rehearsal' : 'live';
  const path = ledgerPath(mode, options.ledger, terminal);
  if (!isThere(path)) {
    const other = mode === 'live' && isThere(ledgerPath('rehearsal', options.ledger, terminal));
    throw usage(
      `there is no ${mode} ledger at ${path}`,
      other ? 'there is a rehearsal: add --rehearsal' : 'begin with: campaign run contacts.csv',
    );
  }
  const reference = referenceFor(options, terminal);
  const ledger = openExistingLedger(path, mode);
  try {
    terminal.say(`${mode} ledger ${path}`);
    const run = await chooseRun(ledger, runId);
    const definition = await ledger.definition(run.id);
    if (definition === null) throw usage(`run ${run.id} has no campaign yet`, 'run it first');
    const read = readCampaignText(definition.text, (name) => reference.rules.canonical(name));
    if (!read.ok) {
      const message = `the campaign stored with run ${run.id} cannot be read: ${read.message}`;
      throw new Failure(EXIT.ledger, {
        message,
        hint: 'use the version of this program that ran it',
      });
    }
    return { ledger, run, campaign: read.campaign, text: definition.text, reference };
  } catch (cause) {
    ledger.close();
    throw cause;
  }
}

async function chooseRun(ledger: RunsPort, runId: string | undefined): Promise<Run> {
  const runs = await ledger.runs();
  const names = runs.map((run) => run.id).join(', ');
  if (runId !== undefined) {
    const run = await ledger.findRun(runId);
    if (run !== null) return run;
    throw usage(`there is no run "${runId}" in this ledger`, `its runs are: ${names || 'none'}`);
  }
  const [newest, ...others] = runs;
  if (newest === undefined)
    throw usage('this ledger has no run', 'begin with: campaign run contacts.csv');
  if (others.length > 0) throw usage('this ledger has several runs', `name one of: ${names}`);
  return newest;
}
