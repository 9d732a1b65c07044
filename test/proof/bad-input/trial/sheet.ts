import { Dice } from '../../sim/draw/dice.ts';
import { aPhoneCell, CODES } from './phones.ts';
import { aBadHeader, aFitting, aLoneSurrogate, aText, ROLE_HEADERS, westernOf } from './texts.ts';

/** What somebody has in mind who writes a contact file, before it becomes bytes. */
export interface Sheet {
  readonly headers: readonly string[];
  /** Every record under the header, blank ones too. */
  readonly records: readonly (readonly string[])[];
  /** Numbers that can be read in one way only, in rows where nothing else is wrong. */
  readonly sure: ReadonlyMap<number, string>;
  /** Nothing about the header or the size gives a reason to refuse the file. */
  readonly plain: boolean;
  readonly campaign: Campaigns;
}

export type Campaigns = keyof typeof CAMPAIGNS;

const HEAD = `name: Bad input
assistant: { prompt: You ask whether the address is still right. }
consent: { basis: customers, statement: They agreed to be called. }
rules: none
force_now: true
call_retry_config: { max_retry_attempts: 1 }
`;

/** Campaign files under which a contact file is read. The word says what is different. */
export const CAMPAIGNS = {
  plain: HEAD,
  american: `${HEAD}default_country: US\n`,
  british: `${HEAD}default_country: GB\n`,
  extracting: `${HEAD}extract: true\n`,
  'extracting american': `${HEAD}extract: true\ndefault_country: US\n`,
  german: `${HEAD}default_country: DE\nlocation: intersect\nnon_geographic: Europe/Berlin\n`,
} as const;

export const defaultCountryOf = (campaign: Campaigns): string | null =>
  /default_country: (\w\w)/.exec(CAMPAIGNS[campaign])?.[1] ?? null;

export const CODE_OF = CODES;

const PHONE_HEADERS = [
  'phone',
  'Phone Number',
  'MOBILE',
  'to_number',
  'Téléphone',
  'tel',
  ' phone ',
];
/** Large sheets are few: each takes longer than a hundred others. */
const SIZES = { wide: 0.003, long: 0.004, tall: 0.006 };
const MEGABYTE = 1_000_000;

export function aSheet(seed: number): Sheet {
  const dice = new Dice(`sheet ${seed}`);
  const western = dice.happens(0.15);
  const shape = new Shape(dice);
  const { headers } = shape;
  const count = dice.happens(SIZES.tall) ? dice.whole(1000, 3000) : dice.whole(1, 12);
  const records: string[][] = [];
  const sure = new Map<number, string>();
  for (let nth = 0; nth < count; nth++) {
    const { cells, number } = aRecord(dice, shape);
    if (number !== null && !western) sure.set(nth, number);
    records.push(western ? cells.map((cell) => westernOf(cell, dice)) : cells);
  }
  const isLong = dice.happens(SIZES.long);
  if (isLong) lengthen(records, { dice, sure });
  const campaign = dice.pick(Object.keys(CAMPAIGNS) as Campaigns[]);
  const plain = shape.plain && !isLong && records.some((cells) => !isBlank(cells));
  return {
    headers: headers.map((header) => (western ? westernHeader(header, dice) : header)),
    records,
    sure,
    plain,
    campaign,
  };
}

const westernHeader = (header: string, dice: Dice): string =>
  /^[\u0020-\u00ff]*$/.test(header) ? header : westernOf(header, dice);

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '');

/** Puts a cell of a megabyte into a row, or one that makes the row too long to be read. */
function lengthen(records: string[][], on: { dice: Dice; sure: Map<number, string> }): void {
  const { dice, sure } = on;
  const nth = dice.whole(0, records.length - 1);
  const cells = records[nth] ?? [];
  const unit = dice.pick(['x', '1', '="', '\u{1f600}', '\r\n', "'", '+12025550143 ', '\u202e']);
  const bytes = new TextEncoder().encode(unit).length;
  const size = dice.pick([MEGABYTE, MEGABYTE * 0.5, MEGABYTE * 1.2]);
  cells[dice.whole(0, cells.length - 1)] = unit.repeat(Math.floor(size / bytes));
  sure.delete(nth);
}

/** The columns of a sheet. */
class Shape {
  readonly headers: readonly string[];
  readonly phone: number;
  readonly plain: boolean;
  /** All cells are what their column asks for, so that a good number is a good row. */
  readonly fitting: boolean;

  constructor(dice: Dice) {
    const roles = dice.some(ROLE_HEADERS, 0.3);
    const own = Array.from({ length: dice.whole(0, 3) }, (_, nth) => `own ${nth}`);
    const wide = dice.happens(SIZES.wide) ? dice.pick([9_980, 10_000, 10_001]) : 0;
    const many = Array.from({ length: wide }, (_, nth) => `c${nth}`);
    const bad = dice.happens(0.3)
      ? Array.from({ length: dice.whole(1, 4) }, () => aBadHeader(dice))
      : [];
    const others = [...roles, ...own, ...many, ...bad];
    for (let left = others.length - 1; left > 0; left--) {
      const at = dice.whole(0, left);
      [others[left], others[at]] = [others[at] ?? '', others[left] ?? ''];
    }
    this.phone = dice.whole(0, Math.min(others.length, 5));
    const fedBack = dice.happens(0.05) ? ['call_contact', 'call_state', 'call_reason'] : [];
    const phones = dice.happens(0.03) ? [] : [dice.pick(PHONE_HEADERS)];
    const headers = [
      ...others.slice(0, this.phone),
      ...phones,
      ...others.slice(this.phone),
      ...fedBack,
    ];
    this.headers = dice.happens(0.02) ? [...headers, dice.pick(headers)] : headers;
    this.plain =
      bad.length === 0 &&
      wide === 0 &&
      this.headers.length === headers.length &&
      phones.length === 1;
    this.fitting = fedBack.length === 0 && dice.happens(0.7);
  }
}

function aRecord(dice: Dice, shape: Shape): { cells: string[]; number: string | null } {
  const { headers, phone, fitting, plain } = shape;
  const chance = dice.unit();
  if (chance < 0.03) return { cells: headers.map(() => dice.pick(['', ' ', '\t'])), number: null };
  const cell = aPhoneCell(dice);
  const cells = headers.map((header, at) => {
    if (at === phone) return cell.text;
    if (ROLE_HEADERS.includes(header) && fitting) return aFitting(header, dice);
    if (header.length > 1 && /^c\d+$/.test(header)) return 'x';
    return dice.happens(0.01) ? aLoneSurrogate(dice) : aText(dice);
  });
  if (chance > 0.94) return { cells: cells.slice(0, dice.whole(1, cells.length)), number: null };
  if (chance > 0.9) return { cells: [...cells, aText(dice)], number: null };
  return { cells, number: fitting && plain ? cell.sure : null };
}
