import type { Exported } from './exported.ts';

/** One person with a number of New York and an address in California, at 10:30 in New York. Right: it is not yet time. */
export const LIVES_ELSEWHERE: readonly Exported[] = [
  {
    by: 'Salesforce',
    lines: [
      'First Name,Phone,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country',
      'Ana,+12125550123,CA,90012,United States',
    ],
  },
  {
    by: 'Outlook',
    lines: [
      'First Name,Mobile Phone,Home State,Home Postal Code,Home Country/Region',
      'Ana,+12125550123,CA,90012,United States of America',
    ],
  },
  {
    by: 'Google Contacts',
    lines: [
      'First Name,Phone 1 - Value,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country',
      'Ana,+12125550123,CA,90012,US',
    ],
    phone: 'Phone 1 - Value',
  },
  {
    by: 'Microsoft Dynamics 365',
    lines: [
      'Full Name,Mobile Phone,Address 1: State/Province,Address 1: ZIP/Postal Code,Address 1: Country/Region',
      'Ana Lopez,+1 212-555-0123,California,90012,U.S.',
    ],
  },
  {
    by: 'SugarCRM',
    lines: [
      'first_name,phone_mobile,primary_address_state,primary_address_postalcode,primary_address_country',
      'Ana,+12125550123,CA,90012,USA',
    ],
    phone: 'phone_mobile',
  },
  {
    by: 'Shopify',
    lines: [
      'First Name,Phone,Default Address Province Code,Default Address Country Code,Default Address Zip',
      "Ana,'+12125550123,CA,US,'90012",
    ],
  },
  {
    by: 'WooCommerce',
    lines: [
      'billing_first_name,billing_phone,billing_state,billing_postcode,billing_country',
      'Ana,+12125550123,CA,90012,US',
    ],
    phone: 'billing_phone',
  },
  {
    by: 'Zoho',
    lines: [
      'First Name,Phone,Mailing State,Mailing Zip,Mailing Country',
      'Ana,+12125550123,California,90012,United States',
    ],
  },
];
