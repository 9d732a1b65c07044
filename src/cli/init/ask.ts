import { plainText } from '../../domain/text/privacy.ts';
import { wrapped } from '../check/lines/wrapped.ts';
import { usage } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Read } from './read.ts';

/** Somebody who never gives an answer that can be read is not asked for ever. */
const TRIES = 5;

/** The person who was asked has left: nothing is written. */
export class LeftUnanswered extends Error {
  override readonly name = 'LeftUnanswered';
}

export type Ask = <T>(
  question: string | readonly string[],
  answer: {
    /** What Enter means. */
    readonly fallback: string;
    /** What is taken where nobody is asked, when it is not the same. */
    readonly unasked?: string;
    readonly read: (text: string) => Read<T>;
  },
) => Promise<T>;

/** Nobody is asked: what Enter would mean. */
export const TAKEN_AS_THEY_ARE: Ask = (_, { fallback, unasked, read }) => {
  const answer = read(unasked ?? fallback);
  if ('value' in answer) return Promise.resolve(answer.value);
  throw usage(answer.fault, 'give it as an option, see: campaign init --help');
};

/** Under the number of the question. */
const INDENT = '   ';
const LEAST_WIDTH = 20;

/** The last column stays free: a terminal may go on to the next line once it is full. */
const widthOf = ({ columns }: Terminal): number =>
  columns > 0 ? Math.max(LEAST_WIDTH, columns - 1) : Infinity;

/** Asks at a terminal, one line an answer, again where it cannot be read. Numbers its questions. */
export function askAt(terminal: Terminal, signal: AbortSignal): Ask {
  let nth = 0;
  return async (question, { fallback, read }) => {
    nth += 1;
    const [first = '', ...more] = typeof question === 'string' ? [question] : question;
    const offer = fallback === '' ? '' : `[${plainText(fallback)}]`;
    const lines = (begin: string, text: string): string[] =>
      wrapped(begin, text, widthOf(terminal));
    if (more.length > 0)
      for (const line of [
        ...lines(`${nth}. `, first),
        ...more.flatMap((one) => lines(INDENT, one)),
      ])
        terminal.say(line);
    const prompt =
      more.length > 0
        ? lines(INDENT, `${offer === '' ? 'answer' : offer}:`)
        : lines(`${nth}. `, `${[first, offer].join(' ').trim()}:`);
    for (let tries = 0; tries < TRIES; tries += 1) {
      for (const line of prompt.slice(0, -1)) terminal.say(line);
      const typed = await terminal.ask(`${prompt.at(-1) ?? ''} `, signal);
      if (typed === null) throw new LeftUnanswered();
      const text = typed.trim() === '' ? fallback : typed.trim();
      const answer = read(text);
      if ('value' in answer) return answer.value;
      for (const line of lines(INDENT, answer.fault)) terminal.say(line);
    }
    throw usage(
      `no answer could be read to: ${first}`,
      'give it as an option, see: campaign init --help',
    );
  };
}
