import { has, words, type Lexicon } from './wording/lexicon.ts';
import { COMPANY, sentencesOf, withoutDigraphs } from './wording/plain.ts';
import { plain } from './wording/plain.ts';

/** What else is said: for whom the call is made, how to be left alone, that it is recorded. */

const LEGAL_FORMS =
  /(?<= )(?:gmbh|ag|kg|ug|se|ltd|limited|llc|inc|plc|corp|corporation|company|sa|sas|sarl|sl|slu|spa|srl|bv|nv|co|ev|e k)(?= )/g;

/** The same text with each mention of the company as one token. */
export function withCompany(text: string, company: string | null, lexicon: Lexicon): string {
  if (company === null) return text;
  const name = plain(company, lexicon.splitsElision, true).replace(LEGAL_FORMS, '').trim();
  const parts = name.split(/[ .,?]+/).filter((part) => part !== '');
  if (parts.length === 0) return text;
  const pattern = parts.map((part) => `${part}(?:'?[a-z]{0,2})?`).join("[ '.,]+");
  const spaced = withoutDigraphs(text);
  if (!words(pattern).test(spaced)) return text;
  return (lexicon.mergesDigraphs ? spaced : alignedTo(text, pattern)).replace(
    words(pattern),
    COMPANY,
  );
}

/** Only where the name is written with two letters for an umlaut does the whole text lose its own. */
const alignedTo = (text: string, pattern: string): string =>
  words(pattern).test(text) ? text : withoutDigraphs(text);

/** Whether the company that calls is named; as that of the person called it is not. */
export function namesCompany(text: string, lexicon: Lexicon): boolean {
  return [...text.matchAll(new RegExp(`(?<= )${COMPANY}(?![a-z])`, 'g'))].some(
    ({ index }) =>
      !new RegExp(`(?:${lexicon.customerOf})(?: [a-z']+){0,2} ?$`).test(text.slice(0, index)),
  );
}

/** A name in capital letters behind a word such as `from`; for a campaign that does not say what the company is called. */
export function namesSomebody(raw: string, lexicon: Lexicon): boolean {
  const prepositions = lexicon.forCompany;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}'])(?:${prepositions})\s+(?:the |der |die |das |la |le |el |il |de |het |l'|firma )?(\p{Lu}[\p{L}\d&.'-]+)`,
    'giu',
  );
  return [...raw.normalize('NFC').matchAll(pattern)].some(
    ([, name = '']) => /^\p{Lu}/u.test(name) && !NOT_NAMES.test(name),
  );
}

const NOT_NAMES =
  /^(?:I|Ich|Je|Yo|Io|Ik|Sie|Ihr\w*|Ihnen|Uw|U|AI|KI|IA|Our|Unser\w*|Monday|Tuesday|Wednesday|Thursday|Friday)$/u;

const anySentence = (text: string, test: (sentence: string) => boolean): boolean =>
  sentencesOf(text).some(({ text: sentence }) => test(sentence));

export const offersOptOut = (text: string, { optOut, notOptOut }: Lexicon): boolean =>
  anySentence(
    text,
    (sentence) =>
      optOut.some((one) => has(sentence, one)) && !notOptOut.some((one) => has(sentence, one)),
  );

export const saysRecorded = (text: string, { recorded, notRecorded }: Lexicon): boolean =>
  anySentence(
    text,
    (sentence) =>
      recorded.some((one) => has(sentence, one)) && !notRecorded.some((one) => has(sentence, one)),
  );
