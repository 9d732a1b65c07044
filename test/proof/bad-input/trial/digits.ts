/** The zero of each script that counts in tens, as Unicode has them: every run of its digits begins with one. */
export const ZEROS: readonly number[] = zeros();

function zeros(): number[] {
  const found: number[] = [];
  let run = 0;
  for (let code = 0; code <= 0x10ffff; code += 1) {
    run = /\p{Nd}/u.test(String.fromCodePoint(code)) ? run + 1 : 0;
    if (run % 10 === 1) found.push(code);
  }
  return found;
}

const VALUES = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(zero + value), value] as const),
  ),
);

/** The same number, written with the digits of another script. */
export const inScript = (text: string, zero: number): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** What people and programs put between the digits of one number. */
const SEPARATOR = /[\s()./\-\p{Cf}\p{Pd}\u2212\u30fc\u0000-\u001f"'`´‘’“”]/u;

/** A row of digits with nothing but separators in between. */
export interface DigitRun {
  readonly digits: string;
  /** A plus stands before it. */
  readonly plus: boolean;
}

/** Every run of digits in a cell, in ASCII. */
export function runsIn(cell: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = '';
  let plus = false;
  const end = (): void => {
    if (digits !== '') runs.push({ digits, plus });
    digits = '';
    plus = false;
  };
  for (const character of cell.normalize('NFKC')) {
    const value = VALUES.get(character);
    if (value !== undefined) digits += String(value);
    else if (character === '+') {
      end();
      plus = true;
    } else if (!SEPARATOR.test(character)) end();
  }
  end();
  return runs;
}
