import * as z from 'zod';
import { nonBlank } from './fields/fields.ts';

/** Did the call do what it was for? A condition on the structured output, apart from whether a human was reached. */

type Scalar = string | number | boolean;

/** One question about one field; exactly one of the four is given. */
interface SuccessTest {
  readonly field: string;
  readonly equals?: Scalar | undefined;
  readonly in?: readonly Scalar[] | undefined;
  readonly at_least?: number | undefined;
  readonly present?: boolean | undefined;
}

export type Success =
  | { readonly kind: 'test'; readonly test: SuccessTest }
  | { readonly kind: 'all' | 'any'; readonly tests: readonly SuccessTest[] };

const SUCCESS_TESTS = ['equals', 'in', 'at_least', 'present'] as const;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const field = nonBlank({
  description: 'A name from structured_output_config.',
  examples: ['confirmed'],
});

const tests = {
  equals: scalar.meta({ description: 'The answer is this.' }).optional(),
  in: z.array(scalar).min(1).meta({ description: 'The answer is one of these.' }).optional(),
  at_least: z.number().meta({ description: 'The answer is this number or more.' }).optional(),
  present: z
    .boolean()
    .meta({ description: 'true: there is an answer. false: there is none.' })
    .optional(),
};

const oneOfTests = { oneOf: SUCCESS_TESTS.map((name) => ({ required: [name] })) };
const single = z.strictObject({ field, ...tests }).meta(oneOfTests);

export const successSchema = z
  .strictObject({
    field: field.optional(),
    ...tests,
    all: z.array(single).min(1).meta({ description: 'Every one of these must hold.' }).optional(),
    any: z.array(single).min(1).meta({ description: 'One of these must hold.' }).optional(),
  })
  .meta({
    description: 'When a call counts as a success: a condition on what was read out of it.',
    oneOf: [{ required: ['field'], ...oneOfTests }, { required: ['all'] }, { required: ['any'] }],
  });

export function toSuccess(value: z.infer<typeof successSchema>): Success | null {
  if (value.all !== undefined) return { kind: 'all', tests: value.all };
  if (value.any !== undefined) return { kind: 'any', tests: value.any };
  const { field: name, equals, in: among, at_least: least, present } = value;
  if (name === undefined) return null;
  return { kind: 'test', test: { field: name, equals, in: among, at_least: least, present } };
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const numberOf = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};

/** The model that extracts the answers writes `"true"` for true and `"Yes"` for yes often enough. */
function same(answer: unknown, wanted: Scalar): boolean {
  if (!isScalar(answer)) return false;
  if (typeof wanted === 'number') return numberOf(answer) === wanted;
  return String(answer).trim().toLowerCase() === String(wanted).trim().toLowerCase();
}

const isPresent = (answer: unknown): boolean =>
  answer !== null && answer !== undefined && (typeof answer !== 'string' || answer.trim() !== '');

function holds(test: SuccessTest, output: Readonly<Record<string, unknown>>): boolean {
  const answer = Object.hasOwn(output, test.field) ? output[test.field] : undefined;
  if (test.equals !== undefined) return same(answer, test.equals);
  if (test.in !== undefined) return test.in.some((wanted) => same(answer, wanted));
  if (test.at_least !== undefined) {
    const number = numberOf(answer);
    return number !== null && number >= test.at_least;
  }
  return isPresent(answer) === (test.present ?? true);
}

/** Whether a talk was a refusal. Where the campaign does not say, a talk that was no success may have been one. */
export const wasRefusal = (
  on: { readonly success: Success | null; readonly refusal: Success | null },
  output: Readonly<Record<string, unknown>> | null,
): boolean =>
  on.refusal === null
    ? callSuccess(on.success, output) !== true
    : callSuccess(on.refusal, output) !== false;

/** Null when the campaign has no condition, or the call brought no output to hold against it. */
export function callSuccess(
  success: Success | null,
  output: Readonly<Record<string, unknown>> | null,
): boolean | null {
  if (success === null || output === null) return null;
  if (success.kind === 'test') return holds(success.test, output);
  return success.kind === 'all'
    ? success.tests.every((test) => holds(test, output))
    : success.tests.some((test) => holds(test, output));
}
