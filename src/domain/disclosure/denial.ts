import { tagged, words, type Lexicon } from './wording/lexicon.ts';
import { sentencesOf } from './wording/plain.ts';

/** Whether a prompt tells the agent to deny that it is an AI, to claim to be human, or to avoid the question. */
export function toldToDeny(plainText: string, lexicon: Lexicon): boolean {
  const no = lexicon.speech.filter(([tag]) => tag === 'N');
  const own = lexicon.speech.filter(([tag]) => 'MGVAH'.includes(tag));
  const sentences = sentencesOf(plainText).map(({ text }) =>
    once(tagged(tagged(tagged(text, no), lexicon.prompt, true), own), lexicon),
  );
  return sentences.some((sentence, at) => {
    const previous = sentences[at - 1] ?? '';
    const next = sentences[at + 1] ?? '';
    return isTold(sentence, { previous, next });
  });
}

const once = (sentence: string, { negatesTwice }: Lexicon): string =>
  (negatesTwice
    ? sentence.replace(/ N ((?:[a-zA-Z']+ ){1,2})N (?!,)/g, ' N $1')
    : sentence
  ).replace(/ , (?=(?:dass|ob|eine?|dat) )/g, ' ');

interface Around {
  readonly previous: string;
  readonly next: string;
}

const GAP = String.raw`(?: (?:[a-z\d']+|[A-Z,]))`;
const near = (most: number): string => `${GAP}{0,${most}}?`;

function isTold(sentence: string, around: Around): boolean {
  if (/ W /.test(sentence) || / W [.,?]? ?$/.test(around.previous)) return false;
  return (
    hides(sentence, around) ||
    deniesIt(sentence) ||
    claimsHuman(sentence) ||
    answersNo(sentence, around) ||
    keepsSecret(sentence)
  );
}

const test = (text: string, pattern: string): boolean => words(pattern).test(text);

/** Never say, never admit that you are an AI; unless it is to be said as soon as somebody asks. */
function hides(sentence: string, { next }: Around): boolean {
  if (
    !test(
      sentence,
      `(?<!Y )N(?: (?:[a-z\\d']+|[QTEAHGU,])){0,6} [IY](?: (?:[a-z\\d']+|[IYKDGQ])){0,7} M|[IY](?: [a-z']+){0,2} N(?: [a-z']+)? (?:dass|dat|que|che|that|qu')(?: [a-zQ']+){1,5} M`,
    )
  )
    return false;
  const honest = / T /.test(sentence) || (/ Q /.test(next) && / T /.test(next));
  return !honest;
}

/** Deny it; say that you are no robot. */
function deniesIt(sentence: string): boolean {
  for (const { index } of sentence.matchAll(
    words(`D${near(6)} [MG]|[YP]${near(6)} N${near(4)} [MV]|Q${near(8)} M,? ?${near(4)} D`),
  ))
    if (
      !/ D (?:[a-z']+ ){0,2}N /.test(sentence) &&
      !isNegated(sentence, index) &&
      !/ N .* N /.test(sentence.slice(0, index + 30))
    )
      return true;
  return false;
}

/** `tell the person`, `say that a person will call`: no claim about who speaks. */
const ADDRESSEE = /^Y (?:to )?(?:the|der|dem|den|die|al|alla|a la|a|la|le|de|aan de) H$/;
const LATER =
  /^ (?:[a-z']+ )?(?:will|can|could|calls|is going|ruft|wird|zuruck\w*|kann|rappel\w*|va|peut|llamara|puede|devolvera|richiamera|puo|belt|zal|kan|terug\w*|sprechen|mochte|spricht)(?: |$)/;

/** Say, claim, pretend that you are a human; make them believe it. */
function claimsHuman(sentence: string): boolean {
  for (const { 0: found, index } of sentence.matchAll(words(`[YPT]${near(9)} H`)))
    if (
      !isNegated(sentence, index) &&
      !/ [NM] /.test(found) &&
      !ADDRESSEE.test(found) &&
      !LATER.test(sentence.slice(index + found.length)) &&
      !/ T /.test(sentence.slice(index + found.length))
    )
      return true;
  return false;
}

/** A question whether it is a machine, and an answer that says no or none at all. */
function answersNo(sentence: string, { previous }: Around): boolean {
  const asked = / Q .*M /.test(`${sentence} `)
    ? sentence
    : / Q .*M /.test(`${previous} `)
      ? previous
      : null;
  if (asked === null) return false;
  const answer = asked === sentence ? sentence.slice(sentence.lastIndexOf(' M ')) : sentence;
  if (/ T /.test(answer)) return false;
  if (/ E /.test(answer)) return true;
  return / (?:Y )?(?:U )?(?:[a-z]+ ,? ?){0,3}N [,.?]/.test(answer) && !/ N Y /.test(answer);
}

function keepsSecret(sentence: string): boolean {
  for (const { index } of sentence.matchAll(
    words(`K${near(8)} [MG]|[MG]${near(8)} K|E${near(8)} M`),
  ))
    if (!isNegated(sentence, index)) return true;
  return false;
}

const isNegated = (sentence: string, index: number): boolean =>
  / N(?: [a-z']+){0,3} ?$/.test(sentence.slice(0, index)) ||
  /(?:forbidden|verboten|interdit|prohibido|vietato|verboden)(?: [a-z']+){0,3} ?$/.test(
    sentence.slice(0, index),
  );
