import iconv from 'iconv-lite';

/** A list as a program exports it, and what `check` has to find in it. */
export interface Exported {
  /** What it is modelled on. */
  readonly from: string;
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly prompt?: string;
  readonly args?: readonly string[];
  readonly wants: Wants;
}

export interface Wants {
  readonly people?: number;
  /** The codes of the warnings. */
  readonly odd?: readonly string[];
  /** In what is written to either stream. */
  readonly says?: readonly string[];
  /** In none of it. */
  readonly never?: readonly string[];
}

const text = (...lines: string[]): string => `${lines.join('\n')}\n`;

const utf8 = (...lines: string[]): Uint8Array => new TextEncoder().encode(text(...lines));

const coded = (encoding: string, ...lines: string[]): Uint8Array =>
  new Uint8Array(iconv.encode(text(...lines), encoding));

/** UTF-8 in which `~xx` is a byte of its own. */
const spoilt = (...lines: string[]): Uint8Array =>
  Uint8Array.from(
    text(...lines)
      .split(/(~[0-9a-f]{2})/)
      .flatMap((piece) =>
        /^~[0-9a-f]{2}$/.test(piece)
          ? [Number.parseInt(piece.slice(1), 16)]
          : [...new TextEncoder().encode(piece)],
      ),
  );

const assumed = (...samples: string[]): Wants => ({
  people: 2,
  odd: ['encoding_assumed'],
  says: ['--encoding', 'encoding:', ...samples],
});

const named = (from: string, encoding: string, [one, two]: [string, string]): Exported => ({
  from,
  bytes: coded(encoding, 'phone,first_name', `+12085550123,${one}`, `+12085550124,${two}`),
  args: ['--encoding', encoding],
  wants: { people: 2, odd: [], says: [one, two] },
});

const unnamed = (exported: Exported, ...samples: string[]): Exported => ({
  from: exported.from,
  bytes: exported.bytes,
  wants: assumed(...samples),
});

const SHIFT_JIS = named('a Japanese address book, as Shift-JIS', 'shift_jis', ['花子', '太郎']);
const GBK = named('WPS on Chinese Windows, as GBK', 'gbk', ['王伟', '李娜']);
const CYRILLIC = named('1C on Russian Windows, as Windows-1251', 'windows-1251', ['Иван', 'Ольга']);
const MAC = named('Excel for Mac as "CSV (Macintosh)"', 'macintosh', ['Ren\u00e9e', 'J\u00fcrgen']);
const BIG5 = named('a Taiwanese customer system, as Big5', 'big5', ['美麗', '志明']);
const POLISH = named('a Polish accounting program, as Windows-1250', 'windows-1250', [
  'Łucja',
  'Żaneta',
]);

/** The case, then five more. */
export const NAMED = [SHIFT_JIS, GBK, CYRILLIC, MAC, BIG5, POLISH];

export const UNNAMED = [
  unnamed(SHIFT_JIS, 'row 2 says "‰ÔŽq"', 'row 3'),
  unnamed(GBK, 'row 2 says "ÍõÎ°"', 'row 3'),
  unnamed(CYRILLIC, 'row 2 says "Èâàí"', 'row 3'),
  unnamed(MAC, 'row 2 says "RenŽe"', 'row 3'),
  unnamed(BIG5, 'row 2', 'row 3'),
  unnamed(POLISH, 'row 2', 'row 3'),
];

const stray = (people: number, ...says: string[]): Wants => ({
  people,
  odd: ['stray_bytes'],
  says,
});

