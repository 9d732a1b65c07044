import { compactName } from './header-name.ts';

const PARTS = [
  ['firstname', 'givenname', 'forename'],
  ['lastname', 'surname', 'familyname'],
];

/** The columns of the first and of the last name, as far as there are any. */
export const partsOfName = (
  headers: readonly string[],
  isOut: (index: number) => boolean,
): readonly number[] =>
  PARTS.flatMap((names) => {
    const index = headers.findIndex(
      (header, at) => !isOut(at) && names.includes(compactName(header)),
    );
    return index === -1 ? [] : [index];
  });
