import type { RunSession } from '../../app/session/session.ts';
import { parseMoment } from '../../domain/time/local.ts';
import { asker } from '../terminal/asking.ts';
import { findAccess, type Access } from './live/access.ts';
import { fingerprintOf, realClock, type Reference } from '../compose/compose.ts';
import { needDisclosure } from '../check/lines/disclosure-lines.ts';
import { needOwnWords } from '../check/lines/stand-in-lines.ts';
import { spokenDoubts } from '../check/spoken-doubts.ts';
import { needAnswers } from '../check/unanswered-columns.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { offerInit } from '../init/offer.ts';
import { hookChoice } from './live/hooks.ts';
import { callLive, type LiveEnd } from './live/live.ts';
import { runMode, type Agreement, type ModeFlags } from './mode.ts';
import type { ListOptions } from '../lists/ignored-rows.ts';
import type { Given } from '../terminal/next/given.ts';
import { keyFile, ledgerPath, shown } from '../input/paths.ts';
import { readInput, type Input } from '../input/reading.ts';
import { freshReference, type DataOptions } from '../input/reference.ts';
import { rehearse } from './rehearse.ts';
import { liveFacts, rehearsalFacts } from './run-facts.ts';
import { RunOutput } from './run-output.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { exitOf } from './work.ts';

export interface RunOptions extends ModeFlags, DataOptions, ListOptions {
  readonly campaign?: string;
  readonly ledger?: string;
  readonly limit?: string;
  readonly restored?: string;
  readonly againReached?: boolean;
  readonly webhookPort?: string;
  readonly webhookUrl?: string;
  readonly seed?: string;
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

export function limitOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw usage(`--limit is "${text}"`, 'give a number of people, from 1 on');
}

interface Running {
  readonly input: Input;
  readonly options: RunOptions;
  readonly label: string | null;
  readonly limit: number | null;
  readonly reference: Reference;
  readonly terminal: Terminal;
}

/** `campaign run`: a rehearsal, unless somebody says that phones are to ring. */
export async function runCommand(
  contacts: string,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = freshReference(options, terminal);
  const label = labelOf(options.newRun);
  const limit = limitOf(options.limit);
  const access = options.rehearse === true ? null : findAccess(terminal);
  const mode = runMode(options, {
    keySet: access !== null,
    canAsk: terminal.canAsk,
    keyFile: keyFile(),
  });
  if (options.live === true && (options.seed ?? options.now) !== undefined)
    throw usage('--seed and --now are for rehearsals', 'leave them out, or leave --live out');
  const offered = await offerInit(contacts, options, terminal);
  if (offered !== null) return offered;
  const input = await readInput(contacts, options.campaign, {
    reference,
    terminal,
    ignoreLines: options.ignoreLines,
    encoding: options.encoding,
  });
  const running = { input, options, label, limit, reference, terminal };
  if (mode.mode === 'rehearsal' || access === null) return await runRehearsal(running);
  // On this computer no phone rings: the examples may be tried there as they are.
  if (!access.way.loopback) needOwnWords(input, terminal);
  await needAnswers(input, terminal);
  await needDisclosure(input, { reference, terminal, ledger: options.ledger });
  const end = await runLive(running, access, mode.agreement);
  if (end === 'rehearse') return await runRehearsal(running);
  if (end !== 'left') return exitOf(end);
  terminal.say('Nobody was called.');
  return EXIT.done;
}

const runIdOf = ({ input, label }: Running): string =>
  label === null ? input.campaign.slug : `${input.campaign.slug}-${label}`;

const filesOf = ({ input, terminal, options }: Running) => ({
  campaignName: input.campaign.name,
  campaignFile: shown(input.path, terminal.cwd),
  contactFile: shown(input.source.path, terminal.cwd),
  json: options.json ?? false,
});

const feedOf =
  ({ source, columns, suppress }: Input, output: RunOutput) =>
  async (session: RunSession): Promise<void> => {
    output.fed(await session.feed(source, columns));
    output.lists(suppress);
    await session.suppress(suppress);
  };

const named = ({ ledger, tzdata }: RunOptions): Pick<Given, 'ledger' | 'tzdata'> => ({
  ledger,
  tzdata,
});

async function runRehearsal(running: Running): Promise<ExitCode> {
  const { input, options, label, limit, reference, terminal } = running;
  const { campaign, text, source } = input;
  const seed = options.seed ?? '1';
  const path = ledgerPath('rehearsal', options.ledger, terminal);
  const facts = rehearsalFacts(
    path,
    { mode: 'rehearsal', run: null, ...named(options) },
    terminal.cwd,
  );
  const output = new RunOutput(terminal, { ...facts, ...filesOf(running) });
  const end = await rehearse(
    {
      ledgerPath: path,
      livePath: ledgerPath('live', options.ledger, terminal),
      runId: runIdOf(running),
      label,
      campaign,
      text,
      fingerprint: fingerprintOf([text, source.hash, seed, options.now ?? '']),
      seed: seedOf(seed),
      startAt: startOf(options.now, reference),
      limit,
    },
    { reference, terminal, output },
    feedOf(input, output),
  );
  return exitOf(end);
}

async function runLive(running: Running, access: Access, agreement: Agreement): Promise<LiveEnd> {
  const { input, options, label, limit, reference, terminal } = running;
  const { campaign, text } = input;
  const path = ledgerPath('live', options.ledger, terminal);
  const runId = runIdOf(running);
  const restored = options.restored === undefined ? null : asker(terminal, options.restored);
  const hooks = hookChoice(options.webhookPort, options.webhookUrl);
  const given: Given = { mode: 'live', run: runId, ...named(options) };
  const facts = liveFacts(path, given, { cwd: terminal.cwd, way: access.way });
  const files = filesOf(running);
  const output = new RunOutput(terminal, { ...facts, ...files });
  const doubts = spokenDoubts(input);
  const againReached = options.againReached ?? false;
  const of = { ledgerPath: path, runId, label, campaign, text, agreement, limit, hooks, restored };
  return await callLive(
    { ...of, ...files, doubts, againReached },
    { reference, terminal, output, access },
    feedOf(input, output),
  );
}
