import { unanswered } from '../../app/people/questions.ts';
import { readRows } from '../../app/people/rows.ts';
import type { ColumnMap } from '../../domain/contact/columns/column-map.ts';
import { otherBraces } from '../../domain/contact/columns/other-braces.ts';
import type { RowProblem } from '../../domain/contact/problem.ts';
import type { RowReading } from '../../domain/contact/row/row.ts';
import { bestStep } from '../../domain/report/best-step.ts';
import { CheckReport } from '../../domain/report/check-report.ts';
import { columnUses } from '../../domain/report/column-uses.ts';
import { renderSample } from '../../domain/report/rendered.ts';
import type { CampaignFacts } from '../../domain/report/remedy.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import { realClock, type Reference } from '../compose/compose.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { ledgerPath, shown } from '../input/paths.ts';
import { readInputOrDefaults, type InputOrDefaults } from '../input/reading.ts';
import { freshReference, type DataOptions } from '../input/reference.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted } from '../terminal/words.ts';
import { summaryJson } from './check-json.ts';
import { checkLines } from './check-lines.ts';
import type { Checked } from './checked.ts';
import { OpeningWords, type DisclosureFinding } from '../../domain/disclosure/asked.ts';
import { addPerson, explainRule } from './lines/disclosure-lines.ts';
import { endLines } from './lines/end-lines.ts';
import { NeverCalled } from './never-called.ts';
import type { ListOptions } from '../lists/ignored-rows.ts';
import { pasteInto } from './paste-into.ts';
import { openRejects, type Rejects, type RejectsOptions } from './rejects.ts';
import { chosenPhone, phoneLine } from './chosen-phone.ts';
import { problemLine } from './lines/problem-lines.ts';
import { questionWarnings } from './unanswered-columns.ts';

export interface CheckOptions extends DataOptions, ListOptions, RejectsOptions {
  readonly campaign?: string;
  readonly all?: boolean;
  /** A rule about the words that open a call, to be explained instead of checking a list. */
  readonly explain?: string;
  /** What each column is taken for has been said already. */
  readonly withoutColumns?: boolean;
  readonly json?: boolean;
}

/** What cannot be known of a list by itself. */
const NOT_CHECKED = [
  'what is said, and whether each {{placeholder}} in it has a column without blank cells',
  'the consent that you state for everybody; of the rows, only their own dates count',
  'your own hours: Monday to Friday, 10:00 to 18:00, is assumed',
  'default_country for numbers without a country code, and lists of people not to be called (suppress)',
];

/** `campaign check --explain <rule>`: needs no list. */
export function explainCommand(options: CheckOptions, terminal: Terminal): ExitCode {
  if (options.explain === undefined)
    throw usage('no list is named', 'name it: campaign check leads.csv');
  for (const line of explainRule(options.explain, freshReference(options, terminal)))
    terminal.out(`${line}\n`);
  return EXIT.done;
}

/** `campaign check`: what is wrong with a list, by cause. Writes nothing anywhere. */
export async function checkCommand(
  contacts: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = freshReference(options, terminal);
  const input = await readInputOrDefaults(contacts, options.campaign, {
    reference,
    terminal,
    ignoreLines: options.ignoreLines,
    encoding: options.encoding,
  });
  const rejects = await openRejects(input, options, { reference, terminal });
  const read = await readReport(input, { reference, options, terminal, rejects });
  const { report } = read;
  const checked = checkedOf(input, read);
  const into = pasteInto(input, terminal);
  if (options.json === true) terminal.out(`${JSON.stringify(summaryJson(checked))}\n`);
  else {
    const told = options.withoutColumns === true ? { ...checked, uses: [] } : checked;
    for (const line of checkLines(told, into)) terminal.out(`${line}\n`);
    const { hasCampaign } = input;
    const list = shown(input.source.path, terminal.cwd);
    const written = rejects.written();
    if (written !== null) {
      const again = commandLine(
        'check',
        written,
        ['--campaign', hasCampaign && shown(input.path, terminal.cwd)],
        ['--ledger', options.ledger],
        ['--tzdata', options.tzdata],
      );
      terminal.say(
        `Wrote the ${counted(report.problemRows, 'row')} with problems to ${written}. Correct them there, then: ${again}`,
      );
    }
    for (const line of endLines(checked, { into, list, hasCampaign, options })) terminal.say(line);
  }
  return report.problemRows === 0 ? EXIT.done : EXIT.usage;
}

