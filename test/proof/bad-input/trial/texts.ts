import type { Dice } from '../../sim/draw/dice.ts';
import { inScript, ZEROS } from './digits.ts';
import { aFictional, e164Of } from './phones.ts';

/** Words that a program may take for its own, or a spreadsheet for a formula, or a terminal for an order. */
const HOSTILE: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
  ],
  ...[
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '|cmd',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''=1",
  ],
  ...[
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://host.invalid")',
    '%0A=1',
    '\u0009@x',
    "'",
    "''",
    "'+1",
  ],
  ...[
    '\u001b[2J\u001b[1;1H',
    '\u001b]0;title\u0007',
    '\u0007\u0008\u007f',
    '\u009b31m',
    '\u0085',
    '\u2028\u2029',
  ],
  ...[
    '\u202egnp.exe',
    '\u2066abc\u2069',
    '\u200f\u200e',
    '\u200b\u2060\ufeff',
    'a\u0301\u0302\u0303\u0304',
  ],
  ...[
    '{{first_name}}',
    '{{',
    '}}',
    '${x}',
    '%s%n',
    '<script>alert(1)</script>',
    '&lt;',
    ']]>',
    '_x0007_',
  ],
  ...[
    "'; drop table contact; --",
    '" or 1=1',
    '\\',
    '\\n',
    '/etc/passwd',
    '../../x',
    'null',
    'NaN',
    'true',
  ],
  ...[
    '#REF!',
    '#N/A',
    '1,5',
    '1;5',
    'a|b',
    'a\tb',
    'a"b',
    '"',
    '""',
    '"a',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n',
    ' ',
  ],
  ...[
    '\ufffe',
    '\uffff',
    '\u{10ffff}',
    '\u{1f600}',
    '👩‍👩‍👧',
    'ﷺ',
    'ﬀ',
    '１２',
    '²',
    'İi',
    'ß',
    'ſ',
    'Ａ',
  ],
  ...[
    'call_state',
    'reached',
    'duplicate',
    'uncertain',
    'sep=;',
    'Ünïcødé',
    'Zoë',
    'Ярослав',
    '王小明',
    'שלום',
  ],
];

/** Only in UTF-16 can half a pair stand in a file. */
const LONE: readonly string[] = ['\ud83d', '\ude00', 'a\ud800b', '\udfff\ud800'];

export function aText(dice: Dice): string {
  switch (dice.whole(1, 10)) {
    case 1:
      return '';
    case 2:
    case 3:
    case 4:
    case 5:
      return dice.pick(HOSTILE);
    case 6:
      return dice.pick(HOSTILE) + dice.pick(HOSTILE);
    case 7:
      return inScript(String(dice.whole(0, 99_999)), dice.pick(ZEROS));
    case 8:
      return e164Of(aFictional(dice));
    case 9:
      return Array.from({ length: dice.whole(1, 12) }, () => aCharacter(dice)).join('');
    default:
      return dice.pick(['Ada', 'Bruno', 'Chiara', 'Dario', 'Edith']);
  }
}

export const aLoneSurrogate = (dice: Dice): string => dice.pick(LONE);

/** Any character but NUL, which no text file may hold, and surrogates. */
function aCharacter(dice: Dice): string {
  const code = dice.spread(1, 0x10ffff);
  return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCodePoint(code);
}

/** As in Western European files of old: letters of Latin-1, never two of them side by side. */
export const westernOf = (text: string, dice: Dice): string =>
  text
    .replace(/[^\u0001-\u007e]/gu, () => `${dice.pick([...'éèüöäßñçåÅØ£§'])}x`)
    .replaceAll('"', '');

const ROLES: Readonly<Record<string, readonly string[]>> = {
  first_name: ['Ada', 'Bruno', 'Chiara'],
  timezone: ['', 'America/New_York', 'Europe/Berlin'],
  state: ['', '', 'NY'],
  postal_code: ['', '', '10001'],
  priority: ['', '1', '-3'],
  scheduled_at: ['', '', '2030-01-01'],
  consent_at: ['', '2026-01-01'],
  external_id: ['', 'P-1', '2025550143001'],
  country: ['', '', 'US', 'GB', 'Germany', 'United Kingdom'],
};

export const ROLE_HEADERS = Object.keys(ROLES);

/** A cell of a column that has a part to play, as its owner should have filled it. */
export const aFitting = (header: string, dice: Dice): string => dice.pick(ROLES[header] ?? ['x']);

const BAD_HEADERS: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    '',
    ' ',
    '=1+1',
  ],
  ...[
    '@x',
    '+1',
    'call_notes',
    'call_reason',
    'output.mood',
    "'call_notes",
    'metadata.x',
    'meta_y',
    'a,b',
    'a;b',
  ],
  ...[
    'a\tb',
    'a|b',
    'a"b',
    'a\nb',
    '\u202eeman',
    '\u001b[31mred',
    '１２',
    '٣',
    'Имя',
    '名前',
    'é',
    'e\u0301',
  ],
  ...[
    '{{x}}',
    'order_key',
    'campaign_order_key',
    'metadata.campaign_order_key',
    'first name',
    'First-Name',
  ],
];

export const aBadHeader = (dice: Dice): string => dice.pick(BAD_HEADERS);
