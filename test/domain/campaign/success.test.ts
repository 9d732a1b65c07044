import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callSuccess, type Success } from '../../../src/domain/campaign/success.ts';
import { campaignOf, problemsOf } from './a-campaign.ts';

const OUTPUTS = {
  'assistant.structured_output_config': [
    { name: 'confirmed', type: 'boolean', required: true },
    { name: 'time', type: 'enum', required: false, enum_options: ['morning', 'evening'] },
    { name: 'score', type: 'number', required: false },
    { name: 'day', type: 'date', required: false },
    { name: 'remark', type: 'string', required: false },
  ],
};

const read = (success: unknown): Success | null => campaignOf({ ...OUTPUTS, success }).success;
const said = (success: unknown): string[] => problemsOf({ ...OUTPUTS, success });

const yes = { field: 'confirmed', equals: true };

const ANSWERS: [unknown, Record<string, unknown>, boolean][] = [
  [yes, { confirmed: true }, true],
  [yes, { confirmed: false }, false],
  [yes, { confirmed: 'True' }, true],
  [yes, { confirmed: 'no' }, false],
  [yes, { confirmed: 1 }, false],
  [yes, { confirmed: null }, false],
  [yes, {}, false],
  [{ field: 'score', equals: 3 }, { score: 3 }, true],
  [{ field: 'score', equals: 3 }, { score: '3.0' }, true],
  [{ field: 'score', equals: 0 }, { score: '' }, false],
  [{ field: 'score', equals: 0 }, { score: false }, false],
  [{ field: 'score', equals: 0 }, { score: [] }, false],
  [{ field: 'remark', equals: 'Yes' }, { remark: ' yes ' }, true],
  [{ field: 'remark', equals: '3' }, { remark: 3 }, true],
  [{ field: 'time', in: ['morning', 'evening'] }, { time: 'Evening' }, true],
  [{ field: 'time', in: ['morning'] }, { time: 'evening' }, false],
  [{ field: 'score', at_least: 7 }, { score: 7 }, true],
  [{ field: 'score', at_least: 7 }, { score: 6.99 }, false],
  [{ field: 'score', at_least: 7 }, { score: '8' }, true],
  [{ field: 'score', at_least: 0 }, { score: null }, false],
  [{ field: 'score', at_least: 0 }, { score: 'many' }, false],
  [{ field: 'score', at_least: 0 }, { score: Number.NaN }, false],
  [{ field: 'remark', present: true }, { remark: 'x' }, true],
  [{ field: 'remark', present: true }, { remark: ' ' }, false],
  [{ field: 'confirmed', present: true }, { confirmed: false }, true],
  [{ field: 'remark', present: false }, { remark: null }, true],
  [{ field: 'remark', present: false }, {}, true],
  [{ field: 'remark', present: false }, { remark: 0 }, false],
  [{ all: [yes, { field: 'score', at_least: 5 }] }, { confirmed: true, score: 5 }, true],
  [{ all: [yes, { field: 'score', at_least: 5 }] }, { confirmed: true, score: 4 }, false],
  [{ any: [yes, { field: 'score', at_least: 5 }] }, { confirmed: false, score: 5 }, true],
  [{ any: [yes, { field: 'score', at_least: 5 }] }, { confirmed: false }, false],
];

describe('a call is a success', () => {
  test.each(ANSWERS)('%j with %j: %s', (condition, output, success) => {
    expect(callSuccess(read(condition), output)).toBe(success);
  });

  test('is not known without a condition, or without output', () => {
    expect(callSuccess(null, { confirmed: true })).toBeNull();
    expect(callSuccess(read(yes), null)).toBeNull();
    expect(callSuccess(null, null)).toBeNull();
  });

  test('what every object inherits is no answer', () => {
    const condition: Success = { kind: 'test', test: { field: 'constructor', present: true } };
    expect(callSuccess(condition, {})).toBe(false);
  });

  test('all and any are every and some, and each other’s opposite', () => {
    const test1 = fc.record({
      field: fc.constantFrom('a', 'b', 'c'),
      equals: fc.constantFrom(true, 1, 'x'),
    });
    const output = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom(true, 1, 'x', null),
    );
    fc.assert(
      fc.property(fc.array(test1, { minLength: 1 }), output, (tests, given) => {
        const each = tests.map((one) => callSuccess({ kind: 'test', test: one }, given));
        expect(callSuccess({ kind: 'all', tests }, given)).toBe(!each.includes(false));
        expect(callSuccess({ kind: 'any', tests }, given)).toBe(each.includes(true));
      }),
    );
  });
});

