import type { Unreadable } from '../../app/session/read-again.ts';
import type { RunSession } from '../../app/session/session.ts';
import type { SuppressList } from '../../app/people/suppress.ts';
import type { End } from '../../app/session/end.ts';
import type { SuppressFile } from '../../ports/ledger/admission.ts';
import type { Run } from '../../ports/ledger/runs.ts';
import { needAccess } from './live/access.ts';
import { STORED_CAMPAIGN } from '../check/unsaid-in-run.ts';
import { askRun, asker, givenFor, isWorkedOn, said } from '../terminal/asking.ts';
import { warnOfAge } from '../input/data-findings.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { callLive, type LiveEnd } from './live/live.ts';
import { lookAt, type Looked, type LookOptions } from '../input/look.ts';
import { runMode, type Agreement } from './mode.ts';
import { ignoredRows, type ListOptions } from '../lists/ignored-rows.ts';
import { suppressLists } from '../lists/suppress-files.ts';
import { exportOf } from '../terminal/next/given.ts';
import { keyFile, ledgerPath } from '../input/paths.ts';
import { rehearse } from './rehearse.ts';
import { limitOf } from './run-command.ts';
import { liveFacts, rehearsalFacts } from './run-facts.ts';
import { RunOutput } from './run-output.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { exitOf } from './work.ts';

export interface ResumeOptions extends LookOptions, ListOptions {
  readonly json?: boolean;
  readonly yes?: string | true;
  readonly limit?: string;
  readonly restored?: string;
  readonly againReached?: boolean;
}

/** `campaign resume`: ends a pause and goes on with an interrupted run as its ledger knows it; no file but the suppress lists is read, in the encoding that was named for them. */
export async function resumeCommand(
  runId: string | undefined,
  options: ResumeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const looked = await lookAt(runId, options, terminal);
  const { ledger, run } = looked;
  warnOfAge(looked.reference, terminal);
  let files: readonly SuppressFile[];
  let countries: readonly string[];
  try {
    files = await ledger.suppressFiles(run.id);
    countries = files.length === 0 ? [] : await ledger.regions(run.id);
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
  if (run.finishedAt !== null) {
    terminal.say(`Run ${run.id} is finished: there is nobody left to call.`);
    terminal.say(`Next: ${exportOf(givenFor(run, options), terminal.cwd)}`);
    return EXIT.done;
  }
  // The lists count as they are today; one that is gone or empty stops here, before anybody is called.
  const ignored = ignoredRows(options.ignoreLines);
  const suppress = await suppressLists(files, { ...looked, terminal, countries, ignored });
  if (run.mode === 'rehearsal') {
    return exitOf(await goOn(looked, { ...options, suppress }, terminal));
  }
  const agreement = agreementOf(options, terminal);
  const end = await goOnLive(looked, { ...options, suppress, agreement }, terminal);
  if (typeof end === 'object') return exitOf(end);
  terminal.say('Nobody was called.');
  return EXIT.done;
}

/** A run that rings real phones goes on by an explicit word as well. */
function agreementOf(options: ResumeOptions, terminal: Terminal): Agreement {
  const mode = runMode(
    { ...options, live: true },
    {
      keySet: true,
      canAsk: terminal.canAsk,
      keyFile: keyFile(),
    },
  );
  if (mode.mode === 'rehearsal') throw new Error('a live run is not rehearsed');
  const { agreement } = mode;
  return agreement.kind === 'ask' ? { kind: 'ask', orRehearse: false } : agreement;
}

/** Without lists the marks of the session before stay as they are: anyone who only cancels orders nobody. */
interface GoingOn extends LookOptions {
  readonly json?: boolean;
  readonly limit?: string;
  readonly restored?: string;
  readonly againReached?: boolean;
  readonly suppress?: readonly SuppressList[];
}

/** Before anybody is called: rows that were read by older rules are read anew, and the lists count as they are today. */
const prepareBy =
  (
    lists: readonly SuppressList[] | undefined,
    output: RunOutput,
    again: (file: Unreadable['file']) => string,
  ) =>
  async (session: RunSession): Promise<void> => {
    if (lists === undefined) return;
    const read = await session.readAgain();
    if ('why' in read) {
      await session.leave('nobody was called: a file has to be read again');
      throw usage(
        `the rows of ${read.file.path} are read otherwise today, and this has to be settled first:\n${read.why.map((why) => `  ${why}`).join('\n')}`,
        `nobody was called; read the file again, with --campaign where its campaign file is not beside it: ${again(read.file)}`,
      );
    }
    for (const fed of read) output.fed(fed);
    await session.suppress(lists);
  };

const runAgain = (
  { path, namedEncoding }: Unreadable['file'],
  run: Run,
  { ledger, tzdata }: LookOptions,
): string =>
  commandLine(
    'run',
    path,
    ['--encoding', namedEncoding ?? undefined],
    ['--new-run', run.label ?? undefined],
    ['--ledger', ledger],
    ['--tzdata', tzdata],
    [run.mode === 'live' ? '--live' : '--rehearse', true],
  );

const FROM_LEDGER = { campaignFile: STORED_CAMPAIGN, contactFile: null };

/** A session on an unfinished live run, from its ledger alone. Without an agreement it calls nobody. */
export async function goOnLive(
  { run, campaign, text, reference }: Looked,
  options: GoingOn & { agreement: Agreement | null },
  terminal: Terminal,
): Promise<LiveEnd> {
  const access = needAccess(terminal);
  const path = ledgerPath('live', options.ledger, terminal);
  const facts = liveFacts(path, givenFor(run, options), { cwd: terminal.cwd, way: access.way });
  const output = new RunOutput(terminal, {
    ...facts,
    ...FROM_LEDGER,
    campaignName: campaign.name,
    json: options.json ?? false,
  });
  return await callLive(
    {
      ...FROM_LEDGER,
      ledgerPath: path,
      runId: run.id,
      label: run.label,
      campaign,
      text,
      agreement: options.agreement,
      limit: limitOf(options.limit),
      hooks: null,
      againReached: options.againReached ?? false,
      restored: options.restored === undefined ? null : asker(terminal, options.restored),
    },
    { reference, terminal, output, access },
    prepareBy(options.suppress, output, (file) => runAgain(file, run, options)),
  );
}

/** A session on an unfinished rehearsal, from its ledger alone. The ledger that was looked at is closed before. */
export async function goOn(
  { run, campaign, text, reference }: Looked,
  options: GoingOn,
  terminal: Terminal,
): Promise<End> {
  const path = ledgerPath('rehearsal', options.ledger, terminal);
  const output = new RunOutput(terminal, {
    ...rehearsalFacts(path, givenFor(run, options), terminal.cwd),
    ...FROM_LEDGER,
    campaignName: campaign.name,
    json: options.json ?? false,
  });
  return await rehearse(
    {
      ledgerPath: path,
      livePath: ledgerPath('live', options.ledger, terminal),
      runId: run.id,
      label: run.label,
      campaign,
      text,
      fingerprint: run.fingerprint ?? '',
      seed: run.seed ?? 0,
      startAt: run.createdAt,
      limit: limitOf(options.limit),
    },
    { reference, terminal, output },
    prepareBy(options.suppress, output, (file) => runAgain(file, run, options)),
  );
}
