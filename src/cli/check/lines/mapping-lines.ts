import { plainText } from '../../../domain/text/privacy.ts';
import type { ColumnUse, NotUsed } from '../../../domain/report/column-uses.ts';
import type { Resemblance } from '../../../domain/report/resemblance.ts';
import type { ColumnNames } from '../../../domain/draft/column-choices.ts';
import { number } from '../../terminal/words.ts';
import { shownValue } from './shown-value.ts';
import { wrapped } from './wrapped.ts';

/** A file may have ten thousand columns. */
const COLUMNS_SHOWN = 60;
const WIDEST = 28;

/** What each column is taken for, in the order of the file. */
export function mappingLines(uses: readonly ColumnUse[]): string[] {
  if (uses.length === 0) return [];
  const shown = uses.slice(0, COLUMNS_SHOWN);
  const width = Math.min(WIDEST, Math.max(...shown.map((use) => nameOf(use).length)));
  const left = uses.length - shown.length;
  return [
    'columns',
    ...shown.map((use) => `  ${nameOf(use).padEnd(width)}  ${useText(use)}`),
    ...(left > 0
      ? [`  and ${number(left)} more, each a variable or not used; --json shows all`]
      : []),
  ];
}

/** What was chosen of several columns, where no campaign file says which one is meant. */
export function chosenLines({ columns }: ColumnNames, change: string): string[] {
  const chosen = columns.flatMap(([key, headers]) =>
    headers.map((header) => `${plainText(header)} (${key})`),
  );
  if (chosen.length === 0) return [];
  return wrapped(
    '',
    `Several columns could be meant, and these are taken: ${chosen.join(', ')}. ${change}`,
  );
}

const nameOf = ({ header, index }: ColumnUse): string =>
  header === '' ? `(column ${number(index + 1)})` : shownValue(header);

const ROLES: Readonly<Record<string, string>> = {
  phone: 'the number that is called',
  other_phone: 'called where the columns chosen before it are empty',
  name: 'the person’s name',
  timezone: 'the time zone, which decides the hours',
  country: 'the country, of the number and of the law',
  state: 'the state, which decides hours and law',
  postal_code: 'the postal code, which decides hours and law',
  scheduled_at: 'not called before this moment',
  priority: 'the priority',
  external_id: 'your own id of the row',
  consent_at: 'the day of consent',
  consent_source: 'where consent was given',
  audience: 'consumer or business, which decides the rules of law',
  do_not_call: 'who is not to be called: a yes bars',
  consent: 'who agreed to be called: a no bars',
  'concurrency.key_column': 'the key of max_per_key',
};

const NOT_USED: Readonly<Record<NotUsed, string>> = {
  ignored: 'not used: named under columns.ignore',
  no_name: 'not used: it has no name',
  earlier_result: 'not used: a result of an earlier run',
};

function useText(use: ColumnUse): string {
  const { roles, variable, usedIn, metadata, notUsed, question } = use;
  if (question !== null)
    return `${question}: say which, under columns: do_not_call, consent or ignore`;
  if (notUsed !== null) return withResemblance(NOT_USED[notUsed], use);
  const parts = roles.map((role) => ROLES[role] ?? role);
  if (variable !== null) {
    const where = usedIn.length === 0 ? '' : `, used in ${usedIn.join(', ')}`;
    parts.push(`{{${plainText(variable)}}}${where}`);
  }
  if (metadata !== null) parts.push(`stored with the call as ${plainText(metadata)}`);
  return withResemblance(parts.join(' · '), use);
}

const LOOKS_LIKE: Readonly<Record<Resemblance['to'], string>> = {
  phone: 'a phone number: it is not called',
  timezone: 'a time zone: it decides nothing',
  country: 'a country: it decides nothing',
  state: 'a state: it decides nothing',
  postal_code: 'a postal code: it decides nothing',
  address: 'an address: no state or postal code is read from it',
};

/** Of a column from whose country a number without a country code is read. */
const COMPLETES = 'where it names a country, a number without a country code is read there';

function withResemblance(
  text: string,
  { resembles, header, completesNumbers, notUsed }: ColumnUse,
): string {
  if (resembles === null) return text;
  const { to, isTaken } = resembles;
  const isCountry = to === 'country' && completesNumbers && notUsed === null;
  const looks = isCountry ? `a country: ${COMPLETES}` : LOOKS_LIKE[to];
  const isRole = !isTaken && to !== 'address';
  const use = isRole ? `; to use it: columns: { ${to}: ${JSON.stringify(header)} }` : '';
  return `${text}  ← looks like ${looks}${plainText(use)}`;
}
