/** What `readNumber` knows beside libphonenumber: `ranges.json`, and the area codes of `numbers.json`. */
export interface NumberTables {
  readonly fictional: readonly FictionalRange[];
  /** Kind of line by the first digits of an E.164 number, for those that are no person's. */
  readonly special: Readonly<Record<string, string>>;
  readonly emergency: readonly string[];
  /** North American area codes of the United States and Canada. */
  readonly areaCodes: Readonly<Record<string, Area>>;
}

export type LineType = 'fixed' | 'mobile' | 'fixed_or_mobile' | 'non_geographic' | 'unknown';

/** Numbers that a regulator gives to nobody, for films and examples. `x` stands for any digit. */
interface FictionalRange {
  readonly region: string | null;
  readonly type: LineType;
  readonly from: string;
  readonly to: string;
}

export interface Area {
  /** States or provinces: US-ID, CA-ON. */
  readonly in: readonly string[];
  readonly zones: readonly string[];
  /** The day on which it comes into service, where the number data does not know it: `2026-06-18`, or `planned`. */
  readonly from?: string | undefined;
}

/** The published range that an E.164 number lies in. */
export function fictionalRange(
  e164: string,
  ranges: readonly FictionalRange[],
): FictionalRange | undefined {
  return ranges.find(({ from, to }) => {
    if (from.length !== e164.length) return false;
    const masked = from.includes('x') ? withMask(e164, from) : e164;
    return from <= masked && masked <= to;
  });
}

/** The digits that stand for any digit are in one piece. */
function withMask(e164: string, mask: string): string {
  const [from, to] = [mask.indexOf('x'), mask.lastIndexOf('x') + 1];
  return e164.slice(0, from) + mask.slice(from, to) + e164.slice(to);
}

/** The area code of a North American number whose other digits have the shape of a subscriber's. */
export function areaOf(e164: string, areas: Readonly<Record<string, Area>>): Area | undefined {
  const [, code, subscriber] = /^\+1(\d{3})(\d{7})$/.exec(e164) ?? [];
  if (code === undefined || subscriber === undefined) return undefined;
  return /^[2-9]/.test(subscriber) ? areas[code] : undefined;
}
