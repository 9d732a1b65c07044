import * as z from 'zod';

export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'must be a number in the E.164 format, such as +12025550123');

export const httpUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}, 'must be an http or https address');

export const textMap = z.record(z.string(), z.string());
