import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/adapters/reference/load.ts';
import { readHolidays } from '../../../src/domain/campaign/holidays-file.ts';

const { places } = loadReference();

const read = (header: readonly string[], ...lines: readonly (readonly string[])[]) =>
  readHolidays(
    [header, ...lines].map((cells, i) => ({ line: i + 1, cells: [...cells] })),
    places,
  );

describe('the place of a holiday in a file', () => {
  test.each([
    ['', '', undefined],
    ['FR', '', ['FR']],
    ['uk', '', ['GB']],
    ['Deutschland', 'by', ['DE-BY']],
    ['DE', 'DE-BY', ['DE-BY']],
    ['US', 'louisiana', ['US-LA']],
    ['United States', 'US-LA', ['US-LA']],
    ['', 'us-la', ['US-LA']],
    ['CA', 'Ontario', ['CA-ON']],
    ['PR', '', ['US-PR']],
    ['Puerto Rico', 'San Juan', ['US-PR']],
    ['US', 'PR', ['US-PR']],
  ])('of country %j and state %j', (country, state, expected) => {
    const found = read(['date', 'country', 'state'], ['12-24', country, state]);
    const entry = { on: '12-24', ...(expected === undefined ? {} : { in: expected }) };
    expect(found).toEqual({ ok: true, holidays: [entry], unknown: [] });
  });

  test.each([
    ['US', 'CA-ON'],
    ['CA', 'Texas'],
    ['FR', 'US-LA'],
  ])('is refused when the state is not of the country: %s, %s', (country, state) => {
    const found = read(['date', 'country', 'state'], ['12-24', country, state]);
    expect(found).toMatchObject({ ok: false, problems: [{ column: 'state', value: state }] });
  });
});

test('what a list says a file can say, in any order of its columns', () => {
  const day = fc.constantFrom('2026-12-24', '12-24', 'easter -2', 'last monday of 05');
  const entry = fc.record({
    date: day,
    in: fc.constantFrom('', 'FR', 'US-LA', 'CA-QC', 'DE-BY', 'US-PR'),
    hours: fc.constantFrom('', '09:00-12:00'),
    name: fc.constantFrom('', 'Founders’ day', 'A, B'),
    other: fc.constantFrom('', 'x'),
  });
  const columns = ['date', 'country', 'state', 'hours', 'name', 'other'];
  const order = fc.shuffledSubarray(columns, { minLength: columns.length });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), order, (entries, header) => {
      const lines = entries.map(({ in: place, ...cells }) => {
        const [country = '', state = ''] = place.split('-');
        const all: Readonly<Record<string, string>> = { ...cells, country, state };
        return header.map((name) => ` ${all[name] ?? ''}`);
      });
      const holidays = entries.map(({ date, in: place, hours, name }) => ({
        on: date,
        ...(place === '' ? {} : { in: [place] }),
        ...(hours === '' ? {} : { hours }),
        ...(name === '' ? {} : { name }),
      }));
      expect(read(header, ...lines)).toEqual({ ok: true, holidays, unknown: ['other'] });
    }),
    { numRuns: 200 },
  );
});
