import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Reads a file of `data/reference`. Without it nobody's clock is known, so what is wrong stops the program. */
export function readReference<T>(path: string | URL, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`reference data cannot be read from ${String(path)}`, { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = z.prettifyError(parsed.error).replaceAll('\n', '; ');
  throw new Error(`reference data in ${String(path)} is not what this version reads: ${problems}`);
}
