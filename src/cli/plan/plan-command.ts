import { forecast, ForecastSum } from '../../app/session/forecast.ts';
import { openRun } from '../../app/session/open-run.ts';
import type { SessionParts } from '../../app/session/session.ts';
import type { End } from '../../app/session/end.ts';
import {
  forecastWorld,
  openForecastLedger,
  realClock,
  releasesOf,
  type Reference,
} from '../compose/compose.ts';
import { EXIT, type ExitCode } from '../terminal/failure.ts';
import type { ListOptions } from '../lists/ignored-rows.ts';
import { rehearsalOf, type RunGiven } from '../terminal/next/run-next.ts';
import { isThere, ledgerPath, shown } from '../input/paths.ts';
import { planHead, planLines, type PlanFacts } from './plan-lines.ts';
import { personFacts, summaryFacts } from './plan-json.ts';
import { offerInit } from '../init/offer.ts';
import { pasteInto } from '../check/paste-into.ts';
import { readInput, type Input } from '../input/reading.ts';
import { freshReference, type DataOptions } from '../input/reference.ts';
import { labelOf, seedOf, startOf } from '../run/run-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { number } from '../terminal/words.ts';
import type { RunsPort } from '../../ports/ledger/runs.ts';
import type { ViewsPort } from '../../ports/ledger/records.ts';
import type { DoNotCallPort } from '../../ports/ledger/do-not-call.ts';

export interface PlanOptions extends DataOptions, ListOptions {
  readonly campaign?: string;
  readonly ledger?: string;
  readonly seed: string;
  readonly now?: string;
  readonly newRun?: string;
  readonly json?: boolean;
}

const DEFAULT_SEED = '1';

/** Redrawn at most this often, on a terminal alone. */
const REDRAW_MS = 250;

/** `campaign plan`: the runner itself on a clock that jumps. Nobody is called and nothing is written. */
export async function planCommand(
  contacts: string,
  options: PlanOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = freshReference(options, terminal);
  const seed = seedOf(options.seed);
  const at = startOf(options.now, reference);
  const label = labelOf(options.newRun);
  const offered = await offerInit(contacts, options, terminal);
  if (offered !== null) return offered;
  const input = await readInput(contacts, options.campaign, {
    reference,
    terminal,
    ignoreLines: options.ignoreLines,
    encoding: options.encoding,
  });
  const { campaign } = input;
  const runId = label === null ? campaign.slug : `${campaign.slug}-${label}`;
  const live = ledgerPath('live', options.ledger, terminal);
  const ledger = openForecastLedger(live, runId);
  try {
    const facts: PlanFacts = {
      runId,
      campaign,
      campaignFile: shown(input.path, terminal.cwd),
      contactFile: shown(input.source.path, terminal.cwd),
      into: pasteInto(input, terminal),
      ledger: isThere(live) ? live : null,
      known: await knownPeople(ledger),
      at,
      seed,
      rules: reference.rules,
    };
    for (const line of planHead(facts)) terminal.say(line);
    const end = await run(ledger, { facts, input, label, reference, terminal });
    const next = rehearsalOf(facts.contactFile, givenIn(options));
    await tell(ledger, { facts, end, json: options.json ?? false, terminal, next });
    return EXIT.done;
  } finally {
    ledger.close();
  }
}

/** The seed that a rehearsal has without being told need not be repeated. */
const givenIn = ({ seed, ...options }: PlanOptions): RunGiven => ({
  ...options,
  ...(seed === DEFAULT_SEED ? {} : { seed }),
});

/** What the live ledger brings into the forecast. */
async function knownPeople(
  ledger: RunsPort & ViewsPort & DoNotCallPort,
): Promise<PlanFacts['known']> {
  const runs = await ledger.runs();
  let orders = 0;
  for (const { id } of runs) orders += (await ledger.counts(id)).orders;
  return { runs: runs.length, orders, barred: (await ledger.barred()).length };
}

async function run(
  ledger: SessionParts['ledger'],
  on: {
    facts: PlanFacts;
    input: Input;
    label: string | null;
    reference: Reference;
    terminal: Terminal;
  },
): Promise<End> {
  const { facts, input, label, reference, terminal } = on;
  const { runId, campaign, seed, at } = facts;
  const releases = releasesOf(reference, campaign);
  const world = forecastWorld({ seed, at }, reference);
  const over = new AbortController();
  try {
    const about = { id: runId, name: campaign.name, label, releases, fingerprint: null };
    const opened = await openRun(ledger, { ...about, seed: null, now: at }, input.text);
    const parts: SessionParts = {
      ...world,
      ledger,
      session: opened.session,
      report: { tell: () => undefined },
      campaign,
      definition: opened.definition,
      reference,
      releases,
    };
    const drawn = terminal.isTty ? draw(parts, terminal, over.signal) : Promise.resolve();
    const forecasting = forecast(parts, input).finally(() => {
      over.abort();
    });
    const [{ end }] = await Promise.all([forecasting, drawn]);
    return end;
  } finally {
    over.abort();
    await world.close();
  }
}

/** How far the forecast has come, by its own clock. */
async function draw(parts: SessionParts, terminal: Terminal, over: AbortSignal): Promise<void> {
  const clock = realClock();
  while (!over.aborted) {
    await clock.sleep(clock.now() + REDRAW_MS, { key: 'progress', signal: over });
    if (over.aborted) break;
    const states = await parts.ledger.states(parts.session.runId);
    const moment = new Date(parts.clock.now()).toISOString().slice(0, 16).replace('T', ' ');
    terminal.redraw(`forecast has come to ${moment}Z: ${number(states.pending)} people left`);
  }
  terminal.redraw('');
}

async function tell(
  ledger: ViewsPort,
  on: { facts: PlanFacts; end: End; json: boolean; terminal: Terminal; next: string },
): Promise<void> {
  const { facts, end, json, terminal, next } = on;
  const out = (line: string): void => {
    terminal.out(`${line}\n`);
  };
  const files = new Map((await ledger.files(facts.runId)).map((file) => [file.id, file.name]));
  const sum = new ForecastSum(facts.at);
  for await (const row of ledger.rows(facts.runId)) {
    const person = sum.add(row);
    if (json && person !== null) {
      out(JSON.stringify(personFacts(person, files.get(person.file) ?? '', facts.rules)));
    }
  }
  const counts = await ledger.counts(facts.runId);
  if (json) {
    for (const fact of summaryFacts(sum, { facts, end, counts })) out(JSON.stringify(fact));
    return;
  }
  for (const line of planLines(sum, { facts, end, counts })) out(line);
  terminal.say(
    `FORECAST  nobody was called, nothing was written; the hours are real, the answers simulated. Next: ${next}`,
  );
}
