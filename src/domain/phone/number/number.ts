import {
  findPhoneNumbersInText,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import { cellProblem, EXTENSION, plainText, type CellProblem } from './cell.ts';
import { currentNumber } from './identity.ts';
import { NumberShapes } from './number-shapes.ts';
import {
  notAPerson,
  OPTIONAL_ZERO,
  OWN,
  problem,
  type NumberReading,
  type NumberRules,
} from './number-reading.ts';
import { areaOf, fictionalRange, type LineType, type NumberTables } from '../place/tables.ts';
import { unassigned } from './unassigned.ts';

export type { NumberReading, NumberRules } from './number-reading.ts';
export type { NumberTables } from '../place/tables.ts';

/** A cell that needs no reading: nothing but + and digits. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** What libphonenumber says of a number. */
interface Kind {
  readonly country: string | undefined;
  readonly type: ReturnType<PhoneNumber['getType']>;
}

/** libphonenumber is asked once for each shape of number: 40 times as fast, and by a test always the same. */
const SHAPES = new NumberShapes(metadata);
const KINDS = new Map<string, Kind | null>();

/** Null: it is no whole number as it stands, and has to be read with care. */
function kindOf(e164: string): Kind | null {
  const shape = SHAPES.shapeOf(e164);
  if (shape === null) return null;
  const known = KINDS.get(shape);
  if (known !== undefined) return known;
  const number = SHAPES.hasPrefix(e164) ? undefined : parse(e164, undefined);
  const isWhole = number?.isPossible() === true && number.number === e164;
  const kind = isWhole ? { country: number.country, type: number.getType() } : null;
  KINDS.set(shape, kind);
  return kind;
}

/** The countries that share a calling code, such as 1; empty: no country has it. */
export const countriesOfCode = (code: string): readonly string[] =>
  getCountries().filter((country) => getCountryCallingCode(country) === code);

/** `possible`: libphonenumber knows no number like this one, though our tables may. */
export const validityOf = (e164: string): 'valid' | 'possible' =>
  kindOf(e164)?.type === undefined ? 'possible' : 'valid';

/** Reads a cell as the number of one person, or says what is wrong with it and how to fix that. */
export function readNumber(cell: string, rules: NumberRules): NumberReading {
  if (E164.test(cell)) {
    const e164 = currentNumber(cell);
    const kind = kindOf(e164);
    if (kind !== null) return classified(kind, { e164, completed: false, tables: rules.tables });
  }
  const text = plainText(cell);
  const first = cellProblem(text);
  if (first === null) return fromDigits(text, rules);
  const readable = first.code === 'number_extension' || first.code === 'number_letters';
  if (!rules.extract || !readable) return { kind: 'problem', ...first };
  return extracted(text, first, rules);
}

/** The one number in a text. */
function extracted(text: string, first: CellProblem, rules: NumberRules): NumberReading {
  const country = countryOf(rules.defaultCountry);
  const options = country === undefined ? {} : { defaultCountry: country };
  const found = findPhoneNumbersInText(text, { ...options, extended: true });
  const [only, another] = new Map(found.map((one) => [one.number.number, one])).values();
  if (another !== undefined) {
    return problem('number_several', 'There is more than one number in the text.', {
      fix: 'Keep one number in the cell.',
    });
  }
  if (only === undefined) return { kind: 'problem', ...first };
  const written = text.slice(only.startsAt, only.endsAt);
  const digits = written.replace(/\s*(?:;|,|x|#|ext).*$/i, '');
  return fromDigits(digits, rules);
}

function fromDigits(text: string, rules: NumberRules): NumberReading {
  if (/^\+?[\d ]+[.,]0+$/.test(text)) return decimal(text, rules);
  const international = text.startsWith('+');
  const country = international ? undefined : countryOf(rules.defaultCountry);
  if (!international) {
    const reason = beforeNational(text.replace(/\D/g, ''), country, rules);
    if (reason !== null) return reason;
  }
  const written = parse(text, country);
  const number = asDialledToday(written);
  if (written === undefined || number?.isPossible() !== true)
    return impossible(text, country, rules);
  if (written.ext !== undefined) return { kind: 'problem', ...EXTENSION };
  if (!international && lacksZero(text, written)) return lostZero(number);
  return classifiedAs(number, { completed: !international, tables: rules.tables });
}

/** A cell of a column that a program took for measurements: 4155550100.0 */
function decimal(text: string, rules: NumberRules): NumberReading {
  const reading = fromDigits(text.replace(/[.,]0+$/, ''), rules);
  const fix = reading.kind === 'ok' ? `Write ${reading.e164}.` : (reading.fix ?? COMPARE);
  return problem('number_decimal', 'A program has saved the number as a decimal fraction.', {
    fix: `${fix} Then format the column as text.`,
  });
}

/** What must be settled before digits without + can be completed with a country. */
function beforeNational(
  digits: string,
  country: CountryCode | undefined,
  { tables }: NumberRules,
): NumberReading | null {
  if (tables.emergency.includes(digits)) {
    return problem('number_emergency', 'This is an emergency or service number.', { fix: OWN });
  }
  for (const exit of exitCodes(digits, country)) {
    // Never applied: where the cell was written is not known, and so what those first digits mean.
    const abroad = suggestion(digits.slice(exit.length), tables);
    if (abroad === null) continue;
    return problem('number_exit_code', `The number begins with ${exit} in place of +.`, {
      fix: `Write ${abroad}.`,
    });
  }
  if (country !== undefined) return shortCode(digits, country);
  const plus = suggestion(digits, tables);
  return problem('number_no_country', 'The number has no country code.', {
    fix:
      plus === null
        ? 'Write it with + and country code, or set default_country.'
        : `Write ${plus} if that is the number, or set default_country.`,
  });
}

/** The first digits that may stand for +: 00 almost everywhere, 011 in North America, others by country. */
function exitCodes(digits: string, country: CountryCode | undefined): string[] {
  const found = /^00[1-9]/.test(digits) ? ['00'] : [];
  const american = country === undefined || getCountryCallingCode(country) === '1';
  if (american && /^011[1-9]/.test(digits)) found.push('011');
  if (country === undefined) return found;
  const abroad = parse(digits, country);
  if (abroad === undefined) return found;
  const at = digits.indexOf(`${abroad.countryCallingCode}${abroad.nationalNumber}`);
  // Behind other digits stands a whole number with its country: those digits lead abroad.
  return at > 0 ? [...found, digits.slice(0, at)] : found;
}

/** The number that the digits are with a + before them; null when they are none. */
function suggestion(digits: string, tables: NumberTables): string | null {
  const number = asDialledToday(parse(`+${digits}`, undefined));
  if (number?.isPossible() !== true) return null;
  const reading = classifiedAs(number, { completed: false, tables });
  return reading.kind === 'ok' ? reading.e164 : null;
}

/** Few digits are a service of the network, unless the country has numbers that short. */
function shortCode(digits: string, country: CountryCode): NumberReading | null {
  if (digits.length > 6 || parse(digits, country)?.isValid() === true) return null;
  return problem('number_short_code', 'This is a short number, of a service and not a person.', {
    fix: OWN,
  });
}

const classifiedAs = (
  number: PhoneNumber,
  known: { completed: boolean; tables: NumberTables },
): NumberReading =>
  classified(
    { country: number.country, type: number.getType() },
    { ...known, e164: number.number },
  );

function classified(
  { country, type }: Kind,
  known: { e164: string; completed: boolean; tables: NumberTables },
): NumberReading {
  const { e164, completed, tables } = known;
  for (const start in tables.special) {
    if (e164.startsWith(start)) return notAPerson(tables.special[start] ?? '');
  }
  const range = fictionalRange(e164, tables.fictional);
  const area = areaOf(e164, tables.areaCodes);
  const base = { kind: 'ok', e164, fictional: range !== undefined, completed } as const;
  if (type === 'PREMIUM_RATE') return notAPerson('premium');
  if (type !== undefined) {
    // North America has Voice over IP of no place: 600, which is Canada's.
    const placeless = type === 'VOIP' && e164.startsWith('+1') && area === undefined;
    const line = placeless ? 'non_geographic' : LINE_TYPES[type];
    return { ...base, region: country ?? null, type: line, validity: 'valid' };
  }
  const region = area?.in[0]?.slice(0, 2) ?? range?.region ?? null;
  // The mask of 555-01xx fits any area code; one that nobody knows stays unknown.
  const ours = area !== undefined || (range !== undefined && range.region !== null);
  if (ours) {
    const line = range === undefined || range.region === null ? 'fixed_or_mobile' : range.type;
    return { ...base, region, type: line, validity: 'possible' };
  }
  return unassigned(e164, (other) => validityOf(other) === 'valid');
}

/**
 * By what a type says about the place. Voice over IP may be at home anywhere in its country, so the country
 * is all that it tells.
 */
const LINE_TYPES: Readonly<Record<NonNullable<ReturnType<PhoneNumber['getType']>>, LineType>> = {
  FIXED_LINE: 'fixed',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixed_or_mobile',
  VOIP: 'unknown',
  PREMIUM_RATE: 'non_geographic',
  TOLL_FREE: 'non_geographic',
  SHARED_COST: 'non_geographic',
  PERSONAL_NUMBER: 'non_geographic',
  PAGER: 'non_geographic',
  UAN: 'non_geographic',
  VOICEMAIL: 'non_geographic',
};

function impossible(
  text: string,
  country: CountryCode | undefined,
  { tables }: NumberRules,
): NumberReading {
  const plus = country === undefined ? null : suggestion(text.replace(/\D/g, ''), tables);
  const fix = plus === null ? COMPARE : `Write ${plus} if that is the number.`;
  switch (validatePhoneNumberLength(text, country)) {
    case 'TOO_SHORT':
      return problem('number_too_short', 'The number is too short.', { fix });
    case 'TOO_LONG':
      return problem('number_too_long', 'The number is too long.', { fix });
    case 'INVALID_COUNTRY':
      return problem(
        'number_country_code',
        'No country has the code that the number begins with.',
        { fix },
      );
    case 'INVALID_LENGTH':
    case 'NOT_A_NUMBER':
    case undefined:
      return problem('number_impossible', 'No number of this country has this many digits.', {
        fix,
      });
  }
}

const COMPARE = 'Compare it with the original; digits may be missing or doubled.';

function lostZero(number: PhoneNumber): NumberReading {
  return problem('number_lost_zero', 'The number has lost its leading zero.', {
    fix: `Write ${number.number} if ${number.formatNational()} is the number.`,
  });
}

/**
 * A national number without the 0 that its country writes before it. A spreadsheet drops it; but the digits
 * may as well be those of another country without their +, so it is for a person to say.
 */
function lacksZero(text: string, number: PhoneNumber): boolean {
  const digits = text.replace(/\D/g, '');
  if (number.country === undefined || digits.startsWith('0')) return false;
  if (
    digits !== number.nationalNumber ||
    !number.formatNational().replace(/\D/g, '').startsWith('0')
  ) {
    return false;
  }
  return !OPTIONAL_ZERO.has(number.country);
}

function parse(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const options = country === undefined ? {} : { defaultCountry: country };
  return parsePhoneNumberFromString(text, { ...options, extract: false });
}

/** The same line under its country's plan of today. */
function asDialledToday(number: PhoneNumber | undefined): PhoneNumber | undefined {
  const current = number === undefined ? null : currentNumber(number.number);
  return current === null || current === number?.number ? number : parse(current, undefined);
}

function countryOf(code: string | null): CountryCode | undefined {
  const upper = code?.toUpperCase() ?? '';
  return isSupportedCountry(upper) ? upper : undefined;
}
