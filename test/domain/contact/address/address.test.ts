import { describe, expect, test } from 'vitest';
import { addressPart } from '../../../../src/domain/contact/address/header.ts';
import { contactOf, GOOD, problemsOf } from '../row/row-setup.ts';

const US = { campaign: { defaultCountry: 'US' } };

describe('a header of an address', () => {
  test.each([
    ['Salesforce', 'Mailing State/Province', 'state', 'mailing'],
    ['Salesforce', 'BillingCountry', 'country', 'billing'],
    ['Salesforce', 'MailingPostalCode', 'postal_code', 'mailing'],
    ['HubSpot', 'State/Region', 'state', ''],
    ['HubSpot', 'Country/Region', 'country', ''],
    ['Zoho', 'Other Zip', 'postal_code', 'other'],
    [
      'Pipedrive',
      'Organization - ZIP/Postal code of Address',
      'postal_code',
      'organizationaddress',
    ],
    ['Outlook', 'Home Postal Code', 'postal_code', 'home'],
    ['Outlook', 'Business Country/Region', 'country', 'business'],
    ['Google Contacts', 'Address 1 - Region', 'state', 'address1'],
    ['Dynamics', 'Address 1: State/Province', 'state', 'address1'],
    ['Shopify', 'Shipping Zip', 'postal_code', 'shipping'],
    ['a form', 'State (Billing)', 'state', 'billing'],
  ])('of %s: %s', (...[, header, part, of]) => {
    expect(addressPart(header)).toEqual({ part, of });
  });

  test.each([
    'Region',
    'Sales Region',
    'Statement',
    'IP Country',
    'Timezone',
    'Call State',
    'Estate',
  ])('is none: %s', (header) => {
    expect(addressPart(header)).toBeNull();
  });
});

describe('where the row says its person is', () => {
  test('is read under whatever prefix, before the number', () => {
    const { zones, evidence } = contactOf({
      phone: '+12125550123',
      'Mailing State/Province': 'CA',
      'Mailing Zip/Postal Code': '90012',
      'Mailing Country': 'United States',
    });
    expect(zones).toEqual(['America/Los_Angeles']);
    expect(evidence).toEqual({ timezone: null, postalCode: '90012', state: 'CA', country: 'US' });
  });

  test('is each of several addresses: all of their clocks and laws count', () => {
    const contact = contactOf({
      phone: '+12125550123',
      'Home State': 'NY',
      'Business State': 'CA',
      'Other State': '',
    });
    expect(contact.zones).toEqual(['America/Los_Angeles', 'America/New_York']);
    expect(contact.group).toContain('US-CA+US-NY');
    expect(contact.placeNote).toContain('several addresses');
  });

  test('is no other place for an address that nobody understands', () => {
    const row = { phone: '+12125550123', 'Home Zip': '90012', 'Other State': 'n/a' };
    expect(contactOf(row).zones).toEqual(['America/Los_Angeles']);
  });
});

describe('a country that the row names', () => {
  test.each(['Country/Region', 'Mailing Country', 'BillingCountry', 'Country', 'IP Country'])(
    'under %s wins over default_country: no other country’s number is made',
    (header) => {
      const mexico = contactOf({ phone: '55 1234 5678', [header]: 'Mexico' }, US);
      expect(mexico.e164).toBe('+525512345678');
      const paris = contactOf({ phone: '01 99 00 16 84', [header]: 'France' }, US);
      expect(paris.e164).toBe('+33199001684');
    },
  );

  test('that differs from another one leaves a number without country code to the operator', () => {
    const row = { phone: '55 1234 5678', Country: 'Mexico', 'Billing Country': 'United States' };
    expect(problemsOf(row, US).problems).toMatchObject([
      { code: 'country_conflict', column: 'phone' },
    ]);
    expect(contactOf({ ...row, phone: '+525512345678' }, US).e164).toBe('+525512345678');
  });

  test('by its calling code is the same country', () => {
    const row = { phone: '01 99 00 16 84', Country: 'France', 'Country Code': '+33' };
    expect(contactOf(row, US).e164).toBe('+33199001684');
    const other = { ...row, 'Country Code': '52' };
    expect(problemsOf(other, US).problems).toMatchObject([{ code: 'country_conflict' }]);
  });

  test('and that nobody knows makes its row a row problem', () => {
    const { problems } = problemsOf({ ...GOOD, 'Mailing Country': 'Atlantis' }, US);
    expect(problems).toMatchObject([{ code: 'country_unknown', column: 'Mailing Country' }]);
  });
});
