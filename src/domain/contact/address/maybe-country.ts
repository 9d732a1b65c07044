import { isCountry, isStateOf } from '../../campaign/countries.ts';
import { countriesMeant } from './countries-meant.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Two-letter codes of states, provinces and cantons that are also codes of countries. A person there means the state.
 * Those of the United States and Canada are known anyway.
 */
const PARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  AU: list('NT SA WA'),
  BR: list(
    'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO CO NE NO SU',
  ),
  CH: list('AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'),
  DE: list('BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'),
  ES: list(
    'AB AL AV BA BI BU CA CC CE CO CR CS CU GC GE GI GR GU HU IB LE LO LU MA ML MU NA OR OU PM PO SA SE SG SO SS TE TF TO VA VI ZA CL CT CM CN EX AN AR AS MD MC PV RI VC',
  ),
  IN: list(
    'AP AR AS BR CG CH CT DD DL DN GA GJ GO HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP UT WB',
  ),
  IT: list(
    'AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV',
  ),
  MX: list(
    'AG BC BS CM CS CH CO CL DF DG EM GT GR HG JA MC MX MI MO NA NL OA PU QT QR SL SI SO TB TM TL VE YU ZA',
  ),
  NL: list('DR FL FR GE GR LI NB NH OV UT ZE ZH'),
};

/** What sales teams call their regions and directions, in two and three letters. */
const REGIONS = list(
  'NE SE NO SO NA SA LA ME AF AS AM EST NOR SUR AND MCO MAR NAM PER COM FIN ANT CAF CAR',
);

/** Names of countries that are a place of that country as well. */
const PLACES: Readonly<Record<string, ReadonlySet<string>>> = {
  US: list('GEORGIA JERSEY HOLLAND LEBANON JORDAN PERU CUBA'),
  BE: list('LUXEMBOURG LUXEMBURG'),
  ES: list('GRANADA'),
};

/**
 * The country that a cell of a column such as `Region`, `Location` or `Address` names, where it is one beyond doubt;
 * empty: it names none. Such a column is more often about something else, so that two letters which are a state at home,
 * and a name which is a place there, say nothing.
 */
export function countryPerhaps(cell: string, home: string | null): readonly string[] {
  const pieces = cell
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const last = pieces.at(-1)?.replace(/\.$/, '') ?? '';
  if (/^\+\d/.test(last)) return pieces.length === 1 ? countriesMeant(last) : [];
  if (last.length > LONGEST || !/^\p{L}/u.test(last)) return [];
  const letters = last.toUpperCase().replace(/[.\s]/g, '');
  const isShort = letters.length < 4;
  if (!WELL_KNOWN.has(letters) && isShort && (pieces.length > 1 || isDoubtful(letters, home)))
    return [];
  const isPlace = home === null ? Object.values(PLACES) : [PLACES[home]];
  return isPlace.some((names) => names?.has(letters) === true) ? [] : countriesMeant(last);
}

const LONGEST = 60;
const WELL_KNOWN = list('USA UK UAE');

function isDoubtful(letters: string, home: string | null): boolean {
  if (home === null || REGIONS.has(letters)) return true;
  if (!isCountry(letters)) return false;
  const isStateAtHome = home === 'US' || home === 'CA' ? isEither(letters) : false;
  return isStateAtHome || PARTS[home]?.has(letters) === true;
}

/** Lists of either country have people of the other. */
const isEither = (letters: string): boolean =>
  letters !== 'CA' && (isStateOf('US', letters) || isStateOf('CA', letters));
