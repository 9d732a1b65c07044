import { describe, expect, it } from 'vitest';
import { compactName, variableName } from '../../../../src/domain/contact/columns/header-name.ts';

describe('names of columns', () => {
  const cases: readonly [string, string, string][] = [
    ['first_name', 'first_name', 'firstname'],
    ['First Name', 'first_name', 'firstname'],
    ['firstName', 'firstName', 'firstname'],
    [' \uFEFFPhone-No. ', 'phone_no', 'phoneno'],
    ['Prénom', 'Prénom', 'prénom'],
    ['Numéro de téléphone', 'numéro_de_téléphone', 'numérodetéléphone'],
    ['2nd line', '2nd_line', '2ndline'],
    ['__proto__', '__proto__', 'proto'],
    ['#', '', ''],
    ['', '', ''],
  ];
  for (const [header, variable, compact] of cases)
    it(`"${header}" is the variable "${variable}"`, () => {
      expect([variableName(header), compactName(header)]).toEqual([variable, compact]);
    });
});
