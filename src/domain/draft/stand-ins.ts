/**
 * Words that this program writes where only the operator knows the right ones: in a file that `init` makes, in lines to
 * paste, in the examples that ship. Nobody is called with one of them left in.
 */

export const COMPANY_STAND_IN = 'Example Company';
export const SPEAKER_STAND_IN = 'your name and position';

interface StandIn {
  readonly pattern: RegExp;
  /** What has to be written instead. */
  readonly instead: string;
}

const STAND_INS: readonly StandIn[] = [
  {
    pattern: /(?<![\p{L}\d])Example\s+(?:Company|Energy|Practice)(?![\p{L}\d])/giu,
    instead: 'the name of your company',
  },
  {
    pattern: /(?<![\p{L}\d])your\s+name\s+and\s+position(?![\p{L}\d])/giu,
    instead: 'the name and position of the person who states it',
  },
];

interface StandInFound {
  /** As it stands in the text. */
  readonly words: string;
  readonly instead: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** The stand-ins in a text, in their order. */
export const standInsIn = (text: string): readonly StandInFound[] =>
  STAND_INS.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map((match) => ({
      words: match[0].replace(/\s+/g, ' '),
      instead,
      at: match.index,
    })),
  ).sort((a, b) => a.at - b.at);
