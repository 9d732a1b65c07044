import * as z from 'zod';

export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'must be a number in the E.164 format, such as +12025550123');

export const httpUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}, 'must be an http or https address');

export const textMap = z.record(z.string(), z.string());

/** An optional member: `null` says the same as nothing. */
export function maybe<T extends z.ZodType>(schema: T) {
  const any: z.ZodType = schema;
  const made = any.nullish().transform((value): unknown => value ?? undefined);
  return made.pipe(any.optional()) as unknown as z.ZodPipe<
    z.ZodOptional<z.ZodNullable<T>>,
    z.ZodOptional<T>
  >;
}

/** An optional member with a default, which `null` stands for as well. */
export function maybeElse<T extends z.ZodType>(schema: T, other: () => z.output<T>) {
  const any: z.ZodType = schema;
  const made = any.nullable().default(other);
  return made.transform((value): unknown => value ?? other()).pipe(any) as unknown as z.ZodPipe<
    z.ZodDefault<z.ZodNullable<T>>,
    T
  >;
}
