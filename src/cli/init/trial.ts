import type { Campaign } from '../../domain/campaign/campaign.ts';
import {
  columnNames,
  type ColumnNames,
  type NumbersIn,
} from '../../domain/draft/column-choices.ts';
import { looksLikeNumber } from '../../domain/contact/cells/first-numbers.ts';
import { firstNumber } from '../../domain/contact/columns/phone-columns.ts';
import { readNumber } from '../../domain/phone/number/number.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import { readCampaignText, type Reference } from '../compose/compose.ts';

/** Rows that are looked at in order to find the numbers. */
const ROWS_TRIED = 1_000;

/** What a list without a campaign file is read by. */
interface Trial {
  /** The least that a campaign says, with the columns that have to be named. */
  readonly campaign: Campaign;
  readonly text: string;
  readonly named: ColumnNames;
}

/** Which column is what, where the headers leave it open, is found as `init` finds it. */
export async function trialOf(source: ContactSource, reference: Reference): Promise<Trial> {
  const named = columnNames(source.headers, await numbersIn(source, reference));
  const { columns, ignore } = named;
  const text = JSON.stringify({
    name: 'none yet',
    assistant_id: 'none-yet',
    ...(columns.length + ignore.length === 0
      ? {}
      : { columns: { ...Object.fromEntries(columns.map(keyOf)), ignore } }),
  });
  const read = readCampaignText(text, (name) => reference.rules.canonical(name));
  if (!read.ok) throw new Error(read.message);
  return { campaign: read.campaign, text, named };
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
      const number = firstNumber(cell);
      const reading = readNumber(number, rules);
      const isNumber =
        reading.kind === 'ok' || (reading.code === 'number_no_country' && looksLikeNumber(number));
      if (isNumber && at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return source.headers.map((header, at) => ({ header, numbers: counts[at] ?? 0 }));
}
