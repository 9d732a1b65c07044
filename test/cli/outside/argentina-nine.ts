/** One person in two rows, as two programs keep their number. Right: the second row is a duplicate, and a refusal of either spelling bars both. */
export interface Pair {
  readonly by: string;
  readonly rows: readonly [string, string];
}

/** The numbers are made up; no line was looked up. */
export const PAIRS: readonly Pair[] = [
  {
    by: 'a phone book, and what a colleague wrote',
    rows: ['+54 9 11 2345 6789', '+54 11 2345 6789'],
  },
  { by: 'WhatsApp, and HubSpot (Rosario)', rows: ['+54 9 341 555 1234', '+54 341 555 1234'] },
  {
    by: 'Google Contacts, and Pipedrive (Córdoba)',
    rows: ['+54 351 555-1234', '+54 9 351 555-1234'],
  },
  { by: 'Salesforce, and Zoho (Mendoza)', rows: ['+542615551234', '+5492615551234'] },
  {
    by: 'a SIM card of 2018, and an SMS gateway (Gabon)',
    rows: ['+241 06 03 12 34', '+241 66 03 12 34'],
  },
  {
    by: 'a booking system that drops zeros, and Dynamics (Italy)',
    rows: ['+39 6 6981 2345', '+39 (0)6 6981 2345'],
  },
  { by: 'WhatsApp, and a lead form (Mexico)', rows: ['+52 1 55 1234 5678', '+52 55 1234 5678'] },
  {
    by: 'an Outlook address book of 2012, and Pipedrive (Brazil)',
    rows: ['+55 11 6123-4567', '+55 11 96123-4567'],
  },
  {
    by: 'a Salesforce export of 2019, and one of today (Ivory Coast)',
    rows: ['+225 57 12 34 56', '+225 07 57 12 34 56'],
  },
  { by: 'MTN mobile money, and Zoho (Benin)', rows: ['+229 97 12 34 56', '+229 01 97 12 34 56'] },
];
