/**
 * One line has one identity, however its number is spelled. Two spellings of a line have the same identity, two lines
 * never do; the property tests hold both against libphonenumber's plans.
 *
 * The rules are tables of our own and not libphonenumber's: identities are stored in the ledger, and an update of that
 * library must not change them. A change here needs a migration that computes the stored ones again.
 */

interface Rule {
  /** Of the digits behind the calling code. */
  readonly from: RegExp;
  /** What stands in their place, the calling code included. */
  readonly to: string;
}

/**
 * Spellings that their country no longer dials, and what it dials instead, by calling code. None of them is a number
 * of today's plan, so that nobody else is meant. (Trunk zeros, +44 0…, and Argentina's 15 behind the area code are
 * taken off by libphonenumber where the cell is read.)
 */
const REPLACED: Readonly<Record<string, readonly Rule[]>> = {
  // Italy keeps the 0 of landlines in international form since 1998 (AGCOM; ITU E.164 national plan): without it no
  // number begins with these digits. Certain. 1 and 3 (mobile), 43, 55, 70, 80, 84, 89 are numbers of other services.
  '39': [{ from: /^((?:[269]|1[01]|4[0-24-9]|5[0-46-9]|7[1-9]|8[1-35-8])\d{4,9})$/, to: '+390$1' }],
  // Mexico, 3 August 2019 (IFT): ten digits everywhere; 01, 044, 045 and the 1 of mobiles from abroad are gone. Certain.
  '52': [{ from: /^(?:1|01|044|045)([2-9]\d{9})$/, to: '+52$1' }],
  // Argentina: 15 marks a mobile inside the country, 9 from abroad; both at once is a slip. Certain.
  '54': [{ from: /^9?(?=\d{12}$)(11|[23]\d\d|[23]\d{3})15(\d+)$/, to: '+549$1$2' }],
  // Brazil, 2012 to 6 November 2016 (ANATEL, resolution 553): a 9 before the eight digits of every mobile. Certain. The
  // trunked radio numbers 70, 77, 78, 79 never got one (their network was closed in 2018) and stay as they are.
  '55': [{ from: /^([1-9][1-9])((?:[689]\d|7[1-6])\d{6})$/, to: '+55$19$2' }],
  // Colombia, 1 September 2021 (CRC, resolution 5826): 60 before the area code of landlines. Certain. 46 and six digits is
  // a number of today.
  '57': [{ from: /^([125-8]\d{7}|4[0-57-9]\d{6})$/, to: '+5760$1' }],
  // Vietnam, 15 September 2018 (MIC, decision 798): the mobiles of eleven digits got ten; the last seven stay. Certain.
  '84': [
    { from: /^16([2-9])(\d{7})$/, to: '+843$1$2' },
    ...['120>70', '121>79', '122>77', '126>76', '128>78', '123>83', '124>84', '125>85']
      .concat(['127>81', '129>82', '186>56', '188>58', '199>59'])
      .map((pair) => pair.split('>'))
      .map(([old, now]) => ({
        from: new RegExp(`^${old ?? ''}(\\d{7})$`),
        to: `+84${now ?? ''}$1`,
      })),
  ],
  // Ivory Coast, 31 January 2021 (ARTCI): two digits by operator before the eight; the second digit of a mobile and the
  // third of a landline name it (Moov 01 and 21, MTN 05 and 25, Orange 07 and 27). Mobiles certain, landlines likely.
  '225': [
    { from: /^((?:0[1-3]|[457][0-3])\d{6})$/, to: '+22501$1' },
    { from: /^([04-9][4-6]\d{6})$/, to: '+22505$1' },
    { from: /^([04-9][7-9]\d{6})$/, to: '+22507$1' },
    { from: /^(2[0-3]8\d{5})$/, to: '+22521$1' },
    { from: /^((?:2[0-4]|3[0-6])0\d{5})$/, to: '+22525$1' },
    {
      from: /^((?:20[23]|21[2357]|22[245]|23[45]|24[345]|306|31[69]|3[2-6]7|359|368)\d{5})$/,
      to: '+22527$1',
    },
  ],
  // Benin, 30 November 2024 (ARCEP Benin; ITU notice): 01 before the eight digits of every line. Certain.
  '229': [{ from: /^([2-9]\d{7})$/, to: '+22901$1' }],
  // Cameroon, 21 November 2014 (ART): 6 before mobiles, 2 before Camtel's landlines. Certain.
  '237': [
    { from: /^([79]\d{7}|66\d{6})$/, to: '+2376$1' },
    { from: /^((?:22|33)\d{6})$/, to: '+2372$1' },
  ],
  // Gabon, 15 November 2019 (ARCEP Gabon): 1, 6 or 7 by operator in the place of the 0, which was also left out; both
  // old spellings still pass for valid in libphonenumber. Likely: 03, an operator that is gone, has no successor.
  '241': [
    { from: /^0?1(\d{6})$/, to: '+24111$1' },
    { from: /^0?([256])(\d{6})$/, to: '+2416$1$2' },
    { from: /^0?([47])(\d{6})$/, to: '+2417$1$2' },
  ],
};

/** Two numbers that a network both takes today for one line: what is dialled stays, the identity is one. */
const SHARED: Readonly<Record<string, readonly Rule[]>> = {
  // San Marino's landlines are reached through Italy as well. Certain.
  '39': [{ from: /^(0549\d{6})$/, to: '+378$1' }],
  // Argentina: the same ten digits are never a landline's and a mobile's (ENACOM gives out blocks by service), and
  // networks differ in whether they want the 9. Certain.
  '54': [{ from: /^9(\d{10})$/, to: '+54$1' }],
  // Kosovo's mobiles under Monaco's code, until 2019. Likely: the old code may still be listed, and is not answered.
  '377': [{ from: /^(4[45]\d{6})$/, to: '+383$1' }],
  // Palestine's mobiles (056, 059) are reached under Israel's code too. Likely.
  '972': [{ from: /^(5[69]\d{7})$/, to: '+970$1' }],
};

const LONGEST_CODE = 3;

function replaced(e164: string, tables: Readonly<Record<string, readonly Rule[]>>): string {
  for (let length = 2; length <= LONGEST_CODE; length += 1) {
    const rules = tables[e164.slice(1, 1 + length)];
    if (rules === undefined) continue;
    const digits = e164.slice(1 + length);
    const rule = rules.find(({ from }) => from.test(digits));
    return rule === undefined ? e164 : digits.replace(rule.from, rule.to);
  }
  return e164;
}

/** The number that its country dials today for the line that was written as `e164`. */
export const currentNumber = (e164: string): string => replaced(e164, REPLACED);

/**
 * Under what a line counts as one: duplicates, open orders, caps, rests, lists of people who are not called. Given `+`
 * and digits; what no rule is about is its own identity.
 */
export const dialledIdentity = (e164: string): string => replaced(currentNumber(e164), SHARED);
