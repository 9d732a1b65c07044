import { describe, expect, test } from 'vitest';
import { place, rules } from './located.ts';

/** Whether one of the clocks by which somebody is called is that of a zone. */
const calledBy = (zones: readonly string[], zone: string): boolean =>
  zones.some((one) => rules.sameRules(one, rules.canonical(zone) ?? zone));

const CHIHUAHUA = '614 621 625 627 628 629 635 636 639 648 649 652 657 659'.split(' ');

describe('numbers that Google’s map puts under another clock are called by their own', () => {
  test.each<[number: string, zone: string]>([
    ...CHIHUAHUA.map((code): [string, string] => [`+52${code}1234567`, 'America/Chihuahua']),
    ['+526561234567', 'America/Ciudad_Juarez'],
    ['+528681234567', 'America/Matamoros'],
    ['+528621234567', 'America/Matamoros'],
    ['+528911234567', 'America/Matamoros'],
    ['+528921234567', 'America/Matamoros'],
    ['+528971234567', 'America/Matamoros'],
    ['+528991234567', 'America/Matamoros'],
    ['+5593988881234', 'America/Santarem'],
    ['+559335221234', 'America/Santarem'],
    ['+5594988881234', 'America/Belem'],
    ['+61851241234', 'Australia/Perth'],
    ['+61851301234', 'Australia/Perth'],
    ['+61851491234', 'Australia/Perth'],
    ['+56961234567', 'America/Santiago'],
    ['+56961234567', 'America/Punta_Arenas'],
    ['+56961234567', 'Pacific/Easter'],
    ['+56322100123', 'Pacific/Easter'],
    ['+56322551234', 'Pacific/Easter'],
    ['+6252612345', 'Asia/Jakarta'],
    ['+97670441234', 'Asia/Ulaanbaatar'],
    ['+8613999812345', 'Asia/Urumqi'],
    ['+18075971234', 'America/Atikokan'],
    ['+13342911234', 'America/New_York'],
  ])('%s by that of %s', (number, zone) => {
    expect(calledBy(place(number, {}).zones, zone)).toBe(true);
  });

  test.each([
    ['+526141234567', 'America/Mazatlan'],
    ['+5593988881234', 'America/Manaus'],
    ['+61851241234', 'Australia/Sydney'],
    ['+61732345678', 'Australia/Sydney'],
  ])('%s is no more called by that of %s, which the map disproves', (number, zone) => {
    expect(calledBy(place(number, {}).zones, zone)).toBe(false);
  });
});

const FREE_PHONE = '+18005550123';

describe('postal codes whose place keeps another clock than their list says', () => {
  test.each([
    ['37854', 'US', ['America/Chicago', 'America/New_York']],
    ['47660', 'US', ['America/Chicago', 'America/Indiana/Petersburg']],
    ['S0P 0A0', 'CA', ['America/Regina', 'America/Winnipeg']],
    ['P9N 1A1', 'CA', ['America/Winnipeg']],
    ['V1J 1A1', 'CA', ['America/Dawson_Creek']],
    ['X0B 0C0', 'CA', ['America/Cambridge_Bay', 'America/Rankin_Inlet']],
    ['J0M 1C0', 'CA', ['America/Toronto']],
  ])('%s of %s has %j', (postalCode, country, zones) => {
    const found = place(FREE_PHONE, { postalCode, country }).zones;
    for (const zone of zones) expect(calledBy(found, zone)).toBe(true);
    expect(found).toHaveLength(zones.length);
  });
});

describe('states and postal codes of other countries with several clocks', () => {
  test.each([
    ['+61412345678', { postalCode: '6000', state: 'WA' }, 'Australia/Perth'],
    ['+61412345678', { postalCode: '800', state: 'NT' }, 'Australia/Darwin'],
    ['+61412345678', { state: 'Queensland' }, 'Australia/Brisbane'],
    ['+61412345678', { postalCode: '2880' }, 'Australia/Adelaide+Australia/Sydney'],
    ['+61412345678', { postalCode: '6798', state: 'WA' }, 'Indian/Christmas'],
    [
      '+5511912345678',
      { state: 'AM', postalCode: '69005-010' },
      'America/Manaus+America/Rio_Branco',
    ],
    ['+5511912345678', { state: 'Para', country: 'BR' }, 'America/Sao_Paulo'],
    ['+525512345678', { postalCode: '22000' }, 'America/Tijuana'],
    ['+525512345678', { state: 'Q.Roo', postalCode: '77500' }, 'America/Cancun'],
    ['+79161234567', { state: 'Primorsky Krai' }, 'Asia/Vladivostok'],
    ['+79161234567', { postalCode: '690000' }, 'Asia/Vladivostok'],
    ['+6281234567890', { state: 'Bali' }, 'Asia/Makassar'],
    ['+6281234567890', { postalCode: '99111' }, 'Asia/Jayapura'],
    ['+12125550123', { state: 'WA', postalCode: '6000', country: 'AU' }, 'Australia/Perth'],
  ])('%s with %j is called by %s', (number, address, zones) => {
    expect(place(number, address).zones.join('+')).toBe(zones);
  });

  test('a state that nobody knows leaves the number its clocks, and is said', () => {
    const found = place('+61412345678', { state: 'Wakanda' });
    expect(found.zones.length).toBeGreaterThan(5);
    expect(found.doubts[0]?.text).toBe(
      '"Wakanda" is no state of AU that is known, and was not used.',
    );
  });
});
