import { loadReference } from '../../../../src/adapters/reference/load.ts';
import { readNumber } from '../../../../src/domain/phone/number/number.ts';

const { numbers: tables } = loadReference();
const RULES = { defaultCountry: null, extract: false, tables };

/** With a space before it the same number goes the long way: a cell that has to be read. */
export function differences(numbers: Iterable<string>): string[] {
  const wrong: string[] = [];
  for (const number of numbers) {
    const [short, long] = [readNumber(number, RULES), readNumber(` ${number}`, RULES)];
    if (JSON.stringify(short) !== JSON.stringify(long)) {
      wrong.push(`${number}: ${JSON.stringify(short)} and not ${JSON.stringify(long)}`);
    }
  }
  return wrong;
}
