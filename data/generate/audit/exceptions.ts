/**
 * Names of the geocoder that the gazetteer does not know, or that it knows elsewhere, each looked at by hand. The
 * audit stops at a name that is neither found nor listed here.
 */
export interface Exception {
  readonly zones: readonly string[];
  readonly reason: string;
}

type Reviewed = readonly [names: string, zone: string, reason: string];

const MAINLAND = 'America/Recife';
const PERNAMBUCO = 'Aldeia|Fazenda Nova|São Caetano|Aripibu|Jirau|Bom Nome|Serrolândia|Vermelho';

const CASES: Readonly<Record<string, readonly Reviewed[]>> = {
  AU: [
    ['Cocos Island|Cocos Islands', 'Indian/Cocos', 'an island territory, numbered with the west'],
    ['Christmas Island', 'Indian/Christmas', 'an island territory, numbered with the west'],
    ['Lord Howe Island', 'Australia/Lord_Howe', 'an island, numbered with New South Wales'],
    [
      'Eyre|Great Victoria',
      'Australia/Perth+Australia/Eucla',
      'districts of the Nullarbor; their east keeps Eucla’s time',
    ],
    ['Barrier', 'Australia/Sydney+Australia/Broken_Hill', 'a district on the way to Broken Hill'],
  ],
  BR: [
    [
      PERNAMBUCO.split('|')
        .map((name) => `${name} - PE`)
        .join('|'),
      MAINLAND,
      'on the mainland',
    ],
    ['Fernando de Noronha - PE', 'America/Noronha', 'the islands'],
    ['Cacau Pirêra - AM|Balbina - AM|Pitinga - AM', 'America/Manaus', 'in the east of Amazonas'],
    ['Bairro Eldorado - Sete Lagoas MG', 'America/Sao_Paulo', 'a part of Sete Lagoas'],
  ],
  CD: [
    ['Katanga', 'Africa/Lubumbashi', 'a province until 2015; all of it is in the east'],
    ['Kasai-Oriental|Kasai-Occidental', 'Africa/Lubumbashi', 'provinces until 2015, in the east'],
    ['Oriental Province|Kisanga', 'Africa/Lubumbashi', 'a province until 2015, in the east'],
    ['Mbandaka', 'Africa/Kinshasa', 'the town on the Congo, in the west'],
  ],
  CL: [
    [
      'Valparaíso',
      'America/Santiago',
      'Easter Island belongs to the region, and its numbers are told apart by hand',
    ],
  ],
  CN: [
    [
      'Jiagedaqi, Heilongjiang|Da Hinggan Ling, Heilongjiang',
      'Asia/Shanghai',
      'in the north-east; the gazetteer files places of Xinjiang under this province',
    ],
  ],
  ES: [['Guipúzcoa|Bizkaia|Araba', 'Europe/Madrid', 'provinces of the Basque Country']],
  GL: [
    ['Qasigannguit|Qeqertasuaq', 'America/Nuuk', 'Qasigiannguit and Qeqertarsuaq, in the west'],
    ['Ivittuut', 'America/Nuuk', 'abandoned; in the south-west'],
    ['Ittoqqortoormiit', 'America/Scoresbysund', 'Scoresbysund'],
  ],
  ID: [
    ['Ampah|Kuala Kurun|Kuala Kuayan', 'Asia/Pontianak', 'in Central Kalimantan'],
    ['Tanah Grogot|Melak|Tanjung Redeb', 'Asia/Makassar', 'in East Kalimantan'],
  ],
  NZ: [
    ['Chatham Is.|Waitangi (Chatham Is.)', 'Pacific/Chatham', 'the islands'],
    ['Scott Base', 'Antarctica/McMurdo', 'in the Antarctic, by the clock of the main islands'],
    [
      'South Island|Waipukurau|Pukekohe|Tokanui|Lumsden|Kurow|Lawrence|Haast|Fox Glacier|Franz Josef|Mokau',
      'Pacific/Auckland',
      'on the main islands',
    ],
    [
      'Levin W100|Palmerston North W100|Wanganui W100|New Plymouth W100|Hibiscus Coast|Great Barrier Island|Cheviot|Culverden',
      'Pacific/Auckland',
      'on the main islands',
    ],
  ],
  PF: [
    ['Îles du Vent|IDV|Îles Sous-le-vent|ISLV', 'Pacific/Tahiti', 'the Society Islands'],
    [
      'Remote Archipelago|Polynesia',
      'Pacific/Tahiti+Pacific/Marquesas+Pacific/Gambier',
      'nobody knows which of the islands',
    ],
  ],
  PT: [
    ['V. N. de Famalicão', 'Europe/Lisbon', 'Vila Nova de Famalicão'],
    ['S. João da Madeira', 'Europe/Lisbon', 'São João da Madeira, on the mainland'],
  ],
  RU: [
    ['Baikonur', 'Asia/Qyzylorda+Europe/Moscow', 'in Kazakhstan, leased; both clocks are kept'],
    [
      'Simferopol|Sevastopol',
      'Europe/Simferopol',
      'the Crimea, which the gazetteer puts into Ukraine',
    ],
    [
      "Donetsk People's Republic|Luhansk People's Republic|Kherson Region",
      'Europe/Moscow+Europe/Kyiv',
      'occupied parts of Ukraine: Moscow’s clock by force, Kyiv’s by law',
    ],
  ],
};

/** The reviewed exceptions of a country, by the name as the geocoder writes it. */
export function exceptionsOf(country: string): ReadonlyMap<string, Exception> {
  return new Map(
    (CASES[country] ?? []).flatMap(([names, zones, reason]) =>
      names.split('|').map((name) => [name, { zones: zones.split('+'), reason }] as const),
    ),
  );
}
