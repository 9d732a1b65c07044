import { describe, expect, it, test } from 'vitest';
import type { ColumnChoices } from '../../../../src/domain/campaign/schema/columns.ts';
import { ALIASES, ROLES, type Role } from '../../../../src/domain/contact/columns/aliases.ts';
import type { ColumnMap } from '../../../../src/domain/contact/columns/columns.ts';
import { columnsOf, mapped, type Wish } from '../setup.ts';

const indexOf: Readonly<Record<Role, (columns: ColumnMap) => number | null | undefined>> = {
  phone: (columns) => columns.phone,
  name: (columns) => columns.name[0],
  timezone: (columns) => columns.timezone,
  country: (columns) => columns.country,
  state: (columns) => columns.state,
  postal_code: (columns) => columns.postalCode,
  scheduled_at: (columns) => columns.scheduledAt,
  priority: (columns) => columns.priority,
  external_id: (columns) => columns.externalId,
  consent_at: (columns) => columns.consentAt,
  consent_source: (columns) => columns.consentSource,
  audience: (columns) => columns.audience,
};

describe('headers that are recognised', () => {
  for (const role of ROLES)
    for (const alias of ALIASES[role])
      it(`"${alias}" is the ${role}, however it is spelled`, () => {
        const spellings = [
          alias,
          alias.toUpperCase(),
          alias.replaceAll('_', ' '),
          alias.replaceAll('_', '-'),
          `\uFEFF ${alias}`,
        ];
        for (const header of spellings) {
          const headers = role === 'phone' ? ['note', header] : ['phone', header];
          expect(indexOf[role](columnsOf(headers))).toBe(1);
        }
      });

  // The phone headers of the products that people bring their files from.
  for (const header of ['to_phone_number', 'number', 'phone number', 'phone_number'])
    it(`"${header}" is a phone column`, () => expect(columnsOf([header]).phone).toBe(0));
  for (const header of ['contact_number', 'phone', 'mobile', 'cell', 'tel', 'to_number', 'phone1'])
    it(`"${header}" is a phone column`, () => expect(columnsOf([header]).phone).toBe(0));
  for (const header of ['phone_primary', 'msisdn'])
    it(`"${header}" is a phone column`, () => expect(columnsOf([header]).phone).toBe(0));

  it('the name is put together from first and last name when there is no other', () => {
    expect(columnsOf(['phone', 'last name', 'first name']).name).toEqual([2, 1]);
    expect(columnsOf(['phone', 'Surname']).name).toEqual([1]);
    expect(columnsOf(['phone', 'first_name', 'name']).name).toEqual([2]);
    expect(columnsOf(['phone']).name).toEqual([]);
  });

  it("a role's own name is taken before its aliases; the other stays a variable", () => {
    const columns = columnsOf(['phone', 'province', 'state', 'id', 'lead_id']);
    expect([columns.state, columns.externalId]).toEqual([2, 3]);
    expect([...columns.variables]).toEqual([
      ['province', 1],
      ['lead_id', 4],
    ]);
  });
});

describe('variables and metadata', () => {
  it('every other column is a variable, and the name is one too', () => {
    const columns = columnsOf(['phone', 'First Name', 'name', 'timezone', '', '#', 'constructor']);
    expect([...columns.variables]).toEqual([
      ['first_name', 1],
      ['name', 2],
      ['constructor', 6],
    ]);
  });

  it('metadata columns are known by their prefix or by the campaign file', () => {
    const headers = [
      'phone',
      'metadata.x',
      'meta_y',
      'meta.Last Visit',
      'metadata_z',
      'id',
      'zone',
    ];
    const columns = columnsOf(headers, { metadata: ['ID', 'zone'] });
    expect(Object.fromEntries(columns.metadata)).toEqual({
      id: 5,
      zone: 6,
      x: 1,
      y: 2,
      last_visit: 3,
      z: 4,
    });
    expect(columns.externalId).toBe(5);
    expect(columns.variables.size).toBe(0);
  });

  it('the campaign file names columns, leaves some out, and finds other spellings', () => {
    const headers = ['Tel', 'mobile', 'when', 'salutation', 'shop', 'secret'];
    const columns = columnsOf(headers, {
      phone: ['mobile'],
      scheduledAt: 'WHEN',
      variables: { title: 'salutation', tel: 'shop' },
      ignore: ['secret'],
      keyColumn: 'shop',
    });
    expect([columns.phone, columns.scheduledAt, columns.concurrencyKey]).toEqual([1, 2, 4]);
    expect(Object.fromEntries(columns.variables)).toEqual({ title: 3, tel: 4, Tel: 0 });
  });

  it('a placeholder is filled under its own spelling, by any column that is not left out', () => {
    const columns = columnsOf(['phone', 'First Name', 'zip', 'meta_plan'], {
      prompt: '{{FirstName}} {{zip}} {{phone}} {{meta_plan}} {{first_name}}',
    });
    expect(columns.required.map(({ name, index }) => [name, index])).toEqual([
      ['FirstName', 1],
      ['zip', 2],
      ['phone', 0],
      ['meta_plan', 3],
      ['first_name', 1],
    ]);
  });
});

