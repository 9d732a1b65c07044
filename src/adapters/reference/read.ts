import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import { PACKAGE_FOLDER } from '../files/package-folder.ts';

type Digests = Readonly<Record<string, string>>;

/** Written by `npm run generate`, which checks each file that it writes. */
const DIGESTS = new URL('data/reference/digests.json', PACKAGE_FOLDER);
let shipped: Digests | null = null;

/**
 * Reads a file of `data/reference`. Without it nobody's clock is known, so what is wrong stops the program. A file
 * with the content that was checked when it was made is not checked again: that takes longer than all else at the
 * start of a command.
 */
export function readReference<T>(path: string | URL, schema: z.ZodType<T, T>): T {
  let text: string;
  let json: unknown;
  try {
    text = readFileSync(path, 'utf8');
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`reference data cannot be read from ${String(path)}`, { cause });
  }
  if (isShipped(String(path), text)) return json as T;
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = z.prettifyError(parsed.error).replaceAll('\n', '; ');
  throw new Error(`reference data in ${String(path)} is not what this version reads: ${problems}`);
}

function isShipped(path: string, text: string): boolean {
  shipped ??= readDigests();
  return shipped[basename(path)] === createHash('sha256').update(text).digest('hex');
}

/** Without the digests every file is checked in full. */
function readDigests(): Digests {
  try {
    return JSON.parse(readFileSync(DIGESTS, 'utf8')) as Digests;
  } catch {
    return {};
  }
}
