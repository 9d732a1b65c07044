import metadata from 'libphonenumber-js/max/metadata';

/** Every calling code, those of no country included. */
export const CODES: readonly string[] = [
  ...Object.keys(metadata.country_calling_codes),
  ...Object.keys(metadata.nonGeographic ?? {}),
];

/** Park and Miller: the same numbers on every machine. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed * 7919; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

/** Numbers of every calling code and of every length from 5 to 11 digits behind it. */
export function* someNumbers(choice: { seed: number; each: number }): Generator<string> {
  const chances = chance(choice.seed);
  for (const code of CODES) {
    for (let length = 5; length <= 11; length += 1) {
      for (let nth = 0; nth < choice.each; nth += 1) {
        let digits = '';
        while (digits.length < length) digits += String(chances.next().value);
        yield `+${code}${digits.slice(0, length)}`;
      }
    }
  }
}
