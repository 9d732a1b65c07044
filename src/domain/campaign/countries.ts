/** ISO 3166-1 alpha-2, and the three codes beside it that have phone numbers of their own: AC, TA and XK. */
const CODES = `
AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ
FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ
IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH
MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL
PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC
TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`;

/** ISO 3166-2, of the two countries whose states the rules tell apart. */
const STATES: Readonly<Record<string, string>> = {
  US: `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR UM VI`,
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT',
};

const COUNTRIES = new Set(CODES.trim().split(/\s+/));

/** What people write instead. */
const OTHER_NAMES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', EN: 'GB', USA: 'US' };

export const isCountry = (code: string): boolean => COUNTRIES.has(code);

/** `state`: without its country. Of countries whose states make no difference any will do. */
export const isStateOf = (country: string, state: string): boolean =>
  STATES[country]?.split(/\s+/).includes(state) ?? true;

export const countryMeant = (text: string): string | null =>
  Object.hasOwn(OTHER_NAMES, text) ? (OTHER_NAMES[text] ?? null) : null;
