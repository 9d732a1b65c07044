import { readRows } from '../../app/rows.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { mapColumns, type ColumnMap } from '../../domain/contact/columns.ts';
import {
  columnNames,
  type ColumnNames,
  type NumbersIn,
} from '../../domain/draft/column-choices.ts';
import { ListSurvey, type ListFacts } from '../../domain/draft/list-survey.ts';
import { readNumber } from '../../domain/phone/number.ts';
import { whyNoConsent } from '../../domain/schedule/admission.ts';
import { Schedules } from '../../domain/schedule/schedules.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import { readCampaignText, realClock, type Reference } from '../compose.ts';
import { usage } from '../failure.ts';

/** Rows that are looked at in order to find the numbers. */
const ROWS_TRIED = 1_000;

export interface Surveyed {
  readonly source: ContactSource;
  readonly columns: ColumnMap;
  readonly named: ColumnNames;
  readonly facts: ListFacts;
  /** The least that a campaign says, with the columns that have to be named. */
  readonly campaign: Campaign;
}

/** Reads the list twice: to find the numbers, and then, with that known, row by row. */
export async function survey(source: ContactSource, reference: Reference): Promise<Surveyed> {
  const named = columnNames(source.headers, await numbersIn(source, reference));
  const campaign = trial(named, reference);
  const mapped = mapColumns(source.headers, campaign);
  if (!mapped.ok) {
    const lines = mapped.problems.map(({ message, fix }) => `  ${message}\n    ${fix}`);
    throw usage(
      [`the columns of ${source.name} leave something open:`, ...lines].join('\n'),
      'rename a column of the list, and try again',
    );
  }
  const { columns } = mapped;
  const now = realClock().now();
  const calling = { ...campaign.calling, zone: campaign.calling.timezone };
  const schedules = new Schedules(reference.rules, calling, reference.law);
  const found = new ListSurvey(columns, ({ group, consent }) => {
    const who = { group, consentAt: consent?.at ?? null, consentText: consent?.text ?? null };
    return whyNoConsent(who, { schedules, campaign, now }) !== null;
  });
  const context = { columns, campaign, reference, now };
  for await (const reading of readRows(source, context, null)) found.add(reading);
  return { source, columns, named, facts: found.facts(), campaign };
}

function trial({ columns, ignore }: ColumnNames, { rules }: Reference): Campaign {
  const text = JSON.stringify({
    name: 'none yet',
    assistant_id: 'none-yet',
    columns: { ...Object.fromEntries(columns.map(keyOf)), ignore },
  });
  const read = readCampaignText(text, (name) => rules.canonical(name));
  if (!read.ok) throw new Error(read.message);
  return read.campaign;
}

/** A single header stands alone: most keys take no list. */
const keyOf = ([key, headers]: ColumnNames['columns'][number]): [string, unknown] => [
  key,
  headers.length === 1 ? headers[0] : headers,
];

/** A cell counts that is a number, or would be one with its country. */
async function numbersIn(source: ContactSource, { numbers }: Reference): Promise<NumbersIn[]> {
  const rules = { defaultCountry: null, extract: false, tables: numbers };
  const counts = source.headers.map(() => 0);
  let rows = 0;
  for await (const { cells } of source.rows()) {
    if (++rows > ROWS_TRIED) break;
    for (const [at, cell] of cells.entries()) {
      const reading = readNumber(cell, rules);
      const isNumber = reading.kind === 'ok' || isWithoutCountry(reading.code, cell);
      if (isNumber && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return source.headers.map((header, at) => ({ header, numbers: counts[at] ?? 0 }));
}

/** Seven digits or more, and nothing but what stands in numbers: no date, no amount. */
const isWithoutCountry = (code: string, cell: string): boolean =>
  code === 'number_no_country' &&
  /^[\s\d().-]*$/.test(cell) &&
  cell.replace(/\D/g, '').length >= 7 &&
  !/\d{4}-\d\d-\d\d/.test(cell);
