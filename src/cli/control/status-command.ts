import type { RunView } from '../../app/views/run-view.ts';
import { reasonJson } from '../../domain/run/text/reason-text.ts';
import { givenFor } from '../terminal/asking.ts';
import { readKey } from '../compose/looking.ts';
import { KEY_VARIABLE } from '../compose/provider.ts';
import { warnOfAge, warnOfOtherRules } from '../input/data-findings.ts';
import { EXIT, type ExitCode } from '../terminal/failure.ts';
import { lookAt, type Looked, type LookOptions } from '../input/look.ts';
import { aboutRun, exportOf } from '../terminal/next/given.ts';
import { keyFile } from '../input/paths.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { viewOf, waitsOf, type Waits } from './waits.ts';
import { linesJson, linesText } from './lines-text.ts';
import { minute, summaryLines } from '../terminal/words.ts';

export interface StatusOptions extends LookOptions {
  readonly json?: boolean;
}

/** `campaign status`: the counts of a run. */
export async function statusCommand(
  runId: string | undefined,
  options: StatusOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const looked = await lookAt(runId, options, terminal);
  const { ledger, run, campaign } = looked;
  try {
    warnOfAge(looked.reference, terminal);
    warnOfOtherRules(run, looked.reference, terminal);
    const view = await viewOf(looked);
    const { counts, lines } = view;
    const waits = waitsOf(view, looked);
    const { concurrency } = campaign;
    const finished = run.finishedAt === null ? null : new Date(run.finishedAt).toISOString();
    if (options.json === true) {
      const { talkMs, invalid, duplicates, reasons, aiDisclosed, ...rest } = counts;
      const facts = {
        schema_version: 1,
        run: run.id,
        name: run.name,
        mode: run.mode,
        finished_at: finished,
        ...rest,
        reasons: reasons.map((one) => ({ ...one, ...reasonJson(one.reason) })),
        invalid_rows: invalid,
        duplicate_rows: duplicates,
        talk_seconds: Math.round(talkMs / 1000),
        ai_disclosed: aiDisclosed,
        lines: linesJson(lines, concurrency.max),
        waits: waits === null ? null : waitsJson(view, waits),
      };
      terminal.out(`${JSON.stringify(facts)}\n`);
      return EXIT.done;
    }
    terminal.out(`${run.name} (${run.id}, ${run.mode})\n`);
    for (const line of summaryLines(counts, campaign.rate)) terminal.out(`${line}\n`);
    for (const line of linesText(lines, concurrency.max)) terminal.out(`${line}\n`);
    if (waits !== null) terminal.out(`  now       ${waitsText(view, waits)}\n`);
    terminal.say(await lastLine(looked, { view, options, terminal }));
    return EXIT.done;
  } finally {
    ledger.close();
  }
}

const iso = (at: number): string => new Date(at).toISOString();

/** What to do next; never what would be refused: a session at work, a run that was cancelled, no key. */
async function lastLine(
  { ledger, run }: Looked,
  on: { view: RunView; options: LookOptions; terminal: Terminal },
): Promise<string> {
  const { view, options, terminal } = on;
  const given = givenFor(run, options);
  if (view.wait === null) {
    const at = run.finishedAt === null ? '' : ` ${iso(run.finishedAt)}`;
    return `Finished${at}. Next: ${exportOf(given, terminal.cwd)}`;
  }
  const { paused, cancelled } = await ledger.control(run.id);
  const next = aboutRun(cancelled === null ? 'resume' : 'cancel', given);
  if (view.session) {
    if (cancelled !== null) return 'Cancelled. The session at work ends what is still open.';
    if (paused !== null) return `Paused. Next: ${next}`;
    return `Running. To pause it: ${aboutRun('pause', given)}`;
  }
  const keySet = readKey(terminal.env[KEY_VARIABLE], keyFile()).kind === 'found';
  const key = run.mode === 'live' && !keySet ? `, with ${KEY_VARIABLE} set` : '';
  return `Unfinished. Next${key}: ${next}`;
}

function waitsText({ at, session }: RunView, { why }: Waits): string {
  const worked = session ? '; a session is working on it' : '; no session is working on it';
  return `${minute(at)}  ${why}${worked}`;
}

const waitsJson = ({ at, session }: RunView, { why, until }: Waits): object => ({
  at: iso(at),
  session,
  why,
  until: until === null ? null : iso(until),
});
