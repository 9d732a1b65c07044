/** Somebody by a number of a published fictional range or one that nobody was looked up by, in several spellings. */
export interface Person {
  readonly country: string;
  /** As programs write it that know of other countries. */
  readonly abroad: readonly string[];
  /** As it is written in its own country. */
  readonly home: readonly string[];
}

/** Of each country the spellings that people and programs have for one line; `last` are its two last digits. */
const COUNTRIES: readonly ((last: string) => Person)[] = [
  (last) => us('212', last),
  (last) => us('317', last),
  (last) => us('208', last),
  (last) => ({
    country: 'Argentina',
    abroad: [`+54 9 11 2345 67${last}`, `+54 11 2345-67${last}`, `+54911234567${last}`],
    home: [`011 2345-67${last}`, `011 15-2345-67${last}`],
  }),
  (last) => ({
    country: 'Mexico',
    abroad: [`+52 55 1234 56${last}`, `+52 1 55 1234 56${last}`, `+5215512345${'6'}${last}`],
    home: [`55 1234 56${last}`, `(55) 1234-56${last}`],
  }),
  (last) => ({
    country: 'Brazil',
    abroad: [`+55 11 96123-45${last}`, `+55 11 6123-45${last}`, `+55119612345${last}`],
    home: [`(11) 96123-45${last}`, `(11) 6123-45${last}`, `011 96123-45${last}`],
  }),
  (last) => ({
    country: 'Italy',
    abroad: [`+39 06 6981 23${last}`, `+39 6 6981 23${last}`, `+39 (0)6 698123${last}`],
    home: [`06 6981 23${last}`, `06-698123${last}`],
  }),
  (last) => ({
    country: 'United Kingdom',
    abroad: [`+44 20 7946 01${last}`, `+44 (0)20 7946 01${last}`, `+442079460${'1'}${last}`],
    home: [`020 7946 01${last}`, `(020) 794601${last}`],
  }),
  (last) => ({
    country: 'CI',
    abroad: [`+225 07 57 12 34 ${last}`, `+225 57 12 34 ${last}`],
    home: [`07 57 12 34 ${last}`],
  }),
  (last) => ({
    country: 'BJ',
    abroad: [`+229 01 97 12 34 ${last}`, `+229 97 12 34 ${last}`],
    home: [`01 97 12 34 ${last}`],
  }),
];

const us = (area: string, last: string): Person => ({
  country: 'United States',
  abroad: [`+1 ${area} 555 01${last}`, `+1${area}5550${'1'}${last}`, `1-${area}-555-01${last}`],
  home: [`(${area}) 555-01${last}`, `${area}.555.01${last}`, `${area} 555 01${last}`],
});

/** Two of each country. */
export const PEOPLE: readonly Person[] = COUNTRIES.flatMap((of) => [of('23'), of('64')]);
