/** Names and places of the invented people of `data/contacts.csv`. */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const FIRST_NAMES = list(`
Abena Adam Agnes Aisha Alma Amir Anneke Anton Ayumi Bela Bianca Birgit Bruno Camille Carla Chidi Clara Dario
Deepa Diego Edith Eitan Elif Emil Esther Fatima Felix Fiona Franz Gita Greta Hamza Hanna Hector Hugo Ida Ingrid
Isaac Ivana Jamal Joana Jonas José Kamal Karin Keiko Lamar Leila Lena Liam Lior Luisa Mabel Malik Marta Mei Milan
Mira Nadia Naomi Nils Noor Oscar Owen Paula Pavel Petra Priya Quentin Rafael Rahul Renée Rosa Ruben Samira Sanjay
Selma Silas Sofia Søren Tamar Tariq Thea Tomás Uma Ursula Vera Viktor Wanda Willem Yara Yusuf Zainab Zoë
`);

export const LAST_NAMES = list(`
Abbott Acheampong Aguilar Almeida Bakker Banerjee Barlow Becker Bellamy Berg Bianchi Blanchard Brandt Cárdenas
Castellano Chaudhry Cohn Correia Dahl Dawson Delacroix Demir Dimitrov Eriksen Fairley Farkas Fielding Fontaine
Gallagher Ghosh Grant Haddad Hartmann Hayashi Herrera Holloway Horvat Ibrahim Iyer Jansen Jensen Kaplan Keller
Khoury Kowalczyk Larsen Lehtinen Lindholm Lombardi Maguire Marek Mbeki Mendes Mistry Moreau Müller Nakagawa
Navarro Ndiaye Novak Nowak Obi Odell Okafor Olsen Ortega Owusu Palmer Paredes Pham Pinto Quinn Ramírez Rasmussen
Ricci Rosen Rossi Rowe Sandoval Schmitt Serrano Shapiro Silva Sørensen Steiner Sundaram Takeda Tanaka Teixeira
Thorne Tran Vargas Vasquez Vogel Wallace Weiss Whitaker Yilmaz Zielinski
`);

export const DAYS = list('Monday Tuesday Wednesday Thursday Friday');

export const SERVICES: readonly string[] = [
  'dental cleaning',
  'eye examination',
  'blood test',
  'annual check-up',
  'physiotherapy, second session',
  'hearing test',
  'vaccination',
  'skin check',
  'X-ray of the wrist',
];

export const SEGMENTS = list('new returning returning lapsed');

export interface Home {
  /** The number up to its last digits, how many those are, and from which to which they may be chosen. */
  readonly start: string;
  readonly digits: number;
  readonly first: number;
  readonly last: number;
  readonly timezone?: string;
  readonly country?: string;
  readonly state?: string;
  readonly postalCode?: string;
}

/** Area code, state, ZIP code. Those of split area codes show what a postal code is good for. */
const US_HOMES = list(`
208-ID-83702 208-ID-83814 850-FL-32301 850-FL-32501 423-TN-37402 423-TN-37601 812-IN-47708 812-IN-47401
605-SD-57104 605-SD-57701 701-ND-58102 785-KS-66603 308-NE-69101 308-NE-69361 906-MI-49855 915-TX-79901
928-AZ-86001 907-AK-99501 808-HI-96813 602-AZ-85004 775-NV-89501 541-OR-97401 270-KY-42101 787-PR-00901
212-NY-10001 305-FL-33130 312-IL-60601 303-CO-80202 415-CA-94103 206-WA-98101 617-MA-02108 713-TX-77002
404-GA-30303 504-LA-70112 612-MN-55401 313-MI-48226 216-OH-44114 215-PA-19103 202-DC-20001 702-NV-89101
505-NM-87102 801-UT-84101 406-MT-59601 307-WY-82001 402-NE-68102 515-IA-50309 816-MO-64106 405-OK-73102
501-AR-72201 601-MS-39201 205-AL-35203 615-TN-37203 502-KY-40202 304-WV-25301 804-VA-23219 919-NC-27601
803-SC-29201 207-ME-04101 603-NH-03101 802-VT-05401 401-RI-02903 860-CT-06103 302-DE-19801 410-MD-21201
973-NJ-07102 414-WI-53202 317-IN-46204 503-OR-97204 213-CA-90012 916-CA-95814 512-TX-78701 214-TX-75201
718-NY-11201 412-PA-15222 614-OH-43215 704-NC-28202 813-FL-33602 407-FL-32801 314-MO-63101 918-OK-74103
`);

