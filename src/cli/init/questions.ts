import type { StatedConsent } from '../../domain/contact/consent.ts';
import type { ListFacts } from '../../domain/draft/list-survey.ts';
import { DEFAULT_LINES } from '../../domain/campaign/fields/defaults.ts';
import type { Read } from './read.ts';
import { countryOf } from '../../domain/contact/address/country-name.ts';
import { counted, number } from '../terminal/words.ts';
import type { Ask } from './ask.ts';

export type Speaks = { readonly prompt: string } | { readonly assistantId: string };

export interface Answers {
  readonly name: string;
  /** Asked of nobody: it stands in the file, and a live run does not begin without it. */
  readonly company: string | null;
  readonly speaks: Speaks;
  readonly consent: StatedConsent | null;
  readonly country: string | null;
  readonly lines: number;
}

/** What the flags say already; of that nothing is asked. */
export type Given = {
  readonly [K in keyof Answers]?: Answers[K] | undefined;
};

interface Asked {
  readonly facts: ListFacts;
  /** What is taken where nothing is answered. */
  readonly name: string;
  readonly prompt: string;
  /** What is wrong with a prompt for this list; null: nothing. */
  readonly faultOf: (prompt: string) => string | null;
}

/** At most five questions, each with an answer that Enter gives. */
export async function askAll(ask: Ask, given: Given, asked: Asked): Promise<Answers> {
  const { facts } = asked;
  const name =
    given.name ?? (await ask('Name of the campaign', { fallback: asked.name, read: nameIn }));
  const speaks =
    given.speaks ??
    (await ask(
      [
        'What should the agent say and ask? One or two sentences, or the id of a stored assistant.',
        `To say what is in a column, write: ${columnsIn(facts)}`,
      ],
      { fallback: asked.prompt, read: (text) => speaksIn(text, asked.faultOf) },
    ));
  const consent =
    given.consent !== undefined || facts.withoutConsent === 0
      ? (given.consent ?? null)
      : await ask(
          [
            `Who agreed to be called, and how? The law asks for it for ${counted(facts.withoutConsent, 'person', 'people')} whose row has no date of consent.`,
            'For example: customers: they agreed in the order form to be called about their renewal',
            'Empty: no consent is stated, and these people are not called.',
          ],
          { fallback: '', read: consentIn },
        );
  const country =
    given.country !== undefined || facts.countryless === 0
      ? (given.country ?? null)
      : await ask(
          [
            `Which country are numbers without a country code from? The list has ${number(facts.countryless)}.`,
            'Empty: they are not all from one country, and these people are not called.',
          ],
          // A wrong country calls strangers: it is taken from nobody but somebody who was asked.
          { fallback: facts.likelyCountry ?? '', unasked: '', read: countryIn },
        );
  const lines =
    given.lines ??
    (await ask('How many calls at once', { fallback: String(DEFAULT_LINES), read: linesIn }));
  return { name, company: given.company ?? null, speaks, consent, country, lines };
}

const COLUMNS_SHOWN = 12;

function columnsIn({ variables }: ListFacts): string {
  const names = [...variables.keys()];
  const shown = names.slice(0, COLUMNS_SHOWN).map((one) => `{{${one}}}`);
  return `${shown.join(' ')}${names.length > shown.length ? ' …' : ''}`;
}

export const nameIn = (text: string): Read<string> =>
  text === '' ? { fault: 'Give it a name.' } : { value: text };

/** One word that no sentence is: the id of an assistant. */
const ID = /^(?=.*[\d_-])[\w-]{6,}$/;

function speaksIn(text: string, faultOf: Asked['faultOf']): Read<Speaks> {
  if (ID.test(text)) return { value: { assistantId: text } };
  const fault = text === '' ? 'Say what the agent is to do.' : faultOf(text);
  return fault === null ? { value: { prompt: text } } : { fault };
}

/** `customers: they agreed in the order form`; without a colon the sentence is both. */
function consentIn(text: string): Read<StatedConsent | null> {
  if (text === '') return { value: null };
  const cut = text.search(/[:;–—]/);
  const [basis, statement] =
    cut < 0 ? [text, text] : [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
  if (basis !== '' && statement !== '') return { value: { basis, statement } };
  return { fault: 'Write who they are, a colon, and how they agreed; or nothing.' };
}

export function countryIn(text: string): Read<string | null> {
  if (text === '') return { value: null };
  const country = countryOf(text);
  return country === null
    ? { fault: `"${text}" is not a country that is known. Write two letters, like US, GB or FR.` }
    : { value: country };
}

export function linesIn(text: string): Read<number> {
  const lines = Number(text);
  return /^\d{1,4}$/.test(text) && lines >= 1
    ? { value: lines }
    : { fault: 'Write a number from 1 on.' };
}
