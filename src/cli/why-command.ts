import { resolve } from 'node:path';
import type { Command } from 'commander';
import { countryOf } from '../domain/contact/country-name.ts';
import { numberInRow } from '../domain/contact/number-in-row.ts';
import {
  groupOf,
  locate,
  LOCATE_BY_DEFAULT,
  type LocateChoices,
  type Place,
} from '../domain/phone/place.ts';
import { maskNumber } from '../domain/privacy.ts';
import { whyNotAdmitted } from '../domain/schedule/admission.ts';
import { limitTexts } from '../domain/schedule/limits.ts';
import { nextOrderAt } from '../domain/schedule/next-order.ts';
import { Schedules } from '../domain/schedule/schedules.ts';
import type { Calling } from '../domain/schedule/timeline.ts';
import { whySentence } from '../domain/schedule/sentence.ts';
import { whyAt, type Why } from '../domain/schedule/why.ts';
import { parseMoment } from '../domain/time/local.ts';
import type { ZoneRules } from '../domain/time/zone-rules.ts';
import { realClock, type Reference } from './compose.ts';
import { EXIT, usage, type ExitCode } from './failure.ts';
import { shown } from './paths.ts';
import { readCampaignFile } from './reading.ts';
import { freshReference, tzdataOption, type DataOptions } from './reference.ts';
import type { Terminal } from './terminal.ts';
import { linesOf } from './why-lines.ts';
import { findInFile, nameOf } from './why-row.ts';

interface WhyOptions extends DataOptions {
  readonly campaign?: string;
  readonly postalCode?: string;
  readonly state?: string;
  readonly timezone?: string;
  readonly country?: string;
  readonly at?: string;
  readonly file?: string;
  readonly json?: boolean;
}

/** Who is asked about, and by whose hours. */
interface Subject {
  readonly name: string;
  readonly place: Place;
  readonly calling: Calling;
  /** The campaign file, where there is one. */
  readonly file: string | null;
  /** Of a row: why it is never called whatever the hour, and the moment before which it asked not to be. */
  readonly refused: string | null;
  readonly notBefore: number | null;
}

export function addWhy(program: Command, terminal: Terminal, keep: (code: ExitCode) => void): void {
  program
    .command('why <who>')
    .description(
      'may this person be called at this moment, and by which rule; who: a number, or a row',
    )
    .option(
      '--file <contacts>',
      'the contact file that the row is of; its columns and campaign count',
    )
    .option('--postal-code <code>', 'where the person lives, as in the contact file')
    .option('--state <state>', 'their state or province')
    .option('--timezone <zone>', 'their time zone')
    .option('--country <country>', 'their country, and that of a number without a country code')
    .option('--at <moment>', 'the moment, ISO 8601 with an offset; without it, now')
    .option(
      '-c, --campaign <file>',
      'the campaign file; without it and --file, only the law is asked',
    )
    .addOption(tzdataOption())
    .option('--json', 'one JSON object')
    .action(async (who: string, options: WhyOptions) => {
      keep(await whyCommand(who, options, terminal));
    });
}

/** `campaign why`: the answer of the very schedules that a run asks. */
async function whyCommand(who: string, options: WhyOptions, terminal: Terminal): Promise<ExitCode> {
  const reference = freshReference(options, terminal);
  const { rules, law } = reference;
  const at = momentOf(options.at, rules);
  const subject =
    options.file === undefined
      ? await ofNumber(who, options, { reference, terminal })
      : await ofRow(who, { ...options, file: options.file, at }, { reference, terminal });
  const { name, place, calling, file } = subject;
  const schedules = new Schedules(rules, calling, law);
  const hours = whyAt(schedules, rules, { place, at, calling, file });
  const why = asAsked(hours, subject, { at, schedules });
  const group = groupOf(place);
  const consent = options.file === undefined ? schedules.consentRulesOf(group) : [];
  const limits = limitTexts(schedules.limitsOf(group));
  const sentence = sentenceOf(subject, whySentence(hours, { at, rules }), at);
  if (options.json === true) {
    const facts = {
      ...toJson(why, { place, at }),
      limits,
      ...rowJson(subject),
      needs_consent: consent,
      sentence,
    };
    terminal.out(`${JSON.stringify(facts)}\n`);
    return EXIT.done;
  }
  for (const line of linesOf(why, { number: name, place, at, rules })) terminal.out(`${line}\n`);
  for (const { text: doubt } of place.doubts) terminal.out(`  note      ${doubt}\n`);
  for (const line of limits) terminal.out(`  limits    ${line}\n`);
  if (consent.length > 0) terminal.out(`  needs     consent on record, by ${consent.join(', ')}\n`);
  terminal.out(`  in short  ${sentence}\n`);
  terminal.say(NOT_ASKED);
  if (file === null) {
    terminal.say('Next: add --campaign to ask about the windows of a campaign as well.');
  }
  return EXIT.done;
}

const NOT_ASKED =
  'Not asked here: the do-not-call list, suppress files, and how often the person was called; campaign plan and campaign show know them.';