export const STRAY: readonly Exported[] = [
  {
    from: 'the case: one byte of Latin-1',
    bytes: spoilt('phone,first_name', '+33639981234,Renée', '+33639981235,Zo~e9'),
    wants: { ...stray(2, 'Renée', 'row 3 says "Zoé"'), never: ['RenÃ©e'] },
  },
  {
    from: 'a HubSpot export with a row added by an old editor',
    bytes: spoilt('Phone Number,First Name', '+12085550123,Zoë', '+12085550124,O~92Neil'),
    prompt: 'You call {{first_name}}.',
    wants: { ...stray(2, 'Zoë', 'row 3 says "O’Neil"'), never: ['ZoÃ«'] },
  },
  {
    from: 'a Zoho export that cuts names at a number of bytes',
    bytes: spoilt('Mobile,first_name', '+12085550123,Müller', '+12085550124,Andr~c3'),
    wants: { ...stray(2, 'Müller', 'row 3'), never: ['MÃ¼ller'] },
  },
  {
    from: 'a Mailchimp audience with a name pasted from Latin-1',
    bytes: spoilt(
      'phone,first_name',
      '+12085550123,Jörg',
      '+12085550124,Bj~f6rn',
      '+12085550125,Åsa',
    ),
    wants: stray(3, 'Jörg', 'row 3 says "Björn"'),
  },
  {
    from: 'a Salesforce report with its mark, and a hard space of Windows',
    bytes: spoilt('\ufeffphone,first_name', '+12085550123,Ana~a0Luz', '+12085550124,José'),
    wants: stray(2, 'row 2 says "Ana'),
  },
  {
    from: 'a Chinese shop system, in UTF-8 with one broken name',
    bytes: spoilt(
      'phone,first_name',
      '+12085550123,王伟',
      '+12085550124,李娜',
      '+12085550125,A~e9',
    ),
    wants: stray(3, '王伟', 'row 4 says "Aé"'),
  },
];

const filled = (people: number): Wants => ({ people, odd: ['cells_filled'] });

export const SHORT_ROWS: readonly Exported[] = [
  {
    from: 'the case: Outlook',
    bytes: utf8(
      'phone,first_name,company,notes',
      '+12085550123,Ana,Acme,vip',
      '+12085550124,Bo,Acme',
      '+12085550125,Cy',
    ),
    wants: filled(3),
  },
  {
    from: 'Excel, which leaves out delimiters of later rows',
    bytes: utf8(
      'first_name;phone;city;street',
      'Ana;+12085550123;Boise;Main',
      'Bo;+12085550124',
      'Cy;+12085550125;Boise',
    ),
    wants: filled(3),
  },
  {
    from: 'a TSV of Google Sheets without its empty end',
    bytes: utf8('phone\tfirst_name\tlast_name', '+12085550123\tAna\tLuz', '+12085550124\tBo'),
    wants: filled(2),
  },
  {
    from: 'a Pipedrive list with the owner last',
    bytes: utf8(
      'first_name,phone,organization,owner',
      'Ana,+12085550123,Acme,Kim',
      'Bo,+12085550124,Acme',
      'Cy,+12085550125',
    ),
    wants: filled(3),
  },
  {
    from: 'an address book of a telephone system, with pipes',
    bytes: utf8('phone|first_name|room|memo', '+12085550123|Ana|12|x', '+12085550124|Bo|14'),
    wants: filled(2),
  },
  {
    from: 'a booking program with quotes around everything',
    bytes: utf8(
      '"phone","first_name","service","comment"',
      '"+12085550123","Ana","cut","-1"',
      '"+12085550124","Bo","cut"',
    ),
    wants: filled(2),
  },
];

const dropped = (people: number): Wants => ({ people, odd: ['cells_dropped'] });

export const TRAILING: readonly Exported[] = [
  {
    from: 'the case: a delimiter at the end of each row',
    bytes: utf8('phone,first_name', '+12085550123,Ana,', '+12085550124,Bo,'),
    wants: dropped(2),
  },
  {
    from: 'a German ERP with a semicolon at the end',
    bytes: utf8('phone;first_name', '+12085550123;Ana;', '+12085550124;Bo;'),
    wants: dropped(2),
  },
  {
    from: 'Excel with cells that were cleared and not deleted',
    bytes: utf8('phone,first_name', '+12085550123,Ana,,,,', '+12085550124,Bo'),
    wants: dropped(2),
  },
  {
    from: 'a spreadsheet with spaces in a column beside the list',
    bytes: utf8('phone,first_name', '+12085550123,Ana,   ', '+12085550124,Bo'),
    wants: dropped(2),
  },
  {
    from: 'a report with tabs at the end',
    bytes: utf8('phone\tfirst_name', '+12085550123\tAna\t\t', '+12085550124\tBo\t\t'),
    wants: dropped(2),
  },
  {
    from: 'a program that quotes nothing at all',
    bytes: utf8('"phone","first_name"', '"+12085550123","Ana",""', '"+12085550124","Bo",""'),
    wants: dropped(2),
  },
];
