import { isBlank } from '../cells/cell-text.ts';
import {
  ALLOWS,
  CONSENT_STANDS,
  CROSSES,
  NO,
  plainWords,
  REFUSAL_STANDS,
  REFUSES,
  SILENT,
  YES,
} from './cell-words.ts';
import { splitDate } from './dated.ts';
import { refusesInWords } from './phrase.ts';
import { saysNo } from './plain-refusal.ts';

/** What a column speaks of. Under `do_not_call` a yes refuses, under `consent` a no does. */
export type Speaks = 'do_not_call' | 'consent';

/** What the campaign says that cells of a column mean, beside what is known of them anyway. */
interface Meanings {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/**
 * What a cell says of calling its person. `date`: a day of consent, which is still to be read by the person's clock.
 * `unknown`: nobody can say, so that the row is not called until the campaign does.
 */
export type Answer = 'refuses' | 'allows' | 'silent' | 'date' | 'unknown';

export interface AskedOf extends Meanings {
  readonly speaks: Speaks;
}

/** Reads a cell of a column that speaks of refusal or of consent. */
export function readAnswer(cell: string, of: AskedOf): Answer {
  const text = cell.trim();
  if (isBlank(text)) return 'silent';
  const told = byCampaign(text, of);
  if (told !== null) return told;
  const words = plainWords(text);
  if (words === '') return /^[-–—_\s]+$/.test(text) ? 'silent' : 'unknown';
  if (SILENT.has(words) || /^-+none-+$/i.test(text)) return 'silent';
  const plain = byWords(words, of.speaks);
  if (plain !== null) return plain;
  const dated = splitDate(text);
  const unread = saysNo(text) ? 'refuses' : 'unknown';
  if (dated === null) return unread;
  if (dated.words !== '') return byWords(dated.words, of.speaks) ?? unread;
  return of.speaks === 'consent' ? 'date' : 'refuses';
}

function byCampaign(text: string, { yes, no, speaks }: AskedOf): Answer | null {
  const words = meant(text);
  const isYes = yes.some((one) => meant(one) === words);
  if (!isYes && !no.some((one) => meant(one) === words)) return null;
  return (speaks === 'consent') === isYes ? 'allows' : 'refuses';
}

/** Cells that the campaign names are held against its words as people see them. */
const meant = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

function byWords(words: string, speaks: Speaks): Answer | null {
  if (REFUSES.has(words) || refusesInWords(words)) return 'refuses';
  if (ALLOWS.has(words)) return 'allows';
  const [yes, no]: readonly [Answer, Answer] =
    speaks === 'consent' ? ['allows', 'refuses'] : ['refuses', 'allows'];
  if (YES.has(words)) return yes;
  if (NO.has(words)) return no;
  if (CROSSES.has(words)) return speaks === 'consent' ? 'refuses' : 'unknown';
  return (speaks === 'consent' ? CONSENT_STANDS : REFUSAL_STANDS).has(words) ? yes : null;
}
