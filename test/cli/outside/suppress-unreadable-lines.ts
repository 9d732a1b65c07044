import type { Exported } from './exported.ts';

export interface Unclear extends Exported {
  /** Who is meant. */
  readonly people: readonly string[];
  /** The first row that nobody can read, for which the command ends before anybody is called. */
  readonly refused?: number;
}

/** A list of a team's own, with the rows of a registry or a program behind. Right: everybody on it is barred, or nobody is called. */
export const UNCLEAR_LINES: readonly Unclear[] = [
  {
    by: 'six countries in one list',
    lines: [
      'Phone',
      '208-555-0123',
      '+52 1 55 1234 5678',
      '+55 11 6123 4567',
      '+225 07 12 34 56',
      '+229 97 12 34 56',
      '4.41633E+11',
      '+12085550199',
    ],
    people: [
      '+12085550123',
      '+525512345678',
      '+5511961234567',
      '+2250707123456',
      '+2290197123456',
      '+441632960123',
    ],
    refused: 7,
  },
  {
    by: 'the National Do Not Call Registry of the FTC (United States)',
    lines: ['Phone', '+12085550199', '208,5550123', '208,5550124'],
    people: ['+12085550123', '+12085550124'],
    refused: 3,
  },
  {
    by: 'the Telephone Preference Service (United Kingdom)',
    lines: ['Phone', '+441632960199', '01632960123', '(01632) 960124'],
    people: ['+441632960123', '+441632960124'],
  },
  {
    by: 'Bloctel (France)',
    lines: [
      'Téléphone;Date',
      '+33199009999;2026-01-02',
      '0199001684;2026-03-01',
      '01 99 00 52 03;2026-03-02',
    ],
    people: ['+33199001684', '+33199005203'],
  },
  {
    by: 'Lista Robinson (Spain)',
    lines: ['Teléfono', '+34612345699', '612345678', '612 34 56 79'],
    people: ['+34612345678', '+34612345679'],
  },
  {
    by: 'REPEP (Mexico)',
    lines: ['telefono', '+525512345699', '55 1234 5678', '044 55 1234 5679'],
    people: ['+525512345678', '+525512345679'],
  },
  {
    by: 'Excel, which rounds',
    lines: ['Phone', '2.08556E+09', '+12085550199'],
    people: ['+12085550123'],
    refused: 2,
  },
];
