/** Integers from 2^53 on lose their last digits in a JavaScript number; as texts they are still the ids they were. */
const LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g;

/** The parsed value, or undefined: a body that is cut short or no JSON is expected, not an exception. */
export function parseJson(body: string): unknown {
  const text = body.replace(/^\uFEFF/, '');
  try {
    const value = JSON.parse(text) as unknown;
    if (!/\d{16}/.test(text)) return value;
    return JSON.parse(text.replace(LONG_INTEGER, quoted)) as unknown;
  } catch {
    return undefined;
  }
}

const quoted = (token: string): string =>
  token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What nests deeper than this is not read: writing it down again would overflow the stack. */
const DEEPEST = 50;

export function nestsTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= DEEPEST) return true;
  return Object.values(value).some((inner) => nestsTooDeep(inner, depth + 1));
}
