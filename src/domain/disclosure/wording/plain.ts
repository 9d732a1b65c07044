/** A text as the lexicons read it: small letters without accents, each punctuation mark a token of its own. */

/** What stands for a cell that is filled in, where the text is a template: the company, and anything else. */
export const COMPANY_CELL = '\uE000';
export const OTHER_CELL = '\uE001';

/** What the tokens of a cell are called in a plain text; capital letters, so that no word is one of them. */
export const COMPANY = 'O';
const CELL = 'U';

const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\d])A[.\s-]\s?I(?![\p{L}\d])\.?(?=[\s\p{P}]|$)/gu, 'artifint'],
  [/(?<![\p{L}\d])K[.\s-]\s?I(?![\p{L}\d])\.?(?=[\s\p{P}]|$)/gu, 'ki'],
  [/(?<![\p{L}\d])I[.\s-]\s?A(?![\p{L}\d])\.?(?=[\s\p{P}]|$)/gu, 'ia'],
];

/** `AI` in small letters is a word of French and Italian; where the whole text is in capitals nobody can tell. */
function initials(text: string): string {
  const marked = INITIALS.reduce((left, [pattern, word]) => left.replace(pattern, word), text);
  return /\p{Ll}/u.test(text)
    ? marked.replace(/(?<![\p{L}\d])AI(?![\p{L}\d])/gu, 'artifint')
    : marked;
}

export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ẞ', 'ss')
    .toLowerCase();

/** Umlauts that are written as two letters. */
export const withoutDigraphs = (text: string): string => text.replace(/([aou])e/g, '$1');

export function plain(text: string, splitsElision: boolean, mergesDigraphs: boolean): string {
  const letters = folded(initials(text))
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»"]|(?<![a-z])'|'(?![a-z])/g, (mark) => (mark === "'" ? "' " : ' '))
    .replaceAll(COMPANY_CELL, ` ${COMPANY} `)
    .replaceAll(OTHER_CELL, ` ${CELL} `)
    .replace(/(?<=[a-z\d])-(?=[a-z])/g, ' ')
    .replace(/[–—-]+/g, ' , ')
    .replace(/[.!?…;¡¿]+/g, (mark) => ` ${mark.includes('?') ? '?' : '.'} `)
    .replace(/[,:()]/g, ' , ')
    .replace(/[^a-z\d'.?,OU ]/g, ' ');
  const elided = splitsElision ? letters.replace(/'(?=[a-z])/g, "' ") : letters;
  return ` ${(mergesDigraphs ? withoutDigraphs(elided) : elided).replace(/\s+/g, ' ').trim()} `;
}

/** A sentence that is longer is read in parts, so that the time it takes grows with its length only. */
const LONGEST_SENTENCE = 90;

interface Sentence {
  readonly text: string;
  /** At which word of the text it begins. */
  readonly at: number;
}

/** The sentences of a plain text, in their order. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  let part: string[] = [];
  const end = (): void => {
    if (part.length > 0) sentences.push({ text: ` ${part.join(' ')} `, at });
    at += part.filter((word) => /[a-z\dA-Z]/.test(word)).length;
    part = [];
  };
  for (const word of text.split(' ')) {
    if (word === '') continue;
    part.push(word);
    if (word === '.' || word === '?' || part.length >= LONGEST_SENTENCE) end();
  }
  end();
  return sentences;
}
