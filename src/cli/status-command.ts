import { reasonJson } from '../domain/run/reason-text.ts';
import { modeFlag } from './asking.ts';
import { warnOfAge, warnOfOtherRules } from './data-findings.ts';
import { EXIT, type ExitCode } from './failure.ts';
import { lookAt, type LookOptions } from './look.ts';
import type { Terminal } from './terminal.ts';
import { waitsOf, type Waits } from './waits.ts';
import { summaryLines } from './words.ts';

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
    const waits = await waitsOf(looked);
    const counts = await ledger.counts(run.id);
    const finished = run.finishedAt === null ? null : new Date(run.finishedAt).toISOString();
    if (options.json === true) {
      const { talkMs, invalid, duplicates, reasons, ...rest } = counts;
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
        waits: waits === null ? null : waitsJson(waits),
      };
      terminal.out(`${JSON.stringify(facts)}\n`);
      return EXIT.done;
    }
    terminal.out(`${run.name} (${run.id}, ${run.mode})\n`);
    for (const line of summaryLines(counts, campaign.rate)) terminal.out(`${line}\n`);
    if (waits !== null) terminal.out(`  waits     ${waitsText(waits)}\n`);
    const flag = modeFlag(run, options.ledger, options.tzdata);
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

const iso = (at: number): string => new Date(at).toISOString();

function waitsText({ at, session, why }: Waits): string {
  const worked = session ? '; a session is working on it' : '; no session is working on it';
  return `at ${iso(at)} for ${why}${worked}`;
}

const waitsJson = ({ at, session, why, until }: Waits): object => ({
  at: iso(at),
  session,
  why,
  until: until === null ? null : iso(until),
});
