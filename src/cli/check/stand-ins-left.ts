import { standInsIn } from '../../domain/draft/stand-ins.ts';
import { campaignTexts } from '../compose/compose.ts';

/** Words of a campaign file that only the operator can replace, and where they stand. */
export interface StandInLeft {
  readonly line: number;
  /** `assistant.first_sentence` */
  readonly path: string;
  readonly words: string;
  readonly instead: string;
}

/** What is said to people, and what somebody states: other parts of the file are for its reader. */
const SPOKEN = /^(?:assistant|disclosure)\./;

export const standInsLeft = (text: string): readonly StandInLeft[] =>
  campaignTexts(text).flatMap(({ path, text: value, source, line }) => {
    if (!SPOKEN.test(path) || standInsIn(value).length === 0) return [];
    const written = standInsIn(source);
    // Written with escapes, they are found in the value alone.
    return (written.length > 0 ? written : standInsIn(value)).map(({ words, instead, at }) => ({
      line: line + (written.length > 0 ? source.slice(0, at).split('\n').length - 1 : 0),
      path,
      words,
      instead,
    }));
  });
