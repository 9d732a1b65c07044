/** A key that is shorter is also a part of common words, such as `any` of `too_many_calls`. */
const SHORT_KEY = 12;

/** The sets of characters that mean something in a pattern. */
const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

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
 * Hides a key in every spelling in which an answer may repeat it: `sk\/1`, `sk\u002f1`, `sk%2F1`, `sk&#47;1`. A short
 * one is hidden as a word of its own alone, or other words would lose letters.
 */
export function secretHider(key: string): (text: string) => string {
  const spelt = [...key].map(spellingsOf).join('');
  const whole = `(?<![\\p{L}\\p{N}_])${spelt}(?![\\p{L}\\p{N}_])`;
  const pattern = new RegExp(key.length < SHORT_KEY ? whole : spelt, 'gu');
  return (text) => text.replace(pattern, '•••');
}
