import { describe, expect, it } from 'vitest';
import { cellText, isBlank } from '../../../../src/domain/contact/cells/cell-text.ts';
import { countryOf } from '../../../../src/domain/contact/address/country-name.ts';

describe('cells as they may be sent and shown', () => {
  const cases: readonly [string, string][] = [
    ['  plain  ', 'plain'],
    ['Zoë', 'Zoë'],
    ['two\r\nlines\rand a third', 'two\nlines\nand a third'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['a\u0000b\u202Ec', 'abc'],
    ['\t', ''],
  ];
  for (const [cell, text] of cases)
    it(`${JSON.stringify(cell)} is ${JSON.stringify(text)}`, () =>
      expect(cellText(cell)).toBe(text));

  it('what a failed formula leaves says nothing, what a person writes does', () => {
    for (const text of ['', '#N/A', '#REF!', '#name?']) expect(isBlank(text)).toBe(true);
    for (const text of ['n/a', 'Null', '-', '0', '#1']) expect(isBlank(text)).toBe(false);
  });
});

describe('countries as people write them', () => {
  const cases: readonly [string, string | null][] = [
    ['GB', 'GB'],
    [' us ', 'US'],
    ['UK', 'GB'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Österreich', 'AT'],
    ['brasil', 'BR'],
    ...'RU Russia|IR Iran|BO Bolivia|TZ Tanzania|VE Venezuela|CI Ivory Coast|MD Moldova|SY Syria|LA Laos|BN Brunei'
      .concat(
        '|KR Korea|MM Myanmar|PS Palestine|BA Bosnia and Herzegovina|TT Trinidad and Tobago|MO Macau',
      )
      .concat(
        '|GB GBR|DE DEU|FR FRA|US U.S.|CI Côte d’Ivoire|CI Cote d Ivoire|TR Türkiye|TR Turkey|US Vereinigte Staaten',
      )
      .concat(
        '|IR Iran, Islamic Republic of|KR Korea (the Republic of)|TZ Tanzania, the United Republic of|GM The Gambia|BS Bahamas (the)',
      )
      .concat(
        '|CD Congo (the Democratic Republic of the)|FM Micronesia (Federated States of)|MK Macedonia|KP DPRK|NL The Netherlands',
      )
      .concat(
        "|BJ Benin|BJ Bénin|BJ République du Bénin|BJ Republic of Benin|BJ Benin Republic|CI République de Côte d'Ivoire",
      )
      .concat("|CI Cote d'Ivoire (Ivory Coast)|CI Côte d'Ivoire (CI)|CI The Ivory Coast|CI RCI")
      .split('|')
      .map((pair): [string, string] => [pair.slice(3), pair.slice(0, 2)]),
    ['XX', null],
    ['+44', null],
    ['Atlantis', null],
    ['Sales (CA)', null],
    ['Georgia (US)', null],
    ['Republic of China', null],
    ['State of Georgia', null],
  ];
  for (const [cell, code] of cases)
    it(`"${cell}" is ${code ?? 'no country'}`, () => expect(countryOf(cell)).toBe(code));
});