/** What a row says of itself closes hours that are open: no consent, or a moment that has not come. */
function asAsked(
  why: Why,
  { refused, notBefore, place }: Subject,
  on: { at: number; schedules: Schedules },
): Why {
  if (refused !== null) return { ...why, open: false, closesAt: null, nextOpenAt: null };
  if (notBefore === null || notBefore <= on.at) return why;
  const nextOpenAt = nextOrderAt(on.schedules, groupOf(place), notBefore);
  return { ...why, open: false, closesAt: null, nextOpenAt };
}

/** What keeps a person from being called whatever the hour comes before the hours. */
function sentenceOf({ refused, notBefore }: Subject, hours: string, at: number): string {
  if (refused !== null) return `never: ${refused}`;
  const scheduled = notBefore !== null && notBefore > at;
  return scheduled ? `${hours}; and not before ${iso(notBefore)}, as the row asks` : hours;
}

const rowJson = ({ refused, notBefore }: Subject): object => ({
  never: refused,
  not_before: isoOrNull(notBefore),
});

async function ofNumber(
  text: string,
  options: WhyOptions,
  { reference, terminal }: { reference: Reference; terminal: Terminal },
): Promise<Subject> {
  const { calling, file, ...how } = await callingOf(options, reference, terminal);
  const { e164, place } = placeOf(text, { options, ...how }, reference);
  return { name: maskNumber(e164), place, calling, file, refused: null, notBefore: null };
}

const OF_A_NUMBER = ['postalCode', 'state', 'timezone', 'country'] as const;

async function ofRow(
  who: string,
  options: Omit<WhyOptions, 'at'> & { file: string; at: number },
  on: { reference: Reference; terminal: Terminal },
): Promise<Subject> {
  if (OF_A_NUMBER.some((name) => options[name] !== undefined)) {
    throw usage(
      '--postal-code, --state, --timezone and --country are of a number',
      'with --file the row’s own columns count: leave them out',
    );
  }
  const found = await findInFile(who, { file: options.file, campaign: options.campaign }, on);
  const { contact, place, input } = found;
  const { campaign } = input;
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(on.reference.rules, calling, on.reference.law);
  return {
    name: nameOf(found, on.terminal),
    place,
    calling,
    file: shown(input.path, on.terminal.cwd),
    refused: whyNotAdmitted(
      { group: contact.group, consentAt: contact.consent?.at ?? null },
      { schedules, campaign, now: options.at },
    ),
    notBefore: contact.notBefore,
  };
}

/** Without a campaign every hour of every day that the law leaves. */
async function callingOf(
  options: WhyOptions,
  reference: Reference,
  terminal: Terminal,
): Promise<{
  calling: Calling;
  defaultCountry: string | null;
  file: string | null;
  where: LocateChoices;
}> {
  if (options.campaign === undefined) {
    const weekly = { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] };
    const calling = { weekly, delaysMs: [0], zone: null };
    return { calling, defaultCountry: null, file: null, where: LOCATE_BY_DEFAULT };
  }
  const path = resolve(terminal.cwd, options.campaign);
  const { campaign } = await readCampaignFile(path, reference, terminal);
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const { defaultCountry, where } = campaign;
  return { calling, defaultCountry, where, file: shown(path, terminal.cwd) };
}

function placeOf(
  text: string,
  given: { options: WhyOptions; defaultCountry: string | null; where: LocateChoices },
  { numbers, places, rules }: Reference,
): { e164: string; place: Place } {
  const { options, defaultCountry } = given;
  const country = options.country === undefined ? null : countryOf(options.country);
  if (country === null && options.country !== undefined) {
    throw usage(`--country is "${options.country}"`, 'write a country’s two letters, like GB');
  }
  const how = { extract: false, tables: numbers };
  const number = numberInRow(text, { country, defaultCountry, rules: how });
  if (number.kind !== 'ok') throw usage(number.message, number.fix);
  const evidence = {
    timezone: options.timezone ?? null,
    postalCode: options.postalCode ?? null,
    state: options.state ?? null,
    country,
  };
  const place = locate(number, evidence, { ...places, rules, choices: given.where });
  if (!('problem' in place)) return { e164: number.e164, place };
  throw usage(`--${place.column.replace('_', '-')}: ${place.problem}`, null);
}

function momentOf(text: string | undefined, rules: ZoneRules): number {
  // Whole seconds: nobody reads the milliseconds of a wall clock.
  if (text === undefined) return Math.floor(realClock().now() / 1000) * 1000;
  const moment = parseMoment(text, rules, null);
  if (moment.ok) return moment.at;
  throw usage(`--at: ${moment.problem}`, 'write it like 2026-12-01T09:00:00Z');
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

const toJson = (why: Why, asked: { place: Place; at: number }): object => ({
  schema_version: 1,
  at: isoOrNull(asked.at),
  open: why.open,
  zones: why.zones.map(({ zone, sources, localTime }) => ({
    zone,
    source: sources[0] ?? 'none',
    sources,
    local_time: localTime,
  })),
  jurisdictions: asked.place.jurisdictions,
  doubts: asked.place.doubts.map(({ text }) => text),
  rules: why.rules,
  closes_at: isoOrNull(why.closesAt),
  next_open_at: isoOrNull(why.nextOpenAt),
});
