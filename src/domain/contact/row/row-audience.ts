import type { Audience } from '../../law/rule.ts';
import { compactName } from '../columns/header-name.ts';
import type { RowCells } from './row-cells.ts';

const WORDS: Readonly<Record<Audience, readonly string[]>> = {
  consumers: [
    ...['consumer', 'consumers', 'private', 'person', 'individual', 'residential', 'b2c', 'privat'],
    ...['verbraucher', 'particulier', 'consommateur', 'particular', 'privato', 'consument'],
  ],
  businesses: [
    ...['business', 'businesses', 'company', 'companies', 'corporate', 'commercial', 'b2b'],
    ...['firma', 'unternehmen', 'entreprise', 'professionnel', 'empresa', 'azienda', 'bedrijf'],
  ],
};

/** Whom the row says it is; null: nothing. What cannot be read is under the stricter rules. */
export function audienceIn(row: RowCells): Audience | null {
  const { audience: index } = row.columns;
  const text = row.text(index);
  if (text === null || index === null) return null;
  const word = compactName(text);
  if (WORDS.businesses.includes(word)) return 'businesses';
  if (!WORDS.consumers.includes(word))
    row.warn(index, {
      code: 'audience_unreadable',
      message: `"${text}" is neither a consumer nor a business, and counts as a consumer.`,
      fix: 'Write consumer or business, or leave the cell blank.',
    });
  return 'consumers';
}