describe('a file that comes back', () => {
  const headers = ['phone', 'call_notes', "'=x", 'call_contact', 'call_state', 'output.mood'];

  it('loses the result columns, and remembers where the rows say what became of them', () => {
    const columns = columnsOf(headers);
    expect([columns.fedBack, columns.callContact, columns.callState]).toEqual([true, 3, 4]);
    expect([...columns.variables.keys()]).toEqual(['call_notes', 'x']);
    expect(columns.headers[2]).toBe('=x');
  });

  it('keeps a result column that the campaign file names', () => {
    const columns = columnsOf(headers, {
      variables: { notes: 'call_notes' },
      prompt: '{{notes}}',
    });
    expect(columns.variables.get('notes')).toBe(1);
  });

  it('a column called call_… is an ordinary one in any other file', () => {
    const columns = columnsOf(['phone', 'call_notes', 'output.mood', "'=x"]);
    expect([columns.fedBack, columns.callContact, columns.callState]).toEqual([false, null, null]);
    expect([...columns.variables.keys()]).toEqual(['call_notes', 'output_mood', 'x']);
    expect(columns.headers[3]).toBe("'=x");
  });
});

const REFUSED: readonly [string, string[], Wish, string, string][] = [
  [
    'no phone column',
    ['name', 'phonne'],
    {},
    'No column is recognised as the phone number. The file has these columns: name, phonne.',
    'Call it "phone", or say in the campaign file which one it is: columns: { phone: "phonne" }.',
  ],
  [
    'I9 no header, so that a person is taken for it',
    ['Ada', '+1 (202) 555-0143'],
    {},
    'No column is recognised as the phone number, and the first line holds a number itself, as if it were a person. The file has these columns: Ada, +1•••••0143.',
    'Put a line above it that names the columns: phone, first_name and so on.',
  ],
  [
    'two phone columns',
    ['phone', 'name', 'Mobile'],
    {},
    '2 columns could be the phone: "phone" and "Mobile".',
    'Say in the campaign file which one is called: columns: { phone: "phone" }, or the first of them that is filled: columns: { phone: ["phone", "Mobile"] }.',
  ],
  [
    'two columns that decide when to call',
    ['phone', 'zip', 'postcode'],
    {},
    '2 columns could be the postal_code: "postcode" and "zip".',
    'Say in the campaign file which one it is: columns: { postal_code: "postcode" }.',
  ],
  [
    'a column that is not there',
    ['phone', 'Time Zone'],
    { timezone: 'timezome' },
    'columns.timezone names the column "timezome", which the file does not have.',
    'Did you mean "Time Zone"?',
  ],
  [
    'a key column that is like no other',
    ['phone', 'note'],
    { keyColumn: 'workshop' },
    'concurrency.key_column names the column "workshop", which the file does not have.',
    'The file has these columns: phone, note.',
  ],
  [
    'a variable whose column is not there',
    ['phone', 'note'],
    { variables: { x: 'note2' } },
    'columns.variables.x names the column "note2", which the file does not have.',
    'Did you mean "note"?',
  ],
  [
    'two columns for one variable',
    ['phone', 'First Name', 'first-name'],
    {},
    'The columns "First Name" and "first-name" would both become the variable "first_name".',
    'Rename one of them, or name it under columns.ignore.',
  ],
  [
    'two columns for one metadata key',
    ['phone', 'meta.x', 'metadata_x'],
    {},
    'The columns "meta.x" and "metadata_x" would both become the metadata "x".',
    'Rename "metadata_x", or name it under columns.ignore.',
  ],
  [
    "the order's own metadata key",
    ['phone', 'meta.campaign_order_key'],
    {},
    'The column "meta.campaign_order_key" would become the metadata "campaign_order_key", which every order uses for itself.',
    'Rename "meta.campaign_order_key", or name it under columns.ignore.',
  ],
  [
    'a placeholder without a column',
    ['phone', 'first_name'],
    { prompt: 'Hi {{fist_name}}' },
    'prompt uses {{fist_name}}, but no column has that name.',
    'Did you mean {{first_name}}? Otherwise add a column "fist_name".',
  ],
  [
    'a placeholder whose column is left out',
    ['phone', 'note'],
    { prompt: '{{note}}', ignore: ['note'] },
    'prompt uses {{note}}, but the column "note" is named under columns.ignore.',
    'Name the column under columns.variables: note, or remove the placeholder.',
  ],
];

describe('what would be a guess is refused with a remedy', () => {
  for (const [what, headers, wish, message, fix] of REFUSED)
    it(`refuses ${what}`, () => {
      expect(mapped(headers, wish)).toEqual({ ok: false, problems: [{ message, fix }] });
    });

  it('all problems are said at once', () => {
    const read = mapped(['name', 'x y', 'x-y'], { prompt: '{{day}}', ignore: ['secret'] });
    expect(read.ok ? 0 : read.problems.length).toBe(4);
  });
});

describe('a role that is switched off', () => {
  const CHOICE: Readonly<Partial<Record<Role, keyof ColumnChoices>>> = {
    name: 'name',
    timezone: 'timezone',
    country: 'country',
    state: 'state',
    postal_code: 'postalCode',
    scheduled_at: 'scheduledAt',
    priority: 'priority',
    external_id: 'externalId',
    consent_at: 'consentAt',
    consent_source: 'consentSource',
  };

  test.each(Object.entries(CHOICE))('%s: ignore', (role, choice) => {
    const columns = columnsOf(['phone', role], { [choice]: 'ignore' });
    expect(indexOf[role as Role](columns) ?? null).toBeNull();
  });

  it('leaves its column to the placeholders', () => {
    const columns = columnsOf(['phone', 'Time Zone'], { timezone: 'ignore' });
    expect([...columns.variables]).toEqual([['time_zone', 1]]);
  });

  it('takes first and last names as well, and never the phone number', () => {
    const wish = { name: 'ignore' };
    expect(columnsOf(['phone', 'First Name'], wish).name).toEqual([]);
    expect(columnsOf(['ignore'], { phone: ['ignore'] }).phone).toBe(0);
  });
});
