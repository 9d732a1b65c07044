import { compactName } from '../contact/columns/header-name.ts';

const NAMES = ['first_name', 'given_name', 'name', 'full_name', 'contact_name'].map(compactName);
const COMPANIES = ['company', 'company_name', 'organization', 'account_name'].map(compactName);

/**
 * What the agent is told where nobody says it: with the name and the company, as far as the list has them. A column with
 * blank cells has other words for them, so that no row is left out for a blank. `variables`: with their blank cells.
 */
export function defaultPrompt(variables: ReadonlyMap<string, number>): string {
  const known = [...variables.keys()];
  const filled = (variable: string, otherwise: string): string =>
    (variables.get(variable) ?? 0) > 0 ? `{{${variable}|${otherwise}}}` : `{{${variable}}}`;
  const name = first(NAMES, known);
  const company = first(COMPANIES, known);
  const who = name === null ? 'this person' : filled(name, 'this person');
  const from = company === null ? '' : ` of ${filled(company, 'their company')}`;
  return `You call ${who}${from}. Say at once that you are an AI assistant. Ask whether this is a good moment, and what we can do for them. Be brief and friendly.`;
}

/** The variable that is called by one of these names; of several, by the earlier name. */
function first(names: readonly string[], known: readonly string[]): string | null {
  for (const name of names) {
    const found = known.find((one) => compactName(one) === name);
    if (found !== undefined) return found;
  }
  return null;
}
