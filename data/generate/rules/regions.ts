import type { HolidayRule, Moved } from '../../../src/domain/law/holidays.ts';
import type { FactClosure } from './record.ts';

/**
 * Holidays of parts of a country. Of a person of whom only the country is known those of all its parts count: nobody
 * knows which are kept there.
 */

type Days = Readonly<Record<string, readonly string[]>>;

/** `easter -3 Maundy Thursday` */
function regional(country: string, days: Days, moved?: Moved): FactClosure[] {
  return Object.entries(days).map(([name, [on = '', ...parts]]) => {
    const rule: HolidayRule = moved === undefined ? { name, on } : { name, on, moved };
    return { days: [rule], hours: 'none', in: parts.map((part) => `${country}-${part}`) };
  });
}

export const spanishRegions = (): readonly FactClosure[] => [
  ...SPANISH_ISLAMIC,
  ...regional(
    'ES',
    {
      'Day of Andalusia': ['02-28', 'AN'],
      'Day of the Balearic Islands': ['03-01', 'IB'],
      'Saint Joseph': ['03-19', 'EX', 'GA', 'MC', 'MD', 'ML', 'NC', 'PV', 'VC'],
      'Saint George, Villalar': ['04-23', 'AR', 'CL'],
      'Day of Madrid': ['05-02', 'MD'],
      'Day of Galician Literature': ['05-17', 'GA'],
      'Day of the Canary Islands': ['05-30', 'CN'],
      'Day of Castile-La Mancha': ['05-31', 'CM'],
      'Day of Murcia, of La Rioja': ['06-09', 'MC', 'RI'],
      'Saint Anthony': ['06-13', 'CE'],
      'Saint John': ['06-24', 'CT', 'VC', 'GA'],
      'Day of the Institutions of Cantabria': ['07-28', 'CB'],
      'Saint James': ['07-25', 'GA', 'PV', 'NC', 'MD', 'CL', 'CB'],
      'Our Lady of Africa': ['08-05', 'CE'],
      'Day of Ceuta': ['09-02', 'CE'],
      'Day of Asturias, of Extremadura': ['09-08', 'AS', 'EX'],
      'Day of Catalonia': ['09-11', 'CT'],
      'Our Lady of Bien Aparecida': ['09-15', 'CB'],
      'Day of Melilla': ['09-17', 'ML'],
      'Day of the Valencian Community': ['10-09', 'VC'],
      'Saint Francis Xavier': ['12-03', 'NC'],
      'Saint Stephen': ['12-26', 'CT', 'IB'],
    },
    'sunday to monday',
  ),
  ...regional('ES', {
    'Carnival Tuesday': ['easter -47', 'EX'],
    'Maundy Thursday': [
      'easter -3',
      ...['AN', 'AR', 'AS', 'CB', 'CE', 'CL', 'CM', 'CN', 'EX', 'GA', 'IB', 'MC', 'MD', 'ML', 'NC'],
      ...['PV', 'RI'],
    ],
    'Easter Monday': ['easter +1', 'CB', 'CM', 'CT', 'IB', 'NC', 'PV', 'RI', 'VC'],
    'Whit Monday': ['easter +50', 'CT'],
    'Corpus Christi': ['easter +60', 'CM'],
    'Day of the Institutions of Cantabria, as some lists have it': ['06-28', 'CB'],
  }),
];

/** Of the Islamic calendar, as date-holidays 3.37.0 has them for Ceuta and Melilla. */
const SPANISH_ISLAMIC: readonly FactClosure[] = [
  { in: ['ES-CE'], days: ['2026-05-26', '2027-05-15', '2028-05-04'] },
  { in: ['ES-ML'], days: ['2026-05-27', '2027-05-16', '2028-05-05', '2029-04-24'] },
  { in: ['ES-ML'], days: ['2026-03-20', '2027-03-09', '2028-02-26', '2029-02-14'] },
].map(({ days, ...parts }) => ({
  ...parts,
  days: days.map((on) => ({ name: 'Feast of the Islamic calendar', on })),
  hours: 'none',
}));

export const ITALIAN_REGIONS: readonly FactClosure[] = regional('IT', {
  'Whit Monday': ['easter +50', '32'],
  'Saint John, of Turin, Florence and Genoa': ['06-24', '21', '42', '52'],
  'Saints Peter and Paul, of Rome': ['06-29', '62'],
  'Saint Rosalia, of Palermo': ['07-15', '82'],
  'Saint Ambrose, of Milan': ['12-07', '25'],
});

export const AUSTRALIAN_STATES: readonly FactClosure[] = regional('AU', {
  'Labour Day of Western Australia': ['1st monday of 03', 'WA'],
  'Labour Day, Adelaide Cup, Canberra Day': ['2nd monday of 03', 'VIC', 'TAS', 'SA', 'ACT'],
  'Easter Saturday': ['easter -1', 'NSW', 'VIC', 'QLD', 'SA', 'ACT', 'NT'],
  'Easter Sunday': ['easter', 'NSW', 'VIC', 'QLD', 'SA', 'ACT', 'NT', 'WA'],
  'Easter Tuesday': ['easter +2', 'TAS'],
  'Labour Day of Queensland, May Day': ['1st monday of 05', 'QLD', 'NT'],
  'Western Australia Day': ['1st monday of 06', 'WA'],
  'King’s Birthday': ['2nd monday of 06', 'NSW', 'VIC', 'SA', 'TAS', 'ACT', 'NT'],
  'Picnic Day': ['1st monday of 08', 'NT'],
  'King’s Birthday of Western Australia': ['last monday of 09', 'WA'],
  'Friday before the Grand Final': ['last friday of 09', 'VIC'],
  'Labour Day, King’s Birthday of Queensland': ['1st monday of 10', 'NSW', 'SA', 'ACT', 'QLD'],
  'Melbourne Cup': ['1st tuesday of 11', 'VIC'],
}).concat(regional('AU', { 'Reconciliation Day': ['05-27', 'ACT'] }, 'kept on monday'));

/** A holiday from the evening on. */
export const AUSTRALIAN_EVENINGS: readonly FactClosure[] = [
  {
    days: [{ name: 'Christmas Eve', on: '12-24' }],
    hours: '00:00-18:00',
    in: ['AU-QLD', 'AU-SA', 'AU-NT'],
  },
  { days: [{ name: 'New Year’s Eve', on: '12-31' }], hours: '00:00-19:00', in: ['AU-SA', 'AU-NT'] },
];
