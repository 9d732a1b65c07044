import { SPOKEN_FIELDS } from '../../../domain/campaign/assistant.ts';
import { plainText } from '../../../domain/text/privacy.ts';
import type { RenderedSample } from '../../../domain/report/rendered.ts';
import { number } from '../../terminal/words.ts';
import { wrapped } from './wrapped.ts';

/** Of one text, letters that are shown. */
const LETTERS_SHOWN = 1_000;
const FIELD_WIDTH = Math.max(...SPOKEN_FIELDS.map((field) => field.length));

/** What the first people would be called with. */
export function sampleLines(samples: readonly RenderedSample[]): string[] {
  return samples.flatMap(({ line, number: masked, name, texts }) => {
    if (texts.length === 0) return [];
    const who = [`row ${line}`, masked, ...(name === null ? [] : [plainText(name)])].join(', ');
    return [
      `as filled in for ${who}`,
      ...texts.flatMap(({ field, text }) => textLines(field, text)),
    ];
  });
}

function textLines(field: string, text: string): string[] {
  const letters = [...text.trim()];
  const left = letters.length - LETTERS_SHOWN;
  const shown = letters.slice(0, LETTERS_SHOWN).join('');
  const more = left > 0 ? `… and ${number(left)} more characters` : '';
  const [first = '', ...others] = `${shown}${more}`.split('\n').map(plainText);
  return [
    ...wrapped(`  ${field.padEnd(FIELD_WIDTH)}  `, first),
    ...others.flatMap((line) => wrapped(' '.repeat(FIELD_WIDTH + 4), line)),
  ];
}
