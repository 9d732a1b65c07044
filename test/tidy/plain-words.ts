import type { Rule } from './rule.ts';
import { isIn, type Source } from './source.ts';

/** Old or bookish words that made people stop while reading, and what to write instead. */
const OLD: ReadonlyMap<RegExp, string> = new Map([
  [/(?<!`)\bmend(s|ed|ing|ings)?\b(?!:)/i, 'fix'],
  [/\bwho(so)?ever\b/i, 'anyone who, everybody who'],
  [/\b(herein|thereof|thereto|hereby|wherein|whereupon)\b/i, 'a sentence without it'],
]);

export const oldWordsIn = (text: string): string[] =>
  [...OLD].flatMap(([word, instead]) => {
    const found = word.exec(text);
    return found === null ? [] : [`"${found[0]}": write ${instead}`];
  });

const oldWordsOf = (source: Source): string[] =>
  source.text
    .split('\n')
    .flatMap((line, at) => oldWordsIn(line).map((said) => `${source.path}:${at + 1}: ${said}`));

/** Holds of every screen text, help, comment and name of the program. A JSON field that exists keeps its name. */
export const plainWords: Rule = {
  name: 'the words are those of today',
  check: ({ sources }) =>
    sources.filter((source) => isIn(source, 'src', 'data')).flatMap(oldWordsOf),
  breaks: [
    { 'src/cli/a.ts': `const hint = '${'me' + 'nd'} the row';` },
    { 'src/domain/a.ts': `/** How it is ${'me' + 'nded'}. */` },
    { 'src/app/a.ts': `// ${'Who' + 'ever'} waits is told.` },
    { 'data/generate/a.ts': `// The rules ${'there' + 'of'}.` },
  ],
  keeps: [
    { 'src/cli/a.ts': `const command = 'we recommend it'; // How to fix it.` },
    { 'src/cli/a.ts': '/** `mend` is an old field. */ const json = { mend: 1 };' },
  ],
};