interface Read {
  readonly report: CheckReport;
  readonly never: NeverCalled;
  readonly disclosure: readonly DisclosureFinding[];
}

/** Reads every row; those that are asked for are shown as they come. */
async function readReport(
  input: InputOrDefaults,
  on: { reference: Reference; options: CheckOptions; terminal: Terminal; rejects: Rejects },
): Promise<Read> {
  const { reference, options, terminal, rejects } = on;
  const { source, columns, campaign } = input;
  const context = { columns, campaign, reference, now: realClock().now() };
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(reference.rules, calling, reference.law);
  const ledger = ledgerPath('live', options.ledger, terminal);
  const never = await NeverCalled.by(input, { ...context, schedules }, ledger);
  const report = new CheckReport();
  const words = new OpeningWords(campaign);
  try {
    for await (const reading of readRows(source, context, null)) {
      const why = reading.kind === 'contact' ? never.why(reading.contact) : null;
      report.add(reading, why);
      if (reading.kind === 'contact' && why === null)
        addPerson(words, reading, { schedules, now: context.now });
      for (const line of rowLines(reading, columns, options)) terminal.out(`${line}\n`);
      await rejects.add(reading);
    }
    await rejects.close();
  } catch (cause) {
    await rejects.abandon();
    throw cause;
  }
  const open = await unanswered(source, columns);
  const questions = questionWarnings(open, campaign.columns.ignore);
  const odd = [...(source.odd ?? []), ...questions, ...otherBraces(campaign.assistant, columns)];
  for (const warning of odd) {
    report.warn(warning);
    if (options.json === true) terminal.out(`${JSON.stringify({ kind: 'warning', ...warning })}\n`);
  }
  return { report, never, disclosure: input.hasCampaign ? words.findings() : [] };
}

/** What is wrong or odd about one row, and which phone of several is called, where every row was asked for. */
function rowLines(reading: RowReading, columns: ColumnMap, { json, all }: CheckOptions): string[] {
  const isProblem = reading.kind === 'problem';
  const problems: readonly RowProblem[] = isProblem ? reading.problems : reading.warnings;
  const phone = chosenPhone(reading, columns);
  if (json === true) {
    const kind = isProblem ? 'problem' : 'warning';
    const facts = phone === null ? [] : [JSON.stringify({ kind: 'phone', ...phone })];
    return [...facts, ...problems.map((one) => JSON.stringify({ kind, ...one }))];
  }
  if (all !== true) return [];
  const lines = problems.map((one) => `${isProblem ? '' : 'warning: '}${problemLine(one)}`);
  return phone === null ? lines : [phoneLine(phone), ...lines];
}

function checkedOf(
  { columns, campaign, suppress, standIns, hasCampaign, named }: InputOrDefaults,
  { report, never: { onLists, byLastDigits }, disclosure }: Read,
): Checked {
  const facts: CampaignFacts = {
    ignored: campaign.columns.ignore,
    likelyCountry: report.likelyCountry,
  };
  const found = { problems: report.problemGroups(), never: report.never() };
  return {
    report,
    uses: columnUses(columns),
    named,
    samples: report.examples.map((one) => renderSample(one, campaign.assistant)),
    facts,
    step: bestStep(found, facts),
    lists: { files: suppress, onLists, byLastDigits },
    disclosure,
    standIns,
    unchecked: campaign.unchecked ?? [],
    notChecked: hasCampaign ? [] : NOT_CHECKED,
  };
}
