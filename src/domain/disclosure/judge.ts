import { toldToDeny } from './denial.ts';
import {
  namesCompany,
  namesSomebody,
  offersOptOut,
  saysRecorded,
  withCompany,
} from './other-words.ts';
import { aiSaid, type AiSaid } from './speaker.ts';
import { languageOf } from './wording/language.ts';
import type { Language, Lexicon } from './wording/lexicon.ts';
import { LEXICONS } from './wording/lexicons.ts';
import { plain } from './wording/plain.ts';

/** What a text that is spoken first says. */
export interface Judgement {
  /** Null: it is in a language that cannot be judged, and nothing of it is known. */
  readonly language: Language | null;
  readonly ai: AiSaid | 'cannot_judge';
  /** For whom it calls, how to be left alone, that the call is recorded; null: cannot be judged. */
  readonly caller: boolean | null;
  readonly optOut: boolean | null;
  readonly recorded: boolean | null;
}

const UNKNOWN: Judgement = {
  language: null,
  ai: 'cannot_judge',
  caller: null,
  optOut: null,
  recorded: null,
};

const plainIn = (text: string, { splitsElision, mergesDigraphs }: Lexicon): string =>
  plain(text, splitsElision, mergesDigraphs);

/** `company`: what the company that calls is named; null: nobody said. */
export function judgeSpoken(text: string, company: string | null): Judgement {
  const language = languageOf(text);
  if (language === null) return UNKNOWN;
  const lexicon = LEXICONS[language];
  const spoken = withCompany(plainIn(text, lexicon), company, lexicon);
  const named = namesCompany(spoken, lexicon);
  return {
    language,
    ai: aiSaid(spoken, lexicon),
    caller: named || (company === null && namesSomebody(text, lexicon)),
    optOut: offersOptOut(spoken, lexicon),
    recorded: saysRecorded(spoken, lexicon),
  };
}

/** Whether a prompt tells the agent to deny that it is an AI; null: cannot be judged. */
export function promptDenies(text: string): boolean | null {
  const language = languageOf(text);
  return language === null
    ? null
    : toldToDeny(plainIn(text, LEXICONS[language]), LEXICONS[language]);
}
