const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const WHOLE = /^(?:\d+(?:\.\d+)?\s*[smhdw]\s*)+$/;
const PART = /(\d+(?:\.\d+)?)\s*([smhdw])/g;

/** `24h`, `90m`, `1d 12h`: milliseconds, or null when it is not a duration. */
export function parseDuration(text: string): number | null {
  const given = text.trim().toLowerCase();
  if (!WHOLE.test(given)) return null;
  let ms = 0;
  for (const [, amount, unit] of given.matchAll(PART)) {
    ms += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
  }
  return Math.round(ms);
}
