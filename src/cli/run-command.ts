import type { RunSession } from '../app/session.ts';
import { parseMoment } from '../domain/time/local.ts';
import { fingerprintOf, loadReference, realClock, type Reference } from './compose.ts';
import { EXIT, usage, type ExitCode } from './failure.ts';
import { ledgerPath, shown } from './paths.ts';
import { readInput } from './reading.ts';
import { rehearse } from './rehearse.ts';
import { RunOutput } from './run-output.ts';
import type { Terminal } from './terminal.ts';

export interface RunOptions {
  readonly campaign?: string;
  readonly ledger?: string;
  readonly rehearse?: boolean;
  readonly seed: string;
  readonly now?: string;
  readonly newRun?: string;
  readonly json?: boolean;
}

const MAX_SEED = 2 ** 31 - 1;

export function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= MAX_SEED) return seed;
  throw usage(`--seed is "${text}"`, `give a whole number from 0 to ${MAX_SEED}`);
}

export function startOf(text: string | undefined, reference: Reference): number {
  if (text === undefined) return realClock().now();
  const moment = parseMoment(text, reference.rules, null);
  if (moment.ok) return moment.at;
  throw usage(`--now is "${text}": ${moment.problem}`, 'write it like 2026-12-01T09:00:00Z');
}

export function labelOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[a-z0-9][a-z0-9-]{0,31}$/.test(text)) return text;
  throw usage(`--new-run is "${text}"`, 'give a short label of small letters, digits and dashes');
}

/** `campaign run`: today always a rehearsal; nothing here can reach a real phone. */
export async function runCommand(
  contacts: string,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = loadReference();
  const seed = seedOf(options.seed);
  const startAt = startOf(options.now, reference);
  const label = labelOf(options.newRun);
  const input = await readInput(contacts, options.campaign, { reference, terminal });
  const { campaign, text, source, columns } = input;
  const path = ledgerPath('rehearsal', options.ledger, terminal);
  const output = new RunOutput(terminal, {
    ledger: path,
    campaignName: campaign.name,
    campaignFile: shown(input.path, terminal.cwd),
    contactFile: shown(source.path, terminal.cwd),
    json: options.json ?? false,
    next: `campaign export --rehearsal${options.ledger === undefined ? '' : ` --ledger ${options.ledger}`} -o results.csv`,
  });
  const end = await rehearse(
    {
      ledgerPath: path,
      runId: label === null ? campaign.slug : `${campaign.slug}-${label}`,
      label,
      campaign,
      text,
      fingerprint: fingerprintOf([text, source.hash, options.seed, options.now ?? '']),
      seed,
      startAt,
    },
    { reference, terminal, output },
    async (session: RunSession) => {
      output.fed(await session.feed(source, columns));
    },
  );
  return end.exit === 0 ? EXIT.done : end.exit === 3 ? EXIT.stopped : EXIT.refused;
}
