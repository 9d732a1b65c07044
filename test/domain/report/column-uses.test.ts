import { describe, expect, test } from 'vitest';
import { columnUses } from '../../../src/domain/report/column-uses.ts';
import { resemblance } from '../../../src/domain/report/resemblance.ts';
import { columnsOf, type Wish } from '../contact/setup.ts';

const uses = (headers: readonly string[], wish?: Wish) => columnUses(columnsOf(headers, wish));

describe('what each column is taken for', () => {
  test('is said of every column, in the order of the file', () => {
    const headers = ['ID', 'First Name', 'Phone', 'meta_team', 'Zip', 'Notes', '', 'Plan'];
    const wish = { prompt: 'You call {{first_name}} of {{zip}}.', ignore: ['Plan'] };
    const [id, first, phone, team, zip, notes, nameless, plan] = uses(headers, wish);
    expect(id).toMatchObject({ header: 'ID', roles: ['external_id'], variable: null });
    expect(first).toMatchObject({ roles: ['name'], variable: 'first_name', usedIn: ['prompt'] });
    expect(phone).toMatchObject({ roles: ['phone'], notUsed: null });
    expect(team).toMatchObject({ metadata: 'team', variable: null });
    expect(zip).toMatchObject({ roles: ['postal_code'], variable: 'zip', usedIn: ['prompt'] });
    expect(notes).toMatchObject({ roles: [], variable: 'Notes', usedIn: [] });
    expect(nameless).toMatchObject({ notUsed: 'no_name' });
    expect(plan).toMatchObject({ notUsed: 'ignored' });
  });

  test('results of an earlier run are not used', () => {
    const [, state] = uses(['phone', 'call_state', 'call_contact']);
    expect(state).toMatchObject({ notUsed: 'earlier_result', roles: [] });
  });

  test('one that could decide something by its name, and does not, is told', () => {
    const [, mailing, other, ip] = uses([
      'phone',
      'Mailing Zip/Postal Code',
      'Mobile 2',
      'IP Country',
    ]);
    expect(mailing).toMatchObject({ roles: ['postal_code'], resembles: null });
    expect(ip?.completesNumbers).toBe(true);
    expect(ip?.resembles).toEqual({ to: 'country', isTaken: false });
    expect(other?.resembles).toEqual({ to: 'phone', isTaken: true });
  });
});

test('columns of refusal and consent are told, and those of which nobody knows', () => {
  const [, refusal, consent, other] = uses(['phone', 'Do Not Call?', 'Consent', 'Email opt-out']);
  expect(refusal).toMatchObject({ roles: ['do_not_call'], notUsed: null });
  expect(consent).toMatchObject({ roles: ['consent'] });
  expect(other).toMatchObject({ roles: [], notUsed: null });
  expect(other?.question).toContain('another channel');
});

describe('a header looks like', () => {
  test.each([
    ['BillingCountry', 'country'],
    ['Mailing State/Province', 'state'],
    ['TIME ZONE', 'timezone'],
    ['Code postal', 'postal_code'],
    ['Phone 1 - Value', 'phone'],
    ...['Nazione', 'Cntry', 'ISO2', 'ISO3', 'Nationality'].map((one) => [one, 'country']),
    ...[
      'Location',
      'Region',
      'Sales Territory',
      'Market',
      'Standort',
      'Ubicación',
      'Territoire',
      'Regione',
    ].map((one) => [one, 'country']),
    ...[
      'Address',
      'Mailing Address',
      'Mailing Street',
      'Street Address',
      'Business Street 2',
      'Address Line 1',
    ].map((one) => [one, 'address']),
    ...[
      'Address 1 - Formatted',
      'Home City',
      'Anschrift',
      'Straße',
      'Adresse',
      'Dirección',
      'Indirizzo',
      'Endereço',
      'Adres',
    ].map((one) => [one, 'address']),
  ])('%s: %s', (header, to) => {
    expect(resemblance(header, new Set())).toEqual({ to, isTaken: false });
  });

  test.each([
    'Company name',
    'Statement',
    'Email',
    'Celebrity',
    'Island',
    'Notes',
    'Email Address',
    'IP Address',
    'Web Address',
    'Marketing',
    'Capacity',
    'Relocation date',
    'E-Mail-Adresse',
    'Address book',
  ])('%s: nothing', (header) => {
    expect(resemblance(header, new Set())).toBeNull();
  });
});
