import { inScript } from '../bad-input/trial/digits.ts';

/** The key and four people's numbers, and how an answer may spell them. */

export const KEY = 'sk_ca/nary+4b1f0c5e=9d3a.7712-end9';

/** One phone as its country writes it. */
export interface Phone {
  readonly e164: string;
  /** With the zero that is dialled at home, if there is one, in its groups. */
  readonly home: string;
}

export const PHONES: readonly Phone[] = [
  { e164: '+12025550143', home: '202 555 0143' },
  { e164: '+447700900143', home: '07700 900 143' },
  { e164: '+33639980143', home: '06 39 98 01 43' },
  { e164: '+4520123456', home: '20 12 34 56' },
];

type Spelling = readonly [name: string, spell: (text: string) => string];

const code = (char: string): number => char.charCodeAt(0);
const hex = (char: string): string => code(char).toString(16).padStart(2, '0');
const each = (text: string, spell: (char: string) => string): string =>
  [...text].map(spell).join('');
const odd = (text: string, spell: (char: string) => string): string =>
  each(text, (char) => (/[A-Za-z0-9]/.test(char) ? char : spell(char)));
const wide = (text: string): string =>
  each(text, (char) => (/[!-~]/.test(char) ? String.fromCharCode(code(char) + 0xfee0) : char));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const inside = (text: string, what: string): string => text.slice(0, 7) + what + text.slice(7);

/** What programs make of any text on its way into an answer. */
const ESCAPED: readonly Spelling[] = [
  ['as it is', (text) => text],
  ['quoted', (text) => `"${text}"`],
  ['glued to letters', (text) => `x${text}y`],
  ['glued to a name', (text) => `user_${text}_failed`],
  ['as a parameter', (text) => `?id=${text}&a=1`],
  ['in JSON', (text) => JSON.stringify({ value: text })],
  ['in JSON in JSON', (text) => JSON.stringify(JSON.stringify({ value: text }))],
  ['with \\/', (text) => text.replaceAll('/', '\\/')],
  ['odd ones as \\u', (text) => odd(text, (char) => `\\u00${hex(char)}`)],
  ['odd ones as \\u in capitals', (text) => odd(text, (char) => `\\u00${hex(char).toUpperCase()}`)],
  ['each as \\u', (text) => each(text, (char) => `\\u00${hex(char)}`)],
  ['each as \\u, escaped again', (text) => each(text, (char) => `\\\\u00${hex(char)}`)],
  ['each as \\u{}', (text) => each(text, (char) => `\\u{${hex(char)}}`)],
  ['each as \\x', (text) => each(text, (char) => `\\x${hex(char)}`)],
  ['in a URL', encodeURIComponent],
  ['in a URL, in small letters', (text) => odd(text, (char) => `%${hex(char)}`)],
  ['in a URL in a URL', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['in a URL thrice', (text) => each(text, (char) => `%2525${hex(char)}`)],
  ['each as a percent', (text) => each(text, (char) => `%${hex(char)}`)],
  ['as \\u in a URL', (text) => encodeURIComponent(each(text, (char) => `\\u00${hex(char)}`))],
  ['in a form', (text) => new URLSearchParams({ id: text }).toString()],
  ['in HTML by number', (text) => each(text, (char) => `&#${code(char)};`)],
  ['in HTML by long number', (text) => each(text, (char) => `&#0${code(char)};`)],
  ['in HTML by hex number', (text) => each(text, (char) => `&#x${hex(char)};`)],
  ['in HTML by capital hex', (text) => each(text, (char) => `&#X${hex(char).toUpperCase()};`)],
  ['in HTML, escaped again', (text) => each(text, (char) => `&amp;#${code(char)};`)],
  ['in HTML, odd ones by number', (text) => odd(text, (char) => `&#${code(char)};`)],
  ['half bold in HTML', (text) => `<b>${inside(text, '</b>')}`],
  ['in wide letters', wide],
  ['in wide letters in a URL', (text) => encodeURIComponent(wide(text))],
  ['with a zero width space', (text) => inside(text, '\u200b')],
  ['with a soft hyphen', (text) => inside(text, '\u00ad')],
  ['with a direction mark', (text) => `\u202a${inside(text, '\u200e')}\u202c`],
  ['with a joiner as \\u', (text) => inside(text, '\\u2060')],
  ['with a byte order mark', (text) => `\ufeff${inside(text, '\ufeff')}`],
  ['coloured', (text) => `\u001b[31m${inside(text, '\u001b[0m')}`],
  ['with zero bytes', (text) => each(text, (char) => `${char}\u0000`)],
  ['in mail', (text) => inside(text, '=\r\n')],
  ['in mail, a sign as hex', (text) => text.replaceAll('+', '=2B').replaceAll('/', '=2F')],
];

const KEY_ALONE: readonly Spelling[] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['as a bearer', (text) => `Authorization: Bearer ${text}`],
  ['without its end', (text) => text.slice(0, -1)],
  ['without its last five', (text) => `"token":"${text.slice(0, -5)}`],
  ['over two lines', (text) => inside(text, '\r\n  ')],
  ['over two lines in JSON', (text) => inside(text, '\\n')],
  ['in HTML by name', (text) => text.replaceAll('/', '&sol;').replaceAll('_', '&lowbar;')],
  ['in Base64', base64],
  ['in Base64 after one letter', (text) => base64(`:${text}`)],
  ['in Base64 after two letters', (text) => base64(`u:${text}@host`)],
  ['in Base64 for a URL', (text) => Buffer.from(`a:${text}`).toString('base64url')],
  ['in Base64 in a URL', (text) => encodeURIComponent(base64(`user:${text}`))],
  ['in Base64 in JSON', (text) => base64(`a:${text}`).replaceAll('/', '\\/')],
  ['in hex', (text) => Buffer.from(text).toString('hex')],
  ['in capital hex', (text) => Buffer.from(text).toString('hex').toUpperCase()],
];

