import type { Exported, Wants } from './exports.ts';

const utf8 = (...lines: string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\n')}\n`);

const nameless = (from: string, ...words: string[]): Exported => ({
  from,
  bytes: utf8('phone,first_name', ...words.map((word, at) => `+1208555012${at},${word}`)),
  wants: {
    people: words.length,
    odd: ['empty_word'],
    says: ['Clear the cell', `"count":${words.length}`],
  },
});

export const NULL_NAMES: readonly Exported[] = [
  nameless('the case', 'NULL', 'N/A', 'undefined', '-'),
  nameless('a dump of MySQL', '\\N', 'NULL'),
  nameless('a table of pandas', 'nan', 'None'),
  nameless('a pivot table of Excel', '(blank)', '(empty)'),
  nameless('German, French and Spanish forms', 'k.A.', 'n.d.', 's/d'),
  nameless('a report of Salesforce or SAP', '-', '#', '--'),
];

const written = (
  from: string,
  [header, prompt]: [string, string],
  ...says: string[]
): Exported => ({
  from,
  prompt,
  bytes: utf8(`phone,${header}`, '+12085550123,Ana'),
  wants: { people: 1, odd: ['placeholder_unread'], says: [...says, 'in its place'] },
});

export const BRACES: readonly Exported[] = [
  written(
    'the case',
    ['first_name', 'Say hi to {first_name} and [first_name].'],
    '{first_name} and [first_name]',
  ),
  written('Mailchimp', ['First Name', 'Say hi to *|FIRST_NAME|*.'], '*|FIRST_NAME|*'),
  written('a letter of Word', ['First Name', 'Say hi to «First_Name».'], '«First_Name»'),
  written('Salesforce', ['FirstName', 'Say hi to {!Contact.FirstName}.'], '{!Contact.FirstName}'),
  written('ActiveCampaign', ['firstname', 'Say hi to %FIRSTNAME%.'], '%FIRSTNAME%'),
  written(
    'Constant Contact and GetResponse',
    ['First Name', 'Say hi to [[firstname]].'],
    '[[firstname]]',
  ),
];

const called = (from: string, what: string, ...lines: string[]): Exported => ({
  from,
  bytes: utf8(...lines),
  wants: { says: [what] },
});

export const NO_TABLES: readonly Exported[] = [
  called(
    'the case: a web API',
    'is JSON',
    '[',
    '  {"phone":"+12085550123","first_name":"Ana"}',
    ']',
  ),
  called(
    'a log of an API, an object a line',
    'is JSON',
    '{"phone":"+12085550123","name":"Ana"}',
    '{"phone":"+12085550124","name":"Bo"}',
  ),
  called(
    'Contacts of Apple',
    'vCard',
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Ana',
    'TEL:+12085550123',
    'END:VCARD',
  ),
  called(
    'a report whose .xls is a web page',
    'is a web page',
    '<html><body><table>',
    '<tr><td>phone</td></tr>',
    '</table></body></html>',
  ),
  called(
    'Excel 2003',
    'as XML',
    '<?xml version="1.0"?>',
    '<?mso-application progid="Excel.Sheet"?>',
    '<Workbook></Workbook>',
  ),
  called(
    'a report of Salesforce with its title',
    'lines above its header: the names of the columns are in row 4',
    'Contacts of the north',
    '"As of 2026-11-01"',
    '',
    'Phone,First Name,City',
    '+12085550123,Ana,Boise',
  ),
];

const reached: Wants = { people: 1 };

const headed = (from: string, [header, row]: [string, string], wants = reached): Exported => ({
  from,
  bytes: utf8(header, row),
  prompt: 'You call and ask.',
  wants,
});

export const HEADERS: readonly Exported[] = [
  headed('the case: a Spanish list', ['Nombre,Número de teléfono', 'Ana,+12085550123']),
  headed('Google Contacts in French', ['Nom,Téléphone 1 - Valeur', 'Ana,+12085550123']),
  headed('Outlook in German', ['Vorname,Mobiltelefon', 'Ana,+12085550123']),
  headed('HubSpot in Portuguese', ['Nome,Número de celular', 'Ana,+12085550123']),
  headed('Pipedrive in Italian', ['Nome,Persona - Telefono cellulare', 'Ana,+12085550123']),
  headed('Apple Numbers', ['Name,Phone (iPhone)', 'Ana,+12085550123']),
];

const hint = (column: string): Wants => ({ says: [`columns: { phone: "${column}" }`] });

/** Headers that say nothing of a phone: the hint names the column that has numbers. */
export const HINTS: readonly Exported[] = [
  headed('a list of members', ['Number of members,Contact', '12,+12085550123'], hint('Contact')),
  headed('a Czech list', ['Jmeno,Cislo', 'Ana,+12085550123'], hint('Cislo')),
  headed('a Turkish list', ['Numara adi,Iletisim', 'Ana,+12085550123'], hint('Iletisim')),
  headed('a list of rooms', ['Numbers,Extern', 'A,(208) 555-0123'], hint('Extern')),
  headed('a Hungarian list', ['Nember,Elerhetoseg', 'Ana,+12085550123'], hint('Elerhetoseg')),
];
