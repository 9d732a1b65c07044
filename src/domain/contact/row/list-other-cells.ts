import { plainText } from '../../phone/number/cell.ts';
import { readListed, type ListReading } from '../../phone/number/listed-number.ts';
import { plainHeader } from '../columns/header-name.ts';

/** A number that stands in a column which is not known as a phone column. */
export interface FoundInCell {
  readonly numbers: readonly string[];
  readonly tails: readonly string[];
}

/** Words of a header by which digits are something else than a number to call. */
const NOT_A_NUMBER = new Set([
  ...['id', 'ids', 'uid', 'uuid', 'guid', 'identifier', 'zip', 'zipcode', 'postal', 'postcode'],
  ...['plz', 'cep', 'date', 'datum', 'fecha', 'dob', 'birthday', 'time', 'timestamp', 'created'],
  ...['updated', 'modified', 'order', 'invoice', 'ticket', 'reference', 'sku', 'vat', 'tax'],
  ...['iban', 'amount', 'price', 'total', 'revenue', 'latitude', 'longitude', 'lat', 'lng', 'lon'],
]);
const COMPACT_ID = /^(?:customer|record|contact|lead|account|user|person|external|order)id$/;

/** Whether a column holds ids, dates, amounts or postal codes: in it only +… is a phone number. */
export function isNoNumberHeader(header: string): boolean {
  const words = plainHeader(header)
    .normalize('NFKC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => NOT_A_NUMBER.has(word) || COMPACT_ID.test(word));
}

const NOTHING: FoundInCell = { numbers: [], tails: [] };
const PHONE_SHAPE = /^\+?[\d ()./-]+$/;
const INTERNATIONAL = /\+[\d ()./-]*\d/g;
const DATE = /^(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)$/;
const COMPACT_DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const AMOUNT = /^(?:-?\d+\.\d{1,2}|-?\d{1,3}(?:\.\d{3})+)$/;
const POSTAL_CODE = /^\d{5}-\d{3,4}$/;

/** What bars in such a cell: a whole number, +… within words, or what looks like a phone number by its last digits. */
export function numbersInCell(cell: string, isNoNumber: boolean, on: ListReading): FoundInCell {
  const found = plainText(cell)
    .split(/[,;|]|:::|\s\/\s/)
    .map((piece) => inPiece(piece.trim(), isNoNumber, on));
  return {
    numbers: [...new Set(found.flatMap(({ numbers }) => numbers))],
    tails: [...new Set(found.flatMap(({ tails }) => tails))],
  };
}

function inPiece(text: string, isNoNumber: boolean, on: ListReading): FoundInCell {
  const digits = text.replace(/\D/g, '').length;
  if (digits < 7) return NOTHING;
  const isPhoneLike = PHONE_SHAPE.test(text) && digits <= 15;
  if (!isPhoneLike || (isNoNumber && !text.startsWith('+')))
    return { numbers: international(text, on), tails: [] };
  if (DATE.test(text) || POSTAL_CODE.test(text)) return NOTHING;
  const listed = readListed(text, on);
  if (listed.kind === 'numbers') return listed;
  if (listed.kind !== 'tails' || COMPACT_DATE.test(text) || AMOUNT.test(text)) return NOTHING;
  return { numbers: [], tails: listed.tails };
}

const international = (text: string, on: ListReading): string[] =>
  [...text.matchAll(INTERNATIONAL)].flatMap(([run]) => wholeAtStart(run, on));

/** Other digits may follow the number: `+12125567010 2026-03-01`. */
function wholeAtStart(run: string, on: ListReading): readonly string[] {
  for (let text = run; /\d/.test(text); text = text.replace(/\d+[^\d+]*$/, '')) {
    const listed = readListed(text, on);
    if (listed.kind === 'numbers') return listed.numbers;
  }
  return [];
}
