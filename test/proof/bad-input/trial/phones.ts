import type { Dice } from '../../sim/draw/dice.ts';
import { inScript, ZEROS } from './digits.ts';

/** A fictional number and the country whose people write it without its code. */
export interface Fictional {
  readonly country: string;
  readonly code: string;
  readonly national: string;
  /** What its country writes before it at home. */
  readonly trunk: string;
}

export const CODES: ReadonlyMap<string, string> = new Map([
  ['US', '1'],
  ['GB', '44'],
  ['AU', '61'],
  ['FR', '33'],
  ['DE', '49'],
]);

const AREAS = ['202', '212', '303', '312', '404', '503', '602', '713', '808', '907'];

export function aFictional(dice: Dice): Fictional {
  const of = (country: string, national: string): Fictional => ({
    country,
    code: CODES.get(country) ?? '',
    national,
    trunk: country === 'US' ? '' : '0',
  });
  const last = (from: number, to: number, width: number): string =>
    String(dice.whole(from, to)).padStart(width, '0');
  switch (dice.whole(1, 8)) {
    case 1:
      return of('GB', `207946${last(0, 999, 4)}`);
    case 2:
      return of('GB', `7700900${last(0, 999, 3)}`);
    case 3:
      return of('AU', `4915701${last(56, 59, 2)}`);
    case 4:
      return of('FR', `63998${last(0, 9999, 4)}`);
    case 5:
      return of('DE', `3023125${last(0, 999, 3)}`);
    default:
      return of('US', `${dice.pick(AREAS)}555${last(100, 199, 4)}`);
  }
}

export const e164Of = ({ code, national }: Fictional): string => `+${code}${national}`;

/** A phone cell as the generator wrote it. */
export interface PhoneCell {
  readonly text: string;
  /** The only number that it can mean, whatever the campaign says; null: a person has to look. */
  readonly sure: string | null;
}

type Notation = (number: Fictional, dice: Dice) => string;

/** Nobody can read anything else in these. */
const SURE: readonly Notation[] = [
  e164Of,
  e164Of,
  ({ code, national }) => `+${code} ${national}`,
  ({ code, national }) => `+${code}-${national.slice(0, 3)}-${national.slice(3)}`,
  ({ code, national }) => `+${code} (${national.slice(0, 3)}) ${national.slice(3)}`,
  ({ code, national }) => `(+${code}) ${national}`,
  ({ code, national }) => `+${code}\u00a0${national.slice(0, 4)}\u2011${national.slice(4)}`,
  (number) => ` ${e164Of(number)}\t`,
  (number) => `tel:${e164Of(number)}`,
  (number) => `'${e164Of(number)}`,
  (number) => `="${e164Of(number)}"`,
  (number) => `\u202a${e164Of(number)}\u202c`,
  (number) => e164Of(number).split('').join('\u200b'),
  (number, dice) => inScript(e164Of(number), dice.pick(ZEROS)),
  (number, dice) => inScript(e164Of(number), dice.pick(ZEROS)).replace('+', '\uff0b'),
  (number, dice) => e164Of(number).replace(/\d/g, (digit) => inScript(digit, dice.pick(ZEROS))),
];

/** What these mean depends on the country, on the campaign, or on nobody. */
const DOUBTFUL: readonly Notation[] = [
  ({ trunk, national }) => `${trunk}${national}`,
  ({ trunk, national }) => `(${trunk}${national.slice(0, 3)}) ${national.slice(3)}`,
  ({ national }) => national,
  ({ code, national }) => `${code}${national}`,
  ({ code, national }) => `00${code}${national}`,
  ({ code, national }) => `011 ${code} ${national}`,
  ({ code, national }) => `+${code} (0)${national}`,
  ({ code, national }) => `++${code}${national}`,
  ({ code, national }) => `-${code}${national}`,
  ({ code, national }) => `${code}${national}.0`,
  ({ code, national }) => Number(`${code}${national}`).toExponential(5).replace('e', 'E'),
  (number, dice) =>
    `${e164Of(number)}${dice.pick([' x12', ' ext. 7', ';ext=99', '#4', ' poste 3'])}`,
  (number, dice) =>
    `${e164Of(number)}${dice.pick([' / ', ', ', ';', '\n', ' or ', ''])}${e164Of(aFictional(dice))}`,
  (number) => `call ${e164Of(number)} after six`,
  (number) => `Ada: ${number.trunk}${number.national} (mobile)`,
  (number) => `${e164Of(number)}²`,
  (number) => e164Of(number).replace(/\d$/, '①'),
  (number) => e164Of(number).replace(/\d/g, '$&\u20e3'),
  (number, dice) =>
    e164Of(number).replace(
      /(.{6})/,
      `$1${dice.pick(['\u0007', '\u001b[31m', '\u0085', '\u2028', '\u0301', '\u202e'])}`,
    ),
  (number) => [...e164Of(number)].reverse().join(''),
  (number) => `\u202e${[...e164Of(number)].reverse().join('')}\u202c`,
  ({ code, national }) => `${code}${national}000123`,
  ({ national }) => `ID-${national}`,
  ({ code, national }) => `+${code}${national.slice(0, -1)}`,
  ({ code, national }) => `+${code}${national}${national}`,
  ({ code }) => `+${code}`,
  (number) => `=HYPERLINK("tel:${e164Of(number)}")`,
  (number) => `=cmd|'/c calc'!${e164Of(number)}`,
];

const NO_NUMBER: readonly string[] = [
  ...['', ' ', '-', 'n/a', '#N/A', 'NULL', 'undefined', 'none', '0', '+', '911', '112', '12345'],
  ...['__proto__', 'constructor', '\ufeff', '\u202e', '\u200b', '1e400', 'Infinity', '0x1F', '१२३'],
  ...['+999999999999', '+1 900 555 0100', '+0000000000', '٪', '½ ¼', 'ⅩⅩ', '+1202555019\ud83d'],
];

export function aPhoneCell(dice: Dice): PhoneCell {
  const number = aFictional(dice);
  if (dice.happens(0.6)) return { text: dice.pick(SURE)(number, dice), sure: e164Of(number) };
  if (dice.happens(0.75)) return { text: dice.pick(DOUBTFUL)(number, dice), sure: null };
  return { text: dice.pick(NO_NUMBER), sure: null };
}
