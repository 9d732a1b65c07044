/** Words of this length may be part of another word; a real key is no word. */
const MAY_BE_A_WORD = 7;

/** The sets of characters that mean something in a pattern. */
const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Digits of a code, its letters in either case. */
const inEitherCase = (code: string): string =>
  code.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** One character as it is, or as JSON, a URL or HTML may spell it, escaped again any few times. */
function spellingsOf(char: string): string {
  const code = char.charCodeAt(0);
  const hex = inEitherCase(code.toString(16).padStart(2, '0'));
  const spellings = [
    `\\\\{0,8}${literal(char)}`,
    `\\\\{1,8}(?:u00|x)${hex}`,
    `%(?:25){0,4}${hex}`,
    `&(?:amp;){0,4}#(?:[xX]0{0,6}${hex}|0{0,6}${code});?`,
  ];
  return `(?:${spellings.join('|')})`;
}

/**
 * A secret in every spelling in which an answer may repeat it: `sk\/1`, `sk\u002f1`, `sk%2F1`, `sk&#47;1`. A short one
 * is looked for as a word alone, or it would be found in the middle of others.
 */
export function spellingsOfSecret(secret: string): RegExp {
  const spelt = [...secret].map(spellingsOf).join('');
  const isWord = secret.length <= MAY_BE_A_WORD;
  return new RegExp(isWord ? `(?<![\\w-])${spelt}(?![\\w-])` : spelt, 'g');
}
