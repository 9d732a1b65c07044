import { formatGroup } from '../../domain/run/calling-group.ts';
import { resolve } from 'node:path';
import type { SuppressList } from '../../app/people/suppress.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { countryOf } from '../../domain/contact/address/country-name.ts';
import { readNumber } from '../../domain/phone/number/number.ts';
import {
  locate,
  LOCATE_BY_DEFAULT,
  type LocateChoices,
  type Place,
} from '../../domain/phone/place/place.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import { whyNever, whyNotAdmitted } from '../../domain/schedule/admission.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import type { Calling } from '../../domain/schedule/timeline.ts';
import type { Reference } from '../compose/compose.ts';
import { usage } from '../terminal/failure.ts';
import { shown } from '../input/paths.ts';
import { readCampaignFile } from '../input/reading.ts';
import { filesBeside, suppressLists } from '../lists/suppress-files.ts';
import { withSheet, type SheetChoice } from '../input/sheet-choice.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { findInFile, nameOf } from './why-row.ts';

export interface SubjectOptions extends SheetChoice {
  readonly campaign?: string;
  readonly postalCode?: string;
  readonly state?: string;
  readonly timezone?: string;
  readonly country?: string;
  readonly file?: string;
  readonly encoding?: string;
}

/** Who is asked about, and by whose hours. */
export interface Subject {
  readonly name: string;
  readonly e164: string;
  /** The numbers in the other phone columns of the row. */
  readonly otherNumbers: readonly string[];
  readonly place: Place;
  readonly group: string;
  readonly calling: Calling;
  /** The campaign, where there is one. */
  readonly of: { readonly campaign: Campaign; readonly file: string } | null;
  readonly suppress: readonly SuppressList[];
  /** Whether nobody has said yet that the person agreed: of a row with its campaign that is decided. */
  readonly consentOpen: boolean;
  /** Why nobody is called so whatever the hour: the hours never open, and of a row, no consent. */
  readonly refused: string | null;
  /** Of a row: the moment before which it asked not to be called. */
  readonly notBefore: number | null;
}

interface On {
  readonly reference: Reference;
  readonly terminal: Terminal;
  readonly at: number;
}

const OF_A_NUMBER = ['postalCode', 'state', 'timezone', 'country'] as const;

/** `leads.csv:7` names its file itself, as for `show`; no number is written so but as a telephone link. */
const ROW_OF_FILE = /^(?!tel:)(?<file>.+):\d{1,7}$/i;

export async function subjectOf(who: string, options: SubjectOptions, on: On): Promise<Subject> {
  const named = options.file ?? ROW_OF_FILE.exec(who.trim())?.groups?.['file'];
  if (named === undefined) return await ofNumber(who, options, on);
  if (OF_A_NUMBER.some((name) => options[name] !== undefined)) {
    throw usage(
      '--postal-code, --state, --timezone and --country go with a number, not with a row',
      'leave them out: the columns of the row count',
    );
  }
  const file = withSheet(named, options);
  const found = await findInFile(
    who,
    { file, campaign: options.campaign, encoding: options.encoding },
    on,
  );
  const { contact, place, input } = found;
  const { campaign, suppress } = input;
  const { group } = contact;
  const calling = input.hasCampaign
    ? { ...campaign.calling, zone: campaign.calling.timezone }
    : BY_LAW;
  const schedules = new Schedules(on.reference.rules, calling, on.reference.law);
  const consent = {
    consentAt: contact.consent?.at ?? null,
    consentText: contact.consent?.text ?? null,
  };
  // What a campaign states for everybody is not known without one.
  const lacksConsent = !input.hasCampaign && contact.consent === null;
  const asked = { schedules, campaign, now: on.at };
  return {
    name: nameOf(found, on.terminal),
    e164: contact.e164,
    otherNumbers: contact.otherNumbers,
    place,
    group,
    calling,
    of: input.hasCampaign ? { campaign, file: shown(input.path, on.terminal.cwd) } : null,
    suppress,
    consentOpen: lacksConsent,
    refused:
      contact.refusal ??
      (lacksConsent ? whyNever(group, asked) : whyNotAdmitted({ group, ...consent }, asked)),
    notBefore: contact.notBefore,
  };
}

/** Without a campaign every hour of every day that the law leaves. */
const BY_LAW: Calling = {
  weekly: { windows: [{ start: 0, end: 1440 }], days: [1, 2, 3, 4, 5, 6, 7] },
  delaysMs: [0],
  zone: null,
};

async function ofNumber(text: string, options: SubjectOptions, on: On): Promise<Subject> {
  if (options.campaign === undefined) {
    const how = { options, defaultCountry: null, where: LOCATE_BY_DEFAULT };
    const { e164, place } = placeOf(text, how, on.reference);
    const name = maskNumber(e164);
    return {
      ...{ name, e164, otherNumbers: [], place, group: formatGroup(place) },
      ...{ calling: BY_LAW, of: null, suppress: [] },
      ...ofNoRow(place, BY_LAW, on),
    };
  }
  const path = resolve(on.terminal.cwd, options.campaign);
  const { campaign } = await readCampaignFile(path, on.reference, on.terminal);
  const { e164, region, place } = placeOf(text, { options, ...campaign }, on.reference);
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  return {
    name: maskNumber(e164),
    e164,
    otherNumbers: [],
    place,
    group: formatGroup(place),
    calling,
    of: { campaign, file: shown(path, on.terminal.cwd) },
    suppress: await suppressLists(filesBeside(path, campaign), {
      ...{ campaign, ...on, ignored: 'all', encoding: options.encoding },
      countries: region === null ? [] : [region],
    }),
    ...ofNoRow(place, calling, on),
  };
}

/** What the row of a file would say of itself is not known; that its hours never open is. */
function ofNoRow(
  place: Place,
  calling: Calling,
  { reference: { rules, law }, at }: On,
): Pick<Subject, 'consentOpen' | 'refused' | 'notBefore'> {
  const schedules = new Schedules(rules, calling, law);
  return {
    consentOpen: true,
    refused: whyNever(formatGroup(place), { schedules, now: at }),
    notBefore: null,
  };
}

function placeOf(
  text: string,
  given: { options: SubjectOptions; defaultCountry: string | null; where: LocateChoices },
  { numbers, places, rules }: Reference,
): { e164: string; region: string | null; place: Place } {
  const { options, defaultCountry } = given;
  const country = options.country === undefined ? null : countryOf(options.country);
  if (country === null && options.country !== undefined) {
    throw usage(`--country is "${options.country}"`, 'write a country’s two letters, like GB');
  }
  const rulesOfText = {
    extract: false,
    tables: numbers,
    defaultCountry: country ?? defaultCountry,
  };
  const number = readNumber(text, rulesOfText);
  if (number.kind !== 'ok') throw usage(number.message, number.fix);
  const evidence = {
    timezone: options.timezone ?? null,
    postalCode: options.postalCode ?? null,
    state: options.state ?? null,
    country,
  };
  const place = locate(number, evidence, { ...places, rules, choices: given.where });
  const { e164, region } = number;
  if (!('problem' in place)) return { e164, region, place };
  throw usage(`--${place.column.replace('_', '-')}: ${place.problem}`, null);
}
