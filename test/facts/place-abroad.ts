import type { PlaceFact } from './place-fact.ts';

/** Where numbers outside of the United States and Canada ring, as an examiner of other hands looked it up. */

const CHIHUAHUA = '614 621 625 627 628 629 635 636 639 648 649 652 657 659'.split(' ');
const BORDER_OF_TAMAULIPAS = '862 868 891 892 897'.split(' ');
const BLOCKS_OF_PERTH = ['5124', '5125', '5126', ...range(5130, 5149)];
const CHILE = 'America/Santiago+America/Punta_Arenas+Pacific/Easter';
const RUSSIA =
  'Europe/Kaliningrad+Europe/Moscow+Europe/Samara+Asia/Yekaterinburg+Asia/Omsk+Asia/Krasnoyarsk+Asia/Irkutsk+Asia/Yakutsk+Asia/Vladivostok+Asia/Magadan+Asia/Kamchatka';
const AUSTRALIA =
  'Australia/Sydney+Australia/Brisbane+Australia/Adelaide+Australia/Darwin+Australia/Perth+Australia/Eucla+Australia/Lord_Howe';

export const ABROAD: readonly PlaceFact[] = [
  ...CHIHUAHUA.filter((code) => code !== '656').map((code) => ({
    what: `Mexico ${code} is in the state of Chihuahua, six hours behind UTC all year`,
    number: `+52${code}1234567`,
    has: 'America/Chihuahua',
    hasNot: 'America/Mazatlan',
  })),
  ...BORDER_OF_TAMAULIPAS.map((code) => ({
    what: `Mexico ${code} has border municipalities that change their clocks with Texas`,
    number: `+52${code}1234567`,
    has: 'America/Matamoros',
  })),
  {
    what: 'Ciudad Juárez changes its clocks with El Paso',
    number: '+526561234567',
    is: 'America/Ciudad_Juarez',
  },
  { what: 'Mexico City', number: '+525512345678', is: 'America/Mexico_City' },
  { what: 'Tijuana', number: '+526641234567', is: 'America/Tijuana' },
  { what: 'Cancún', number: '+529981234567', is: 'America/Cancun' },
  { what: 'Hermosillo', number: '+526621234567', is: 'America/Hermosillo' },
  { what: 'Culiacán', number: '+526671234567', is: 'America/Mazatlan' },
  {
    what: 'Brazil 93 is the west of Pará, three hours behind UTC since 2008',
    number: '+5593988881234',
    has: 'America/Santarem',
    hasNot: 'America/Manaus',
  },
  { what: 'Brazil 94 is in the east of Pará', number: '+5594988881234', is: 'America/Belem' },
  { what: 'Belém', number: '+5591988881234', is: 'America/Belem' },
  { what: 'Manaus', number: '+5592988881234', is: 'America/Manaus' },
  { what: 'São Paulo', number: '+5511988881234', is: 'America/Sao_Paulo' },
  { what: 'Acre', number: '+5568988881234', is: 'America/Rio_Branco' },
  { what: 'Cuiabá', number: '+5565988881234', is: 'America/Cuiaba' },
  ...BLOCKS_OF_PERTH.map((block) => ({
    what: `08 ${block} is of Western Australia`,
    number: `+618${block}1234`,
    has: 'Australia/Perth',
    hasNot: 'Australia/Sydney',
  })),
  ...['5120', '5123'].map((block) => ({
    what: `08 ${block} is in parts of Western Australia`,
    number: `+618${block}1234`,
    has: 'Australia/Perth',
  })),
  { what: 'An Australian mobile', number: '+61412345678', is: AUSTRALIA },
  { what: 'A Chilean mobile is of the whole country', number: '+56961234567', is: CHILE },
  ...['210', '255'].map((block) => ({
    what: `Easter Island has 32 ${block} of Valparaíso`,
    number: `+5632${block}0123`,
    has: 'Pacific/Easter',
  })),
  { what: 'Valparaíso', number: '+56322690123', has: 'America/Santiago' },
  { what: 'Punta Arenas', number: '+56612240123', is: 'America/Punta_Arenas' },
  {
    what: 'Tamiang Layang, by Central Kalimantan’s clock',
    number: '+6252612345',
    has: 'Asia/Jakarta',
  },
  {
    what: 'Bayankhongor, of Ulaanbaatar’s clock',
    number: '+97670441234',
    has: 'Asia/Ulaanbaatar',
  },
  ...russianTowns(),
  ...['320', '330', '350', '370', '920', '930'].map((digits) => ({
    what: `Micronesia ${digits}: Yap and Chuuk are an hour behind Pohnpei`,
    number: `+691${digits}1234`,
    is: 'Pacific/Chuuk+Pacific/Pohnpei',
  })),
  {
    what: 'Bougainville may have it',
    number: '+67570123456',
    is: 'Pacific/Port_Moresby+Pacific/Bougainville',
  },
  {
    what: 'Kiribati',
    number: '+68672001234',
    is: 'Pacific/Tarawa+Pacific/Kanton+Pacific/Kiritimati',
  },
  { what: 'A Russian mobile', number: '+79161234567', is: RUSSIA },
  { what: 'Kazakhstan has one time since 2024', number: '+77272123456', is: 'Asia/Almaty' },
  { what: 'A mobile of Kazakhstan', number: '+77012345678', is: 'Asia/Almaty' },
  { what: 'Madrid', number: '+34912345678', is: 'Europe/Madrid' },
  { what: 'Las Palmas', number: '+34928123456', is: 'Atlantic/Canary' },
  { what: 'Tenerife', number: '+34922123456', is: 'Atlantic/Canary' },
  { what: 'A Spanish mobile', number: '+34612345678', is: 'Europe/Madrid+Atlantic/Canary' },
  { what: 'Lisbon', number: '+351211234567', is: 'Europe/Lisbon' },
  { what: 'Madeira keeps Lisbon’s time', number: '+351291123456', is: 'Europe/Lisbon' },
  { what: 'The Azores', number: '+351296123456', is: 'Atlantic/Azores' },
  { what: 'A Portuguese mobile', number: '+351912345678', is: 'Europe/Lisbon+Atlantic/Azores' },
  { what: 'London', number: '+442079460123', is: 'Europe/London' },
  { what: 'Rome', number: '+390612345678', is: 'Europe/Rome' },
  { what: 'Paris', number: '+33142345678', is: 'Europe/Paris' },
  { what: 'Réunion', number: '+262262161234', is: 'Indian/Reunion', law: 'RE' },
  { what: 'Mayotte', number: '+262269601234', is: 'Indian/Mayotte', law: 'YT' },
  { what: 'Guadeloupe', number: '+590590201234', is: 'America/Guadeloupe' },
  { what: 'Martinique', number: '+596596301234', is: 'America/Martinique', law: 'MQ' },
  { what: 'French Guiana', number: '+594594101234', is: 'America/Cayenne', law: 'GF' },
  { what: 'Saint Pierre and Miquelon', number: '+508411234', is: 'America/Miquelon', law: 'PM' },
  { what: 'New Caledonia', number: '+687201234', is: 'Pacific/Noumea', law: 'NC' },
  { what: 'Puerto Rico', number: '+17872345678', is: 'America/Puerto_Rico', law: 'US-PR' },
  {
    what: 'The Dominican Republic',
    number: '+18092345678',
    is: 'America/Santo_Domingo',
    law: 'DO',
  },
  { what: 'Jamaica', number: '+18765230123', is: 'America/Jamaica', law: 'JM' },
  { what: 'The Bahamas', number: '+12423456789', is: 'America/Nassau', law: 'BS' },
  { what: 'Guam', number: '+16713001234', is: 'Pacific/Guam', law: 'US-GU' },
  { what: 'American Samoa', number: '+16846221234', is: 'Pacific/Pago_Pago', law: 'US-AS' },
  { what: 'The Northern Marianas', number: '+16702345678', is: 'Pacific/Saipan', law: 'US-MP' },
  { what: 'Kosovo', number: '+38328012345', is: 'Europe/Belgrade', law: 'XK' },
  { what: 'Ascension', number: '+24762889', is: 'Atlantic/St_Helena', law: 'AC' },
  { what: 'Norfolk Island', number: '+672322123', is: 'Pacific/Norfolk', law: 'NF' },
  { what: 'The Cocos Islands', number: '+61891621234', is: 'Indian/Cocos', law: 'CC' },
  { what: 'Christmas Island', number: '+61891641234', is: 'Indian/Christmas', law: 'CX' },
  { what: 'The Vatican', number: '+390669812345', is: 'Europe/Vatican', law: 'VA' },
  { what: 'San Marino', number: '+3780549886377', is: 'Europe/San_Marino', law: 'SM' },
  { what: 'Jersey', number: '+441534456789', is: 'Europe/Jersey', law: 'JE' },
  { what: 'Guernsey', number: '+441481256789', is: 'Europe/Guernsey', law: 'GG' },
  { what: 'The Isle of Man', number: '+441624756789', is: 'Europe/Isle_of_Man', law: 'IM' },
];