const forms = 'write { field: confirmed, equals: true }, or all: […], or any: […]';
const give = 'give one of equals, in, at_least, present';

const CONDITIONS: [unknown, string[]][] = [
  [{}, [`success: names no field -> ${forms}`]],
  [{ equals: true }, [`success: names no field -> ${forms}`]],
  [{ field: 'confirmed' }, [`success: asks nothing -> ${give}`]],
  [
    { field: 'remark', equals: 'x', present: true },
    [`success: asks equals and present at once -> ${give}`],
  ],
  [
    { all: [{ field: 'confirmed', equals: true }], field: 'score' },
    [`success: has all and field side by side -> ${forms}`],
  ],
  [
    {
      all: [{ field: 'confirmed', equals: true }],
      any: [{ field: 'confirmed', equals: true }],
    },
    [`success: has all and any side by side -> ${forms}`],
  ],
  [{ any: [{ field: 'score' }] }, [`success.any[0]: asks nothing -> ${give}`]],
  [{ any: [] }, ['success.any: is an empty list -> name at least one']],
  [{ field: 'time', in: [] }, ['success.in: is an empty list -> name at least one']],
  [
    { any: [{ all: [{ field: 'score', equals: 1 }] }] },
    [
      'success.any[0].field: is missing -> add field: confirmed',
      'success.any[0].all: is not a known key -> it belongs under refusal or success',
    ],
  ],
  [
    { field: 'confirmd', equals: true },
    [
      'success.field: "confirmd" is not in assistant.structured_output_config -> did you mean confirmed?',
    ],
  ],
  [
    { all: [{ field: 'price', equals: 1 }] },
    [
      'success.all[0].field: "price" is not in assistant.structured_output_config -> declare it there',
    ],
  ],
  [
    { field: 'confirmed', equals: 'yes' },
    ['success.equals: "yes" can never be confirmed: boolean -> write true or false'],
  ],
  [
    { field: 'time', equals: 'mornin' },
    ['success.equals: "mornin" can never be time: enum -> did you mean morning?'],
  ],
  [
    { field: 'time', in: ['morning', 'noon'] },
    ['success.in[1]: "noon" can never be time: enum -> write one of morning, evening'],
  ],
  [
    { field: 'score', equals: 'high' },
    ['success.equals: "high" can never be score: number -> write a number'],
  ],
  [
    { field: 'day', at_least: 3 },
    ['success.at_least: needs a number, and day is date -> use equals, in or present'],
  ],
  [
    { field: 'score', equals: null },
    ['success.equals: has no value -> give it one, or remove the line'],
  ],
  [
    { field: 'remark', equals: ['a'] },
    ['success.equals: ["a"] is a list, where text or a number or true or false is expected'],
  ],
  [
    true,
    [
      'success: true stands where a group of keys is expected -> give it keys: field, equals, in, at_least, present, all',
    ],
  ],
];

describe('a condition', () => {
  test.each(CONDITIONS)('%j', (condition, lines) => {
    expect(said(condition)).toEqual(lines);
  });

  test('needs something to ask about', () => {
    expect(problemsOf({ success: { field: 'confirmed', equals: true } })).toEqual([
      'success.field: "confirmed" is not in assistant.structured_output_config -> declare it there',
    ]);
  });

  test('cannot be held against the outputs of a stored assistant', () => {
    const success = { field: 'anything', equals: true };
    expect(problemsOf({ assistant: undefined, assistant_id: 'a', success })).toEqual([]);
  });
});
