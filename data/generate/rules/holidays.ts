import type { HolidayRule, Moved } from '../../../src/domain/law/holidays.ts';

/** The holidays that calling rules name. Where a rule says "holidays" these are the public ones of the place. */

const day = (on: string, name: string): HolidayRule => ({ name, on });

const moving = (moved: Moved, rules: readonly HolidayRule[]): HolidayRule[] =>
  rules.map((rule) => ({ ...rule, moved }));

const NEW_YEAR = day('01-01', 'New Year’s Day');
const CHRISTMAS = day('12-25', 'Christmas Day');
const GOOD_FRIDAY = day('easter -2', 'Good Friday');
const EASTER_MONDAY = day('easter +1', 'Easter Monday');
const LABOUR = day('05-01', 'Labour Day');
const ASSUMPTION = day('08-15', 'Assumption');
const ALL_SAINTS = day('11-01', 'All Saints’ Day');
const IMMACULATE = day('12-08', 'Immaculate Conception');
const EPIPHANY = day('01-06', 'Epiphany');

const KING = day('3rd monday of 01', 'Martin Luther King Day');
const WASHINGTON = day('3rd monday of 02', 'Washington’s Birthday');
const MARDI_GRAS = day('easter -47', 'Mardi Gras');
const MEMORIAL = day('last monday of 05', 'Memorial Day');
const JUNETEENTH = day('06-19', 'Juneteenth');
const INDEPENDENCE = day('07-04', 'Independence Day');
const PIONEER = day('07-24', 'Pioneer Day');
const LABOR = day('1st monday of 09', 'Labor Day');
const COLUMBUS = day('2nd monday of 10', 'Columbus Day');
const VETERANS = day('11-11', 'Veterans Day');
const THANKSGIVING = day('4th thursday of 11', 'Thanksgiving');
const AFTER_THANKSGIVING = day('4th thursday of 11 +1', 'the day after Thanksgiving');
const FLAG = day('06-14', 'Flag Day');
const ELECTION = day('1st monday of 11 +1', 'Election Day');

const EVERY_STATE = [
  NEW_YEAR,
  KING,
  MEMORIAL,
  JUNETEENTH,
  INDEPENDENCE,
  LABOR,
  VETERANS,
  THANKSGIVING,
  CHRISTMAS,
];

/** Those of Ala. Code 1-3-8, and the day that governors give in most years. */
export const ALABAMA = moving('nearest weekday', [
  ...EVERY_STATE,
  WASHINGTON,
  MARDI_GRAS,
  day('4th monday of 04', 'Confederate Memorial Day'),
  day('1st monday of 06', 'Jefferson Davis’ Birthday'),
  COLUMBUS,
  AFTER_THANKSGIVING,
]);

/** Those of R.S. 1:55 for the whole state, its offices open or shut, and the day that governors proclaim. */
export const LOUISIANA = moving('nearest weekday', [
  ...EVERY_STATE,
  WASHINGTON,
  MARDI_GRAS,
  GOOD_FRIDAY,
  COLUMBUS,
  ALL_SAINTS,
  ELECTION,
  AFTER_THANKSGIVING,
]).concat(day('01-08', 'Battle of New Orleans'), day('08-30', 'Huey P. Long Day'));

/**
 * Those of the state (R.I. Gen. Laws 25-1-1), four of which have their day off on Monday after a Saturday too, and
 * those of the United States, which have it on Friday.
 */
export const RHODE_ISLAND = [
  ...moving('next free weekday', [NEW_YEAR, INDEPENDENCE, VETERANS, CHRISTMAS]),
  ...moving('sunday to monday', [
    day('05-04', 'Rhode Island Independence Day'),
    day('2nd monday of 08', 'Victory Day'),
    ELECTION,
  ]),
  ...moving('nearest weekday', [...EVERY_STATE, WASHINGTON, COLUMBUS]),
];

/** Those that the Office of Attorney General lists. */
export const PENNSYLVANIA = moving('nearest weekday', [
  ...EVERY_STATE,
  WASHINGTON,
  GOOD_FRIDAY,
  FLAG,
  COLUMBUS,
  ELECTION,
]);

export const UTAH = moving('nearest weekday', [...EVERY_STATE, WASHINGTON, PIONEER, COLUMBUS]);

/** Those of Utah, Pennsylvania and Nebraska together. */
export const CAUTIOUS_DAYS = moving('nearest weekday', [
  ...EVERY_STATE,
  WASHINGTON,
  GOOD_FRIDAY,
  FLAG,
  PIONEER,
  COLUMBUS,
  ELECTION,
  AFTER_THANKSGIVING,
]);

export const FRANCE = [
  NEW_YEAR,
  EASTER_MONDAY,
  LABOUR,
  day('05-08', 'Victory in Europe Day'),
  day('easter +39', 'Ascension Day'),
  day('easter +50', 'Whit Monday'),
  day('07-14', 'National Day'),
  ASSUMPTION,
  ALL_SAINTS,
  day('11-11', 'Armistice Day'),
  CHRISTMAS,
];

