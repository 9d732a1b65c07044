/** How the places of a country's numbers are written, and what else tells them apart. */
export interface Plan {
  readonly country: string;
  /** Other names of regions in the geocoder, and GeoNames' codes for them. */
  readonly regions?: Readonly<Record<string, string>>;
  /**
   * Regions by the first digits behind the calling code: a town of the same name elsewhere is not meant. The
   * second list counts where the first has no such town: an area code that reaches over the border of a state.
   */
  readonly within?: Readonly<Record<string, readonly [core: string, border?: string]>>;
  /** What a place that no gazetteer knows keeps, by the first digits: there the regions of an area have odd corners. */
  readonly otherwise?: Readonly<Record<string, string>>;
}

/** GeoNames' codes by name, as `AC=01 Bayan-Ulgii=03`; `_` stands for a space. */
function codes(text: string): Record<string, string> {
  const pairs = text.trim().split(/\s+/);
  return Object.fromEntries(
    pairs.map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]),
  );
}

const BRAZIL =
  codes(`AC=01 AL=02 AP=03 AM=04 BA=05 CE=06 DF=07 ES=08 MS=11 MA=13 MT=14 MG=15 PA=16 PB=17
  PR=18 PI=20 RJ=21 RN=22 RS=23 RO=24 RR=25 SC=26 SP=27 SE=28 GO=29 PE=30 TO=31`);

const CHILE =
  codes(`Metropolitan_Region=12 Arica_and_Parinacota=16 Magallanes_and_Antártica_Chilena=10
  Aisén=02 Biobío=06 Araucanía=04`);

const MEXICO =
  codes(`AGS=01 BC=02 BCN=02 BCS=03 CAMP=04 CHIS=05 CHIH=06 CHI=06 COAH=07 COL=08 CDMX=09 DF=09
  FD=09 DGO=10 GTO=11 GRO=12 HGO=13 JAL=14 MEX=15 MICH=16 MOR=17 NAY=18 NL=19 OAX=20 PUE=21 QRO=22 QROO=23
  SLP=24 SIN=25 SON=26 TAB=27 TAMPS=28 TAM=28 TLAX=29 VER=30 YUC=31 ZAC=32`);

const MONGOLIA =
  codes(`Tuv=18 Uvurkhangai=15 Arkhangai=01 Bulgan=21 Orkhon=25 Selenge=16 Darkhan-Uul=23
  Khuvsgul=13 Bayan-Ulgii=03 Khovd=12 Bayankhongor=02 Uvs=19 Zavkhan=09 Govi-Altai=10 Sukhbaatar=17
  Dornogovi=07 Umnugovi=14 Govisumber=24 Khentii=11 Dornod=06 Dundgovi=08 Baganuur=20 Bagakhangai=20
  Nalaikh=20`);

const RUSSIA = codes(`Republic_of_Buryatia=11 Udmurtian_Republic=80 Republic_of_Khakassia=31
  Republic_of_Tuva=79 Primorie_territory=59 Leningrad_region=42 Republic_of_Mordovia=46
  Chuvashi_Republic=16 Republic_of_Marij_El=45 Republic_of_Kalmykia=24 Kabardino-Balkarian_Republic=22
  Republic_of_North_Ossetia=68 Chechen_Republic=12 Republic_of_Daghestan=17 Ingushi_Republic=19
  Karachayevo-Cherkessian_Republic=27 Chita=93 Republic_of_Bashkortostan=08 Republic_of_Karelia=28
  Altai_Territory=04 Republic_of_Altai=03 Mineranye_Vody=70`);

/** The states of Australia by the regulator's area codes, whose blocks tell the west from the middle. */
const AUSTRALIA: Plan['within'] = {
  '2': ['01 02', '07'],
  '3': ['06 07', '02'],
  '7': ['04', '02'],
  '8': ['03 05 08'],
  '86': ['08'],
  '87': ['03 05', '02'],
  '88': ['05', '02 03 07'],
  '880': ['02 05'],
  '889': ['03', '05 08'],
  '89': ['08'],
};

/**
 * Odd corners of the states have area codes of their own: Broken Hill is in 08 80, Eucla and the islands are named.
 */
const AUSTRALIA_OTHERWISE = {
  '2': 'Australia/Sydney',
  '3': 'Australia/Melbourne',
  '7': 'Australia/Brisbane',
  '85': 'Australia/Perth+Australia/Adelaide+Australia/Darwin',
  '86': 'Australia/Perth',
  '87': 'Australia/Adelaide+Australia/Darwin',
  '88': 'Australia/Adelaide',
  '889': 'Australia/Darwin',
  '89': 'Australia/Perth',
};

const JAVA = '04 07 08 10 30 33';
const SUMATRA = '01 03 05 15 24 26 32 35 37 40';

/** The islands of Indonesia by the first digits of the area code. */
const INDONESIA: Plan['within'] = {
  '2': [JAVA],
  '3': [JAVA],
  '36': ['02 17 18'],
  '37': ['17 18'],
  '38': ['18'],
  '4': ['21 22 31 34 38 41'],
  '5': ['11 12 13 14 42'],
  '6': [SUMATRA],
  '7': [SUMATRA],
  '9': ['28 29 36 39 PD PT PE PS'],
};

/**
 * The countries with more than one clock outside of North America, by calling code. Papua New Guinea, Kiribati
 * and Micronesia are not here: the geocoder names no towns of theirs, so that their numbers have every clock there.
 */
export const PLANS: Readonly<Record<string, Plan>> = {
  '243': { country: 'CD' },
  '299': { country: 'GL' },
  '34': { country: 'ES' },
  '351': { country: 'PT' },
  '52': { country: 'MX', regions: MEXICO },
  '55': { country: 'BR', regions: BRAZIL },
  '56': { country: 'CL', regions: CHILE },
  '593': { country: 'EC' },
  '61': { country: 'AU', within: AUSTRALIA, otherwise: AUSTRALIA_OTHERWISE },
  '62': { country: 'ID', within: INDONESIA },
  '64': { country: 'NZ' },
  '689': { country: 'PF' },
  '7': { country: 'RU', regions: RUSSIA },
  '86': { country: 'CN' },
  '976': { country: 'MN', regions: MONGOLIA },
};

/** The longest digits of a table that a prefix begins with. */
export function areaOf(
  prefix: string,
  table: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const areas = Object.keys(table).filter((digits) => prefix.startsWith(digits));
  return areas.sort((a, b) => b.length - a.length)[0];
}
