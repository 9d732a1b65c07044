import { readRows } from '../app/rows.ts';
import { plainText } from '../domain/privacy.ts';
import { CheckReport } from '../domain/contact/report.ts';
import type { RowProblem } from '../domain/contact/problem.ts';
import { Schedules } from '../domain/schedule/schedules.ts';
import { realClock } from './compose.ts';
import { EXIT, type ExitCode } from './failure.ts';
import { whyNeverOf } from './never-called.ts';
import { neverLines } from './never-lines.ts';
import { ledgerPath, shown } from './paths.ts';
import { readInput } from './reading.ts';
import { freshReference, type DataOptions } from './reference.ts';
import type { Terminal } from './terminal.ts';
import { counted, number } from './words.ts';

export interface CheckOptions extends DataOptions {
  readonly campaign?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** A value as it is shown in a message: on one line, and not longer than a line. */
const VALUE_SHOWN = 60;
function shownValue(value: string): string {
  const oneLine = plainText(value).replace(/\s+/g, ' ');
  return oneLine.length > VALUE_SHOWN ? `${oneLine.slice(0, VALUE_SHOWN)}…` : oneLine;
}

/** Oddities keep nobody from being called: many people live elsewhere than their number. */
const WARNINGS_SHOWN = 10;

/** Cells stand in all of it, and a terminal would obey what is in them. */
function problemLines(problem: RowProblem): string {
  const column = problem.column === '' ? '' : ` ${plainText(problem.column)}`;
  const fix = problem.fix === null ? '' : `\n    ${plainText(problem.fix)}`;
  const message = plainText(problem.message);
  return `line ${problem.line}${column} "${shownValue(problem.value)}": ${message}${fix}\n`;
}

/** `campaign check`: what is wrong with the file, row by row. Writes nothing anywhere. */
export async function checkCommand(
  contacts: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = freshReference(options, terminal);
  const input = await readInput(contacts, options.campaign, { reference, terminal });
  const { source, columns, campaign } = input;
  const context = { columns, campaign, reference, now: realClock().now() };
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(reference.rules, calling, reference.law);
  const ledger = ledgerPath('live', options.ledger, terminal);
  const neverOf = await whyNeverOf(input, { ...context, schedules }, ledger);
  const report = new CheckReport(columns.phone);
  for await (const reading of readRows(source, context, null)) {
    const never = reading.kind === 'contact' ? neverOf(reading.contact) : null;
    report.add(reading, never);
    const isProblem = reading.kind === 'problem';
    for (const one of isProblem ? reading.problems : reading.warnings) {
      if (options.json === true) {
        const kind = isProblem ? 'problem' : 'warning';
        terminal.out(`${JSON.stringify({ kind, ...one })}\n`);
      } else if (isProblem || report.warnings <= WARNINGS_SHOWN) {
        terminal.out(isProblem ? problemLines(one) : `warning: ${problemLines(one)}`);
      }
    }
  }
  const where = shown(source.path, terminal.cwd);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ kind: 'summary', schema_version: 1, ...toJson(report) })}\n`);
  } else {
    for (const line of reportLines(report)) terminal.out(`${line}\n`);
    const campaignFile = shown(input.path, terminal.cwd);
    const next = nextStep(report, `campaign run ${where} --campaign ${campaignFile}`);
    if (next !== null) terminal.say(`Next: ${next}`);
  }
  return report.problemRows === 0 ? EXIT.done : EXIT.usage;
}

/** Where nobody can be called there is nothing to run; null: nothing to fix either. */
function nextStep({ problemRows, callable }: CheckReport, run: string): string | null {
  if (problemRows === 0) return callable === 0 ? null : run;
  const fix = `fix the ${counted(problemRows, 'row')} and check again`;
  if (callable === 0) return `${fix}.`;
  const these = problemRows === 1 ? 'this row' : 'these rows';
  return `${fix}; or run as it is: nobody on ${these} is called.`;
}

function toJson(report: CheckReport): object {
  return {
    contacts: report.contacts,
    can_be_called: report.callable,
    problem_rows: report.problemRows,
    problems: report.problems,
    completed: report.completed,
    fictional: report.fictional,
    warnings: report.warnings,
    never: report.never(),
    countries: Object.fromEntries(report.byCountry().map((c) => [c.country, c.count])),
    samples: report.samples,
  };
}

function reportLines(report: CheckReport): string[] {
  const lines = [
    `${counted(report.callable, 'person', 'people')} can be called, ${number(report.contacts - report.callable)} never; ${counted(report.problemRows, 'row has', 'rows have')} problems.`,
    ...report
      .byCountry()
      .map(
        (c) => `  ${(c.country === '' ? 'no country' : c.country).padEnd(10)} ${number(c.count)}`,
      ),
  ];
  if (report.warnings > WARNINGS_SHOWN) {
    lines.push(
      `${number(report.warnings)} warnings, of which the first ${WARNINGS_SHOWN} are shown; --json shows all.`,
    );
  }
  lines.push(...neverLines(report.never()));
  if (report.completed > 0) {
    lines.push(
      `${number(report.completed)} numbers were completed with the default country, such as:`,
    );
    for (const s of report.samples)
      lines.push(`  line ${s.line}: ${shownValue(s.before)} → ${s.after}`);
  }
  return lines;
}
