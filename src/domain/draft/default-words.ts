import { compactName } from '../contact/header-name.ts';

/** What is said of somebody where the cell of a placeholder is blank. */

const PERSON = new Set(
  ['first_name', 'name', 'full_name', 'contact_name', 'customer_name', 'given_name'].map(
    compactName,
  ),
);
const SURNAME = new Set(['last_name', 'surname', 'family_name'].map(compactName));

/** For a placeholder in what the agent is told: `your plan` for `plan`. */
export function wordsForBlank(variable: string): string {
  const compact = compactName(variable);
  if (PERSON.has(compact)) return 'the person';
  if (SURNAME.has(compact)) return '';
  const words = variable
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return `their ${words}`;
}
