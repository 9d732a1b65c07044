import { problem, type NumberReading } from './number-reading.ts';

/** An area code that may be given out some day: none begins with 0 or 1, ends in 11 or 00, or is kept back by the plan. */
const MAY_COME = /^(?!.11|.00|37|96|.9|555)[2-9]\d\d$/;
/** The codes of the other countries and islands that share the calling code. */
const ELSEWHERE = new Set(
  `242 246 264 268 284 340 345 441 473 649 658 664 670 671 684 721 758 767 784 787 809 829 849 868 869 876
  939`.split(/\s+/),
);
const SUBSCRIBER = '[2-9]\\d{6}';

/** Digits that no country has given out, as far as is known. `isKnown`: whether some number of the kind is. */
export function unassigned(e164: string, isKnown: (e164: string) => boolean): NumberReading {
  const [, code] = new RegExp(`^\\+1(\\d{3})${SUBSCRIBER}$`).exec(e164) ?? [];
  const mayCome = code !== undefined && MAY_COME.test(code) && !ELSEWHERE.has(code);
  if (!mayCome || isKnown(`+1${code}2345678`))
    return problem(
      'number_unassigned',
      'The number has the right length, but no such range exists.',
      { fix: 'Compare it with the original; a digit may be wrong.' },
    );
  return problem(
    'number_new_area_code',
    `Area code ${code} is in no list of this version: perhaps it is a new area code.`,
    { fix: 'Compare it with the original. If it is right, a newer version is needed to call it.' },
  );
}