const CANADIAN_HOMES = list(`
416-ON 514-QC 604-BC 403-AB 204-MB 306-SK 506-NB 902-NS 709-NL 613-ON 418-QC 780-AB
`);

/** Split area codes without any address: both zones are candidates, and both must be open. */
const AREA_ONLY = list('208 850 423 812 605 701 308 906 270 574 931 928');

type Address = Omit<Home, 'start' | 'digits' | 'first' | 'last'>;

const abroad = (start: string, digits: number, address: Address): Home => ({
  start,
  digits,
  first: 0,
  last: 10 ** digits - 1,
  ...address,
});

const nanp = (area: string, address: Address): Home => abroad(`+1${area}55501`, 2, address);

/** People with a number of one country who live in another: only the zone in their row tells. */
const EXPATRIATES: readonly (readonly [area: string, timezone: string, country: string])[] = [
  ['646', 'Asia/Kolkata', 'IN'],
  ['408', 'Asia/Kathmandu', 'NP'],
  ['305', 'America/Sao_Paulo', 'BR'],
  ['310', 'Asia/Tokyo', 'JP'],
  ['347', 'Africa/Lagos', 'NG'],
  ['650', 'Asia/Singapore', 'SG'],
  ['202', 'Africa/Nairobi', 'KE'],
  ['213', 'America/Mexico_City', 'MX'],
  ['415', 'Pacific/Auckland', 'NZ'],
  ['617', 'Asia/Tehran', 'IR'],
  ['773', 'Europe/Warsaw', 'PL'],
  ['469', 'Asia/Dubai', 'AE'],
  ['917', 'America/Argentina/Buenos_Aires', 'AR'],
  ['206', 'Asia/Seoul', 'KR'],
  ['786', 'America/Bogota', 'CO'],
  ['312', 'Africa/Johannesburg', 'ZA'],
];

const EUROPEAN_STARTS: readonly (readonly [start: string, digits: number, country: string])[] = [
  ['+447700900', 3, 'GB'],
  ['+442079460', 3, 'GB'],
  ['+441614960', 3, 'GB'],
  ['+441314960', 3, 'GB'],
  ['+442920180', 3, 'GB'],
  ['+442896496', 3, 'GB'],
  ['+35320910', 4, 'IE'],
  ['+3319900', 4, 'FR'],
  ['+3353649', 4, 'FR'],
  ['+3363998', 4, 'FR'],
  ['+493023125', 3, 'DE'],
  ['+498999998', 3, 'DE'],
  ['+494066969', 3, 'DE'],
  ['+468465004', 2, 'SE'],
];

const AUSTRALIAN_HOMES: readonly Home[] = [
  abroad('+6125550', 4, { country: 'AU', timezone: 'Australia/Sydney' }),
  abroad('+6135550', 4, { country: 'AU', timezone: 'Australia/Melbourne' }),
  abroad('+6175550', 4, { country: 'AU', timezone: 'Australia/Brisbane' }),
  abroad('+6185550', 4, { country: 'AU', timezone: 'Australia/Adelaide' }),
  abroad('+6187010', 4, { country: 'AU', timezone: 'Australia/Perth' }),
  abroad('+6125550', 4, { country: 'AU' }),
  { ...abroad('+6149157015', 1, { timezone: 'Australia/Hobart' }), first: 6, last: 9 },
];

/** Everyone's home, in the order in which people are invented. */
export function homes(): Home[] {
  const us = US_HOMES.map((text) => {
    const [area = '', state = '', postalCode = ''] = text.split('-');
    return nanp(area, { country: 'US', state, postalCode });
  });
  const canada = CANADIAN_HOMES.map((text) => {
    const [area = '', state = ''] = text.split('-');
    return nanp(area, { country: 'CA', state });
  });
  const areaOnly = AREA_ONLY.map((area) => nanp(area, {}));
  const expatriates = EXPATRIATES.map(([area, timezone, country]) =>
    nanp(area, { timezone, country }),
  );
  const europe = [...EUROPEAN_STARTS, ...EUROPEAN_STARTS, ...EUROPEAN_STARTS].map(
    ([start, digits, country]) => abroad(start, digits, { country }),
  );
  const again = us.filter((_, at) => at % 3 !== 0);
  return [...us, ...europe, ...areaOnly, ...canada, ...expatriates, ...AUSTRALIAN_HOMES, ...again];
}
