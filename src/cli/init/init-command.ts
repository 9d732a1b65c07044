import { parse, resolve } from 'node:path';
import { draftCampaign } from '../../domain/draft/campaign-draft.ts';
import { defaultPrompt } from '../../domain/draft/default-prompt.ts';
import { columnUses } from '../../domain/report/column-uses.ts';
import { checkCommand } from '../check/check-command.ts';
import { chosenLines, mappingLines } from '../check/lines/mapping-lines.ts';
import { openContacts, type Reference } from '../compose/compose.ts';
import { EXIT, usage, type ExitCode, type Failure } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import { campaignBeside } from '../input/reading.ts';
import { freshReference, type DataOptions } from '../input/reference.ts';
import { commandLine } from '../terminal/next/command-line.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted } from '../terminal/words.ts';
import { askAt, LeftUnanswered, TAKEN_AS_THEY_ARE } from './ask.ts';
import { faultOfPrompt } from './fault-of-prompt.ts';
import { givenIn, needFlags, type InitFlags } from './flags.ts';
import { askAll, type Answers, type Given } from './questions.ts';
import { survey, type Surveyed } from './survey.ts';
import { mayReplace, writeCampaign } from './write-campaign.ts';

export interface InitOptions extends InitFlags, DataOptions {
  readonly campaign?: string;
  readonly ledger?: string;
  readonly encoding?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** `campaign init`: a campaign file for a list, from a few answers. Nobody is called. */
export async function initCommand(
  contacts: string,
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const given = givenIn(options);
  if (options.yes === true) needFlags(given, contacts);
  else if (!terminal.canAsk) throw nobodyToAsk(contacts);
  const reference = freshReference(options, terminal);
  const source = await openContacts(resolve(terminal.cwd, contacts), options.encoding);
  const list = shown(source.path, terminal.cwd);
  const { encoding = null, ...others } = options;
  const file =
    options.campaign === undefined
      ? campaignBeside(source.path)
      : resolve(terminal.cwd, options.campaign);
  const surveyed = await survey(source, reference);
  for (const line of surveyLines(surveyed, list)) terminal.say(line);
  const answers = await answersOf(surveyed, { given, file, options, terminal, reference });
  if (answers === null) {
    terminal.say('Nothing was written.');
    return EXIT.done;
  }
  const { replace, ...said } = answers;
  const text = textOf(surveyed, { ...said, encoding }, list);
  await writeCampaign(file, text, { reference, headers: source.headers, replace });
  terminal.say(`Wrote ${shown(file, terminal.cwd)}. This is what campaign check says of it:`);
  await checkCommand(contacts, { ...others, withoutColumns: true }, terminal);
  return EXIT.done;
}

const nobodyToAsk = (contacts: string): Failure =>
  usage(
    'init asks a few questions, and nobody is here to be asked',
    `${commandLine('init', contacts)} --yes --company "…" --say "You call {{first_name}} …" (or --assistant-id …) --consent-basis … --consent-statement …`,
  );

function surveyLines({ facts, columns, named }: Surveyed, list: string): string[] {
  return [
    `${list} has ${counted(facts.rows, 'row')}.`,
    ...mappingLines(columnUses(columns)),
    ...chosenLines(named, 'Change it under columns in the campaign file.'),
  ];
}

/** Null: nobody answered, or the file that is there is kept. */
async function answersOf(
  { source, facts, campaign }: Surveyed,
  on: {
    given: Given;
    file: string;
    options: InitOptions;
    terminal: Terminal;
    reference: Reference;
  },
): Promise<(Answers & { readonly replace: boolean }) | null> {
  const { given, file, options, terminal } = on;
  const over = new AbortController();
  const stop = terminal.onSignal(() => over.abort());
  const ask = options.yes === true ? TAKEN_AS_THEY_ARE : askAt(terminal, over.signal);
  try {
    const where = { force: options.force ?? false, asks: options.yes !== true };
    const may = await mayReplace(file, where, {
      terminal,
      signal: over.signal,
      contacts: shown(source.path, terminal.cwd),
    });
    if (may === null) return null;
    const answers = await askAll(ask, given, {
      facts,
      name: nameOf(file),
      prompt: defaultPrompt(facts.variables),
      faultOf: (prompt) => faultOfPrompt(prompt, { headers: source.headers, campaign }),
    });
    return { ...answers, ...may };
  } catch (cause) {
    if (cause instanceof LeftUnanswered) return null;
    throw cause;
  } finally {
    stop();
  }
}

/** `leads_q1.yaml`: Leads q1. */
function nameOf(file: string): string {
  const words = parse(file)
    .name.replace(/[_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Campaign' : words.charAt(0).toUpperCase() + words.slice(1);
}

const textOf = (
  { columns, named }: Surveyed,
  answers: Answers & { readonly encoding: string | null },
  list: string,
): string =>
  draftCampaign({ ...answers, ...named, list, placeholders: [...columns.variables.keys()] });
