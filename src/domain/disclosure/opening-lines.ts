import { COMPANY_STAND_IN } from '../draft/stand-ins.ts';
import { yamlScalar } from '../draft/yaml-scalar.ts';
import type { Language } from './wording/lexicon.ts';

/** A first sentence that says what has to be said, in each language that can be judged. */
const SENTENCES: Readonly<Record<Language, (company: string) => string>> = {
  en: (company) =>
    `Hello, this is an AI assistant calling for ${company}. Tell me if you do not want to be called again.`,
  de: (company) =>
    `Guten Tag, hier spricht ein KI-Assistent im Auftrag von ${company}. Sagen Sie mir, wenn Sie nicht mehr angerufen werden möchten.`,
  fr: (company) =>
    `Bonjour, je suis un assistant IA et j'appelle de la part de ${company}. Dites-moi si vous ne souhaitez plus être appelé.`,
  es: (company) =>
    `Hola, soy un asistente de inteligencia artificial y llamo de parte de ${company}. Dígame si no quiere que le volvamos a llamar.`,
  it: (company) =>
    `Buongiorno, sono un assistente basato su intelligenza artificiale e chiamo per conto di ${company}. Mi dica se non desidera più essere chiamato.`,
  nl: (company) =>
    `Goedendag, u spreekt met een AI-assistent die belt namens ${company}. Zeg het me als u niet meer gebeld wilt worden.`,
};

/** In which language, and for which company; null: not known. */
export interface Opening {
  readonly language: Language | null;
  readonly company: string | null;
}

export const openingSentence = ({ language, company }: Opening): string =>
  SENTENCES[language ?? 'en'](company ?? COMPANY_STAND_IN);

/** The same as lines for the campaign file. */
export const openingLines = (opening: Opening): readonly string[] => [
  'assistant:',
  `  first_sentence: ${yamlScalar(openingSentence(opening))}`,
  '  first_sentence_mode: static',
];
