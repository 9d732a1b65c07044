import { readWrittenDate } from '../../time/written-date.ts';
import { plainWords } from './cell-words.ts';

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
  if (text.length > LONGEST) return null;
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

/** What is longer is a text, and no answer. */
const LONGEST = 200;
