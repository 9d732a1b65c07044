import type { PlaceFact } from './place-fact.ts';

/** Where numbers and addresses of the United States and Canada are, as an examiner of other hands looked it up. */

const [E, C, M, P] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
];
const FREE_PHONE = '+18005550123';

const state = (name: string, is: string): PlaceFact => ({
  what: `The state ${name}`,
  number: FREE_PHONE,
  cells: { state: name, country: 'US' },
  is,
});
const zip = (code: string, is: string, what = `ZIP code ${code}`): PlaceFact => ({
  what,
  number: FREE_PHONE,
  cells: { postalCode: code, country: 'US' },
  is,
});
const area = (code: string, is: string, law: string): PlaceFact => ({
  what: `Area code ${code}`,
  number: `+1${code}5550123`,
  is,
  law,
});
const province = (name: string, is: string): PlaceFact => ({
  what: `The province ${name}`,
  number: FREE_PHONE,
  cells: { state: name, country: 'CA' },
  is,
});
const canadian = (code: string, is: string): PlaceFact => ({
  what: `Postal code ${code}`,
  number: FREE_PHONE,
  cells: { postalCode: code, country: 'CA' },
  is,
});

export const UNITED_STATES: readonly PlaceFact[] = [
  state('ID', `America/Boise+${P}`),
  state('OR', `${P}+America/Boise`),
  state('KS', `${C}+${M}`),
  state('NE', `${C}+${M}`),
  state('ND', `${C}+${M}`),
  state('SD', `${C}+${M}`),
  state('KY', `${E}+${C}`),
  state('TN', `${C}+${E}`),
  state('FL', `${E}+${C}`),
  state('IN', `America/Indiana/Indianapolis+${C}`),
  state('MI', `America/Detroit+America/Menominee`),
  state('TX', `${C}+${M}`),
  state('AK', 'America/Anchorage+America/Adak'),
  state('NV', `${P}+${M}`),
  state('AZ', `America/Phoenix+${M}`),
  { ...state('AL', C), is: `${C}+${E}` },
  zip('10001', E),
  zip('60601', C),
  zip('80202', M),
  zip('94103', P),
  zip('85001', 'America/Phoenix'),
  zip('99501', 'America/Anchorage'),
  zip('96801', 'Pacific/Honolulu'),
  zip('83814', P, 'Coeur d’Alene, in the north of Idaho'),
  zip('83702', 'America/Boise', 'Boise'),
  zip('97914', 'America/Boise', 'Ontario, Oregon'),
  zip('79901', M, 'El Paso'),
  zip('32501', C, 'Pensacola'),
  { ...zip('37854', `${E}+${C}`, 'Rockwood in Roane County, Tennessee'), has: E, is: undefined },
  {
    ...zip('47660', '', 'Oakland City, Indiana'),
    has: 'America/Indiana/Petersburg',
    is: undefined,
  },
  { ...area('465', E, 'US-NY'), what: 'Area code 465 of New York, since 2026-06-18' },
  { ...area('471', C, 'US-MS'), what: 'Area code 471 of Mississippi, since 2026-01-30' },
  {
    ...area('483', `${C}+${E}`, 'US-AL'),
    what: 'Area code 483 of Alabama, since 2026-02-23, beside 334 with its towns on Georgia’s clock',
  },
  area('686', E, 'US-VA'),
  area('729', `${E}+${C}`, 'US-TN'),
  area('679', 'America/Detroit', 'US-MI'),
  { ...area('761', `${E}`, 'US-KY'), what: 'Area code 761 of Kentucky, planned' },
  { ...area('565', E, 'US-GA'), what: 'Area code 565 of Georgia, planned' },
  area('212', E, 'US-NY'),
  { what: 'New Jersey’s 201', number: '+12015550123', is: E, law: 'US-NJ' },
];

export const CANADA: readonly PlaceFact[] = [
  province('AB', 'America/Edmonton'),
  province('BC', 'America/Vancouver+America/Edmonton'),
  province('MB', 'America/Winnipeg'),
  province('NB', 'America/Halifax'),
  province('NS', 'America/Halifax'),
  province('PE', 'America/Halifax'),
  province('NL', 'America/St_Johns+America/Goose_Bay'),
  {
    ...province('SK', 'America/Regina+America/Winnipeg'),
    what: 'Saskatchewan, with Creighton on Manitoba’s clock',
  },
  province('YT', 'America/Whitehorse'),
  canadian('J0M 1C0', 'America/Toronto'),
  canadian('M5V 1A1', 'America/Toronto'),
  canadian('K1A 0A1', 'America/Toronto'),
  canadian('R3C 1A1', 'America/Winnipeg'),
  canadian('S4P 1A1', 'America/Regina'),
  canadian('T2P 1A1', 'America/Edmonton'),
  canadian('V6B 1A1', 'America/Vancouver'),
  canadian('B3H 1A1', 'America/Halifax'),
  canadian('E3B 1A1', 'America/Halifax'),
  canadian('C1A 1A1', 'America/Halifax'),
  canadian('A1A 1A1', 'America/St_Johns'),
  canadian('Y1A 1A1', 'America/Whitehorse'),
  canadian('P9N 1A1', 'America/Winnipeg'),
  canadian('V1J 1A1', 'America/Dawson_Creek'),
  { ...canadian('S0P 0A0', ''), is: undefined, has: 'America/Winnipeg' },
  { ...area('273', 'America/Toronto', 'CA-QC'), has: 'America/Toronto', is: undefined },
  { what: 'Toronto', number: '+14165550123', is: 'America/Toronto', law: 'CA-ON' },
];
