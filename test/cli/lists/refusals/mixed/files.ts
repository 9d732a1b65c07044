import fc from 'fast-check';
import { PEOPLE, type Person } from './people.ts';

/** What a person's files are, as text: the contacts, a suppress file, and a list that is imported. */
export interface Files {
  readonly contacts: string;
  readonly suppress: string;
  readonly imported: string;
}

/** Columns of a list, as programs of several countries name them, and what stands in their cells. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'Do Not Call': ['1', '0', 'Yes', 'No', 'TRUE', 'x', '2026-03-01', 'maybe later'],
  DNC: ['Y', 'N', 'on the DNC list', 'opted out', '-'],
  HasOptedOutOfCall: ['true', 'false'],
  Unsubscribed: ['TRUE', 'FALSE', 'unsubscribed', '2026-03-01'],
  'Nicht anrufen': ['ja', 'nein', 'widersprochen am 01.03.2026', 'gesperrt'],
  'Ne pas appeler': ['oui', 'non', 'désabonné'],
  'No llamar': ['sí', 'no', 'dado de baja'],
  'Não ligar': ['sim', 'não'],
  'Non chiamare': ['sì', 'no'],
  'Niet bellen': ['ja', 'nee', 'afgemeld'],
  'TCPA Consent': ['Yes', 'No', 'withdrawn 2026-03-01', 'granted', 'see file'],
  opt_in: ['1', '0', 'false', 'true'],
  Einwilligung: ['ja', 'nein', 'widerrufen', 'erteilt'],
  Consentement: ['oui', 'non', 'sans consentement'],
  Consentimiento: ['sí', 'no', 'revocado'],
  Toestemming: ['ja', 'nee', 'ingetrokken'],
  Tags: ['vip', 'lead; DNC', 'Do not call', 'calls; hot'],
  'Email Opt Out': ['1', '0', 'Yes'],
};

/** Rows of lists in which somebody is meant, though the cell is more or less than one number. */
const ODD: readonly ((number: string) => string)[] = [
  (number) => `${number} x12`,
  (number) => `whatsapp:${number.replace(/[^+\d]/g, '')}`,
  (number) => `${number} (asked 2026-03-01)`,
  (number) => `Ana ${number}`,
  (number) => `${number}/24`,
  (number) => number.replace(/\D/g, ''),
  (number) => `00${number.replace(/\D/g, '')}`,
  (number) => number.replace(/\D/g, '').slice(-7),
];

/** Nobody knows who is meant. */
const UNREADABLE = ['Tom', '4.41633E+11', '555 012', '208 555 O1'];

/** Headers of lists, as exporters have them; the cells of the others are no numbers. */
const LISTS: readonly (readonly string[])[] = [
  ['Phone'],
  ['Name', 'Phone', 'Mobile'],
  ['Record ID', 'First Name', 'Phone Number', 'Mobile Phone Number'],
  ['Nachname', 'Telefon', 'Mobil', 'Telefon privat'],
  ['Name', 'Phone 1 - Type', 'Phone 1 - Value', 'Phone 2 - Type', 'Phone 2 - Value'],
  ['Nombre', 'Teléfono', 'Móvil', 'Motivo'],
];
const PHONE =
  /^(?:phone|mobil|mobile|tel.*|móvil|phone number|mobile phone number|phone \d - value)$/i;

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;

const anybody = fc.constantFrom(...PEOPLE);
const spelled = (person: Person): fc.Arbitrary<string> =>
  fc.constantFrom(...person.abroad, ...person.home);

const contactRow = (headers: readonly string[]): fc.Arbitrary<string[]> =>
  anybody.chain((person) =>
    fc
      .tuple(
        spelled(person),
        ...headers.map((header) =>
          fc.oneof(
            { weight: 5, arbitrary: fc.constant('') },
            { weight: 2, arbitrary: fc.constantFrom(...(COLUMNS[header] ?? [''])) },
          ),
        ),
      )
      .map(([phone, ...cells]) => [phone, person.country, ...cells]),
  );

const contacts = fc
  .uniqueArray(fc.constantFrom(...Object.keys(COLUMNS)), { minLength: 1, maxLength: 4 })
  .chain((headers) =>
    fc
      .array(contactRow(headers), { minLength: 8, maxLength: 24 })
      .map((rows) => csv([['Phone', 'Country', ...headers], ...rows])),
  );

const listed = anybody.chain((person) =>
  spelled(person).chain((number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(number) },
      { weight: 2, arbitrary: fc.constantFrom(...ODD).map((odd) => odd(number)) },
    ),
  ),
);
const phoneCell = fc.oneof(
  { weight: 6, arbitrary: listed },
  { weight: 1, arbitrary: fc.constantFrom('', 'n/a') },
  { weight: 1, arbitrary: fc.constantFrom(...UNREADABLE) },
);

const list = fc
  .constantFrom(...LISTS)
  .chain((headers) =>
    fc
      .array(
        fc.tuple(
          ...headers.map((header, i) =>
            PHONE.test(header)
              ? phoneCell
              : fc.constant(header === 'Record ID' ? `5100${i}` : 'Ana'),
          ),
        ),
        { maxLength: 4 },
      )
      .map((rows) => csv([headers, ...rows])),
  );

export const files: fc.Arbitrary<Files> = fc.record({ contacts, suppress: list, imported: list });
