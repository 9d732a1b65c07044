import { readWrittenDate } from '../../time/written-date.ts';
import { isBlank } from '../cell-text.ts';
import {
  ALLOWS,
  CONSENT_STANDS,
  NO,
  plainWords,
  REFUSAL_STANDS,
  REFUSES,
  SILENT,
  YES,
} from './cell-words.ts';
import { refusesInWords } from './phrase.ts';

/** What a column speaks of. Under `do_not_call` a yes refuses, under `consent` a no does. */
export type Speaks = 'do_not_call' | 'consent';

/** What the campaign says that cells of a column mean, beside what is known of them anyway. */
export interface Meanings {
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
  if (dated === null) return 'unknown';
  if (dated.words !== '') return byWords(dated.words, of.speaks) ?? 'unknown';
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
  return (speaks === 'consent' ? CONSENT_STANDS : REFUSAL_STANDS).has(words) ? yes : null;
}

/** Which day it is does not matter for a refusal: that there is one is enough, in whatever order it is written. */
const isDate = (text: string): boolean => readWrittenDate(text, null).kind !== 'none';

/** Words that join a date to what happened on it. */
const JOINING =
  /(?:^| )(?:on|at|as of|effective|since|from|per|am|seit|vom|le|depuis|el|desde|il|dal|em|op|sinds)$/;

/**
 * The date in a cell and the words beside it: `withdrawn 2026-03-01`, `No (03/01/2026)`, `2026-03-01: opted out`. The words
 * are empty where the date stands alone; null: there is none.
 */
export function splitDate(text: string): { readonly words: string; readonly date: string } | null {
  if (text.length > LONGEST_MARK) return null;
  if (isDate(text)) return { words: '', date: text };
  const edges = [...text.matchAll(/[\s,:;()[\]–—-]+/g)].map(({ index, 0: gap }) => ({
    before: text.slice(0, index),
    behind: text.slice(index + gap.length),
  }));
  for (const { before, behind } of edges) {
    const date = behind.replace(/[)\]]$/, '');
    if (isDate(date)) return { words: plainWords(before).replace(JOINING, ''), date };
  }
  for (const { before, behind } of edges.reverse()) {
    const date = before.replace(/^[([]/, '');
    if (isDate(date) && behind !== '') return { words: plainWords(behind), date };
  }
  return null;
}

const LONGEST_MARK = 200;

/** What stands between the marks of a list, or between a mark and its explanation: `VIP / DNC`, `DNC - asked 3/1`. */
const BETWEEN_MARKS = /[;|,/—\n]|:::|\s[-–]+\s|[.!]\s/;

/**
 * Whether a cell of any other column says by itself that the person is not to be called: the whole cell, or one mark of
 * a list of them, as in a column of tags. A sentence is not looked into. `Stop` says it only alone.
 */
export function isPlainRefusal(cell: string): boolean {
  if (cell.length > LONGEST_MARK || !/[\p{L}]/u.test(cell)) return false;
  const whole = plainWords(cell);
  if (whole === 'stop' || refusesInWords(whole)) return true;
  return (
    BETWEEN_MARKS.test(cell) &&
    cell.split(BETWEEN_MARKS).some((mark) => refusesInWords(plainWords(mark)))
  );
}