export const KEYS: readonly (readonly [string, string])[] = [...ESCAPED, ...KEY_ALONE].map(
  ([name, spell]) => [name, spell(KEY)],
);

/** Between the groups of a number. */
const SIGNS = [
  ...[' ', '  ', '-', ' - ', '.', '/', ' / ', '\\/', '·', '•', '_', '+', '|', '*', ')(', ") '"],
  ...['\t', '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '\u200b', '\u2060', '\u00ad'],
  ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uff0d', '\u200f-\u200e'],
  ...['%20', '%2520', '%C2%A0', '%2D', '+', '&nbsp;', '&#160;', '&#xa0;', '&amp;nbsp;', '&ndash;'],
  ...['\\u0020', '\\u00a0', '\\u2011', '\\n', '<br>', '</td><td>', '=20', '\u001b[0m'],
];
const SCRIPTS = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1d7ce, 0x1d7f6];
const AROUND: readonly Spelling[] = [
  ['after tel', (text) => `tel${text}x`],
  ['as a tel: URI', (text) => `tel:${text};ext=7`],
  ['as a sip: URI', (text) => `sip:${text}@trunk`],
  ['after a column', (text) => `row 3:${text}`],
  ['after one', (text) => `1.${text}`],
  ['with .0', (text) => `${text}.0`],
  ['before s', (text) => `${text}s`],
  ['before ms', (text) => `${text} ms`],
  ['twice', (text) => `${text} ${text}`],
  ['after a time', (text) => `12:00:30 ${text}`],
  ['after a date', (text) => `2026-11-28 ${text}`],
];

function spellingsOf({ e164, home }: Phone): [string, string][] {
  const digits = e164.slice(1);
  const plain = home.replaceAll(' ', '');
  const [first = '', ...rest] = home.split(' ');
  const found: [string, string][] = [
    ['digits', digits],
    ['00', `00${digits}`],
    ['011', `011 ${digits}`],
    ['at home', plain],
    ['in parentheses', `(${first}) ${rest.join(' ')}`],
    ['in square brackets', `[${first}] ${rest.join('-')}`],
    ['one by one', [...plain].join(' ')],
    ['one by one with dashes', [...digits].join('-')],
    [
      'circled',
      each(plain, (char) => (char === '0' ? '⓪' : String.fromCharCode(0x2460 + Number(char) - 1))),
    ],
    [
      'with the country',
      `+${digits.slice(0, -plain.replace(/^0/, '').length)} (0)${plain.replace(/^0/, '')}`,
    ],
  ];
  for (const sign of SIGNS)
    found.push([`with ${JSON.stringify(sign)}`, home.replaceAll(' ', sign)]);
  for (const zero of SCRIPTS) {
    found.push([`in digits from ${zero.toString(16)}`, inScript(e164, zero)]);
    found.push([`at home from ${zero.toString(16)}`, inScript(home, zero)]);
  }
  for (const [name, spell] of ESCAPED) {
    found.push([name, spell(e164)], [`at home ${name}`, spell(plain)]);
    found.push([`grouped ${name}`, spell(home)]);
  }
  for (const [name, spell] of AROUND) found.push([name, spell(plain)], [`+ ${name}`, spell(e164)]);
  return found.map(([name, text]) => [`${e164} ${name}`, text]);
}

export const NUMBERS: readonly (readonly [string, string])[] = PHONES.flatMap(spellingsOf);
