import { reasonText } from '../../domain/run/text/reason-text.ts';
import { saidText } from '../../domain/law/said-text.ts';
import { plainText } from '../../domain/text/privacy.ts';
import { limitReasons } from '../../domain/law/limits.ts';
import { nextOrderAt } from '../../domain/schedule/next-order.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import { whySentence } from '../../domain/schedule/sentence.ts';
import { whyAt, type Why } from '../../domain/schedule/why.ts';
import { parseMoment } from '../../domain/time/local.ts';
import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { loadNamedPlaces, realClock, type Reference } from '../compose/looking.ts';
import { warnOfOtherRules } from '../input/data-findings.ts';
import { EXIT, usage, type ExitCode } from '../terminal/failure.ts';
import { freshReference, type DataOptions } from '../input/reference.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { whyJson, type WhyFacts } from './why-json.ts';
import {
  knownOf,
  momentOfRehearsal,
  withLedger,
  type Known,
  type LedgerChoice,
} from './why-ledger.ts';
import { linesOf } from './why-lines.ts';
import { subjectOf, type Subject, type SubjectOptions } from './why-subject.ts';
import type { StandingPort } from '../../ports/ledger/standing.ts';
import type { LedgerIdentity } from '../../ports/ledger/runs.ts';

export interface WhyOptions extends DataOptions, LedgerChoice, SubjectOptions {
  readonly at?: string;
  readonly json?: boolean;
}

/** `campaign why`: the answer of the very schedules, limits and lists that a run asks. */
export async function whyCommand(
  who: string,
  options: WhyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reference = freshReference(options, terminal);
  return await withLedger(options, terminal, async (ledger) => {
    const at = await momentOf(options.at, reference.rules, ledger);
    const subject = await subjectOf(who, options, { reference, terminal, at });
    const run = subject.of === null ? null : await ledger?.findRun(subject.of.campaign.slug);
    if (run != null) warnOfOtherRules(run, reference, terminal);
    const { why, facts } = await answer(subject, { reference, ledger, at });
    if (options.json === true) terminal.out(`${JSON.stringify(whyJson(why, facts))}\n`);
    else {
      for (const line of linesOf(why, facts, reference.rules)) terminal.out(`${plainText(line)}\n`);
      if (subject.of === null) terminal.say(WITHOUT_CAMPAIGN);
    }
    return EXIT.done;
  });
}

const WITHOUT_CAMPAIGN =
  'No campaign was asked, so its hours, lists and rests are not in this answer. To ask one: --campaign <file>';

async function answer(
  subject: Subject,
  on: { reference: Reference; ledger: (StandingPort & LedgerIdentity) | null; at: number },
): Promise<{ why: Why; facts: WhyFacts }> {
  const { reference, ledger, at } = on;
  const { rules, law } = reference;
  const { place, calling, of } = subject;
  const schedules = new Schedules(rules, calling, law);
  const { group } = subject;
  const limits = schedules.limitsOf(group, at);
  const known = await knownOf(subject, ledger, { at, limits });
  const named = loadNamedPlaces();
  const file = of?.file ?? null;
  const hours = whyAt(schedules, rules, { place, group, at, calling, file, named });
  const why = { ...hours, ...opening(hours, known, { schedules, group }) };
  const facts = {
    subject,
    known,
    at,
    limits: limitReasons(limits),
    consent: subject.consentOpen ? schedules.consentRulesOf(group, at) : [],
    mustSay: schedules
      .rulesOf(group)
      .filter((rule) => rule.inForceAt(at))
      .flatMap(({ record }) => {
        const what = saidText(record);
        return what === null ? [] : [{ id: record.id, what }];
      }),
    ledger: ledger?.path ?? null,
    sentence: sentenceOf(why, known, { at, rules }),
  };
  return { why, facts };
}

/** Lists, orders and limits close hours that are open; after a wait it is the first opening that counts. */
function opening(
  hours: Why,
  { never, open, longest }: Known,
  on: { schedules: Schedules; group: string },
): Partial<Why> {
  if (never.length > 0 || open !== null) return { open: false, closesAt: null, nextOpenAt: null };
  if (longest === null) return hours;
  const nextOpenAt = nextOrderAt(on.schedules, on.group, longest.until);
  return { open: false, closesAt: null, nextOpenAt };
}

/** What keeps a person from being called whatever the hour comes before the hours. */
function sentenceOf(
  why: Why,
  { never, open, longest }: Known,
  asked: { at: number; rules: ZoneRules },
): string {
  if (never.length > 0) return `never: ${never.map(reasonText).join('; ')}`;
  if (open !== null) return `not while order ${open.key} of run ${open.run} is open`;
  const hours = whySentence(why, asked);
  return longest === null
    ? hours
    : `${hours} (waits until ${new Date(longest.until).toISOString()}: ${reasonText(longest.reason)})`;
}

async function momentOf(
  text: string | undefined,
  rules: ZoneRules,
  ledger: Parameters<typeof momentOfRehearsal>[0],
): Promise<number> {
  // Whole seconds: nobody reads the milliseconds of a wall clock.
  if (text === undefined)
    return Math.floor(((await momentOfRehearsal(ledger)) ?? realClock().now()) / 1000) * 1000;
  const moment = parseMoment(text, rules, null);
  if (moment.ok) return moment.at;
  throw usage(`--at: ${moment.problem}`, 'write it like 2026-12-01T09:00:00Z');
}