function russianTowns(): PlaceFact[] {
  const towns: readonly (readonly [code: string, zone: string])[] = [
    ['4012', 'Europe/Kaliningrad'],
    ['495', 'Europe/Moscow'],
    ['812', 'Europe/Moscow'],
    ['846', 'Europe/Samara'],
    ['8452', 'Europe/Saratov'],
    ['8512', 'Europe/Astrakhan'],
    ['8442', 'Europe/Volgograd'],
    ['343', 'Asia/Yekaterinburg'],
    ['3812', 'Asia/Omsk'],
    ['383', 'Asia/Novosibirsk'],
    ['3822', 'Asia/Tomsk'],
    ['391', 'Asia/Krasnoyarsk'],
    ['3952', 'Asia/Irkutsk'],
    ['3022', 'Asia/Chita'],
    ['4112', 'Asia/Yakutsk'],
    ['423', 'Asia/Vladivostok'],
    ['4242', 'Asia/Sakhalin'],
    ['4132', 'Asia/Magadan'],
    ['4152', 'Asia/Kamchatka'],
  ];
  return towns.map(([code, zone]) => ({
    what: `Russia ${code}`,
    number: `+7${code}${'2123456'.slice(0, 10 - code.length)}`,
    has: zone,
  }));
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => String(from + nth));
}
