import type { Campaign } from '../../campaign/campaign.ts';
import { placeholdersOf } from '../columns/placeholders.ts';

/**
 * Which way of reading rows this is. The ledger records it: a file that was read another way is read again, so that what
 * its rows say is heard as the program hears it today.
 */
const WAY_OF_READING = 3;

type Reading = Pick<
  Campaign,
  'columns' | 'dates' | 'defaultCountry' | 'extract' | 'assistant' | 'concurrency'
>;

/** Everything of a campaign by which the cells of a row are read, as one text to compare. */
export function wayOfReading(campaign: Reading): string {
  const { columns, dates, defaultCountry, extract, assistant, concurrency } = campaign;
  // With a default a cell may be blank, whatever the default is.
  const names = placeholdersOf(assistant).placeholders.map(({ name, fallback }) =>
    fallback === null ? name : `${name}|`,
  );
  const { audience, ...named } = columns;
  return JSON.stringify([
    WAY_OF_READING,
    // As earlier versions wrote it, where nothing is said of it.
    audience === null ? named : columns,
    dates,
    defaultCountry,
    extract,
    names,
    concurrency.keyColumn,
  ]);
}
