import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/max';
import moment from 'moment-timezone';
import { expect, test } from 'vitest';
import { readNumber } from '../../src/domain/phone/number/number.ts';
import { locate } from '../../src/domain/phone/place/place.ts';
import { places, rules, tables } from '../domain/phone/place/located.ts';

/** Where a mobile number has the area code of a place. */
const WITH_AREA = new Set(['US', 'CA', 'MX', 'AR', 'BR', 'CN']);
/** Stations where no telephone rings; Eyre Bird Observatory in Australia keeps the time of Tokyo. */
const UNPEOPLED: Readonly<Record<string, readonly string[]>> = {
  AU: ['Antarctica/Macquarie', 'Asia/Tokyo'],
  GL: ['America/Danmarkshavn'],
  // Crimea has Russian numbers.
  UA: ['Europe/Simferopol'],
};
/** Countries that moment-timezone does not list, or whose example is no mobile number of their own. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  AC: 'no country of tzdb',
  TA: 'no country of tzdb',
  XK: 'no country of tzdb',
  CC: 'has the mobile numbers of Australia',
  CX: 'has the mobile numbers of Australia',
  CL: 'the example is of Santiago',
};
const NOBODY = { timezone: null, postalCode: null, state: null, country: null };

const countries = (Object.entries(examples) as [CountryCode, string][]).filter(
  ([country]) => NOT_COMPARED[country] === undefined,
);

test.each(countries)('a mobile number of %s has the clocks of that country', (country, digits) => {
  const e164 = `+${getCountryCallingCode(country)}${digits}`;
  const number = readNumber(e164, { defaultCountry: null, extract: false, tables });
  if (number.kind !== 'ok') throw new Error(number.message);
  const found = locate(number, NOBODY, { ...places, rules });
  if ('problem' in found) throw new Error(found.problem);
  const all = (moment.tz.zonesForCountry(country) ?? []).filter(
    (zone) => UNPEOPLED[country]?.includes(zone) !== true,
  );
  const sameAs =
    (zone: string) =>
    (other: string): boolean =>
      zone === other ||
      rules.sameRules(rules.canonical(zone) ?? zone, rules.canonical(other) ?? other);
  const lacks = all.filter((zone) => !found.zones.some(sameAs(zone)));
  const more = found.zones.filter((zone) => !all.some(sameAs(zone)));
  expect({ lacks: WITH_AREA.has(country) ? [] : lacks, more }).toEqual({ lacks: [], more: [] });
});
