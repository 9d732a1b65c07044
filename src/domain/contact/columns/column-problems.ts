import { nearest } from '../../campaign/problems/nearest.ts';
import { maskCell } from '../../text/privacy.ts';
import { ALIASES, type Role } from './aliases.ts';
import { compactName, plainHeader } from './header-name.ts';
import type { FileProblem } from '../problem.ts';

/** Headers that a message lists; a file may have ten thousand. */
const SEEN = 30;

/** I9: where a file has no header line, the cells of its first person stand in these words. */
export const masked = ({ message, fix }: FileProblem): FileProblem => ({
  message: maskCell(message),
  fix: maskCell(fix),
});

function seen(headers: readonly string[]): string {
  const named = headers.filter((one) => one !== '');
  const more = named.length > SEEN ? ` and ${named.length - SEEN} more` : '';
  return `The file has these columns: ${named.slice(0, SEEN).join(', ')}${more}.`;
}

/** A header that could be a number is most likely the first person of a file that has no header line. */
export function noPhone(
  headers: readonly string[],
  withNumbers: readonly number[] | null,
): FileProblem {
  const holding = withNumbers?.flatMap((index) => headers[index] ?? []) ?? headers;
  const meant =
    holding.find((one) => nearest(one, ALIASES.phone) !== null) ??
    (withNumbers === null ? undefined : holding[0]);
  if (meant === undefined && headers.some((one) => maskCell(one) !== one))
    return {
      message: `No column is recognised as the phone number, and the first line holds a number itself, as if it were a person. ${seen(headers)}`,
      fix: 'Put a line above it that names the columns: phone, first_name and so on.',
    };
  if (withNumbers !== null && meant === undefined)
    return {
      message: `No column is recognised as the phone number, and none holds any in its first rows. ${seen(headers)}`,
      fix: 'Add a column "phone" with the numbers, or name the right file.',
    };
  const guess = meant ?? 'Your column';
  return {
    message: `No column is recognised as the phone number. ${seen(headers)}`,
    fix: `Call it "phone", or say in the campaign file which one it is: columns: { phone: ${JSON.stringify(guess)} }.`,
  };
}

export const list = (names: readonly string[]): string =>
  names.map((one) => `"${one}"`).join(' and ');

/** What to write where several columns could be one thing. Of phones all may be named: the first filled one is called. */
export function whichOne(role: Role, candidates: readonly { readonly header: string }[]): string {
  const [first = ''] = candidates.map(({ header }) => JSON.stringify(header));
  if (role !== 'phone')
    return `Say in the campaign file which one it is: columns: { ${role}: ${first} }.`;
  const all = candidates.map(({ header }) => JSON.stringify(header)).join(', ');
  return `Say in the campaign file which one is called: columns: { phone: ${first} }, or the first of them that is filled: columns: { phone: [${all}] }.`;
}

/** The column that the campaign file names, or what is wrong with that name. */
export function namedColumn(
  headers: readonly string[],
  header: string,
  path: string,
): number | FileProblem {
  const exact = headers.indexOf(plainHeader(header));
  if (exact !== -1) return exact;
  const wanted = compactName(header);
  const alike = headers.flatMap((one, at) => (compactName(one) === wanted ? [at] : []));
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return only;
  const meant = nearest(header, headers);
  return {
    message: `${path} names the column "${header}", which the file does not have.`,
    fix: meant === null ? seen(headers) : `Did you mean "${meant}"?`,
  };
}