export const SPAIN = moving('sunday to monday', [
  NEW_YEAR,
  EPIPHANY,
  GOOD_FRIDAY,
  LABOUR,
  ASSUMPTION,
  day('10-12', 'National Day'),
  ALL_SAINTS,
  day('12-06', 'Constitution Day'),
  IMMACULATE,
  CHRISTMAS,
]);

export const ITALY = [
  NEW_YEAR,
  EPIPHANY,
  day('easter', 'Easter Sunday'),
  EASTER_MONDAY,
  day('04-25', 'Liberation Day'),
  LABOUR,
  day('06-02', 'Republic Day'),
  ASSUMPTION,
  day('10-04', 'Saint Francis'),
  ALL_SAINTS,
  IMMACULATE,
  CHRISTMAS,
  day('12-26', 'Saint Stephen'),
];

export const eveOf = (rule: HolidayRule): HolidayRule => {
  const [, date = rule.on, days = '0'] = /^(.*?)(?: ([+-]\d+))?$/.exec(rule.on) ?? [];
  const before = Number(days) - 1;
  const shift = before === 0 ? '' : ` ${before > 0 ? '+' : ''}${before}`;
  return { name: `the eve of ${rule.name}`, on: `${date}${shift}` };
};

export const DUTCH_EVENINGS = [
  day('05-04', 'Remembrance Day'),
  day('12-05', 'the eve of Saint Nicholas'),
  day('12-24', 'Christmas Eve'),
];

export const AUSTRALIA = moving('next free weekday', [
  NEW_YEAR,
  day('01-26', 'Australia Day'),
  GOOD_FRIDAY,
  EASTER_MONDAY,
  day('04-25', 'Anzac Day'),
  CHRISTMAS,
  day('12-26', 'Boxing Day'),
]);

export const BRAZIL = [
  NEW_YEAR,
  GOOD_FRIDAY,
  day('04-21', 'Tiradentes'),
  LABOUR,
  day('09-07', 'Independence Day'),
  day('10-12', 'Our Lady of Aparecida'),
  day('11-02', 'All Souls’ Day'),
  day('11-15', 'Republic Day'),
  day('11-20', 'Black Awareness Day'),
  CHRISTMAS,
];

export const COLOMBIA = [
  NEW_YEAR,
  LABOUR,
  day('07-20', 'Independence Day'),
  day('08-07', 'Battle of Boyacá'),
  IMMACULATE,
  CHRISTMAS,
  day('easter -3', 'Maundy Thursday'),
  GOOD_FRIDAY,
  ...moving('kept on monday', [
    EPIPHANY,
    day('03-19', 'Saint Joseph'),
    day('easter +39', 'Ascension Day'),
    day('easter +60', 'Corpus Christi'),
    day('easter +68', 'Sacred Heart'),
    day('06-29', 'Saints Peter and Paul'),
    day('07-09', 'Our Lady of Chiquinquirá'),
    ASSUMPTION,
    day('10-12', 'Columbus Day'),
    ALL_SAINTS,
    day('11-11', 'Independence of Cartagena'),
  ]),
];

export const SOUTH_AFRICA = moving('sunday to monday', [
  NEW_YEAR,
  day('03-21', 'Human Rights Day'),
  GOOD_FRIDAY,
  day('easter +1', 'Family Day'),
  day('04-27', 'Freedom Day'),
  day('05-01', 'Workers’ Day'),
  day('06-16', 'Youth Day'),
  day('08-09', 'Women’s Day'),
  day('09-24', 'Heritage Day'),
  day('12-16', 'Day of Reconciliation'),
  CHRISTMAS,
  day('12-26', 'Day of Goodwill'),
]);

export const NORWAY = [
  NEW_YEAR,
  day('easter -3', 'Maundy Thursday'),
  GOOD_FRIDAY,
  day('easter', 'Easter Sunday'),
  EASTER_MONDAY,
  LABOUR,
  day('05-17', 'Constitution Day'),
  day('easter +39', 'Ascension Day'),
  day('easter +49', 'Whit Sunday'),
  day('easter +50', 'Whit Monday'),
  CHRISTMAS,
  day('12-26', 'Saint Stephen'),
];

/** Article 112 of the Labour Code moves a holiday off a weekend. The government moves those of January itself. */
export const RUSSIA = [
  ...['01', '02', '03', '04', '05', '06', '08'].map((date) =>
    day(`01-${date}`, 'New Year holidays'),
  ),
  day('01-07', 'Christmas'),
  ...moving('next free weekday', [
    day('02-23', 'Defender of the Fatherland Day'),
    day('03-08', 'International Women’s Day'),
    day('05-01', 'Spring and Labour Day'),
    day('05-09', 'Victory Day'),
    day('06-12', 'Russia Day'),
    day('11-04', 'Unity Day'),
  ]),
];
