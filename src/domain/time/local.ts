import { DateTime, FixedOffsetZone, Zone } from 'luxon';
import type { ZoneRules } from './zone-rules.ts';

export type Moment =
  { readonly ok: true; readonly at: number } | { readonly ok: false; readonly problem: string };

const MINUTE = 60_000;
const DAY = 86_400_000;
const SHAPE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/i;
const EXAMPLES = 'write it like 2026-12-01, 2026-12-01T09:00 or 2026-12-01T09:00-05:00';

/** Our rules as luxon wants them: left to itself it would ask Intl, whose rules are out of date. */
class RulesZone extends Zone {
  readonly #rules: ZoneRules;
  readonly #name: string;

  constructor(rules: ZoneRules, name: string) {
    super();
    this.#rules = rules;
    this.#name = name;
  }

  override get type(): string {
    return 'campaign';
  }

  override get name(): string {
    return this.#name;
  }

  override get isUniversal(): boolean {
    return false;
  }

  override get isValid(): boolean {
    return true;
  }

  override offsetName(): string {
    return this.#name;
  }

  override formatOffset(at: number, format: 'narrow' | 'short' | 'techie'): string {
    return FixedOffsetZone.instance(this.offset(at)).formatOffset(at, format);
  }

  override offset(at: number): number {
    return this.#rules.offsetMs(this.#name, at) / MINUTE;
  }

  override equals(other: Zone): boolean {
    return other instanceof RulesZone && other.name === this.#name && other.#rules === this.#rules;
  }
}

/** Said wherever luxon is asked: left to itself it would ask Intl which language this computer speaks. */
const PLAIN = { locale: 'en-US' } as const;

const local = (rules: ZoneRules, zone: string, at: number): DateTime =>
  DateTime.fromMillis(at, { zone: new RulesZone(rules, zone), ...PLAIN });

/** `2026-12-01T05:00:00-07:00`: the wall clock of the zone, and which instant that is. */
export function localIso(rules: ZoneRules, zone: string, at: number): string {
  return local(rules, zone, at).toISO({ suppressMilliseconds: true }) ?? '';
}

/** `Tue 05:00`: what the person's own clock shows. */
export function localClock(rules: ZoneRules, zone: string, at: number): string {
  return local(rules, zone, at).toFormat('ccc HH:mm');
}

/**
 * An ISO 8601 date or date-time. With an offset or Z it is that instant; without, it is the wall clock of
 * `zone`: the first of two when the clocks go back, the first instant after the gap when they go forward.
 */
export function parseMoment(text: string, rules: ZoneRules, zone: string | null): Moment {
  const [, date, time = '00:00', offset] = SHAPE.exec(text.trim()) ?? [];
  if (date === undefined) return no(`"${text}" is not a date or a time: ${EXAMPLES}`);
  const wall = DateTime.fromISO(`${date}T${time}`, { zone: 'utc', ...PLAIN });
  if (!wall.isValid) return no(`"${text}" is not in the calendar: ${EXAMPLES}`);
  if (offset !== undefined) {
    const instant = DateTime.fromISO(`${date}T${time}${offset.toUpperCase()}`, {
      setZone: true,
      ...PLAIN,
    });
    return covered(text, rules, instant.toMillis());
  }
  if (zone === null) {
    return no(`"${text}" does not say whose clock it means: add an offset, as in ${date}T${time}Z`);
  }
  return covered(text, rules, instantOf(rules, zone, wall.toMillis()));
}

/** `wall` is the local time written as if it were UTC. */
function instantOf(rules: ZoneRules, zone: string, wall: number): number {
  const around = { start: wall - 2 * DAY, end: wall + 2 * DAY };
  for (const segment of rules.segments(zone, around)) {
    const at = wall - segment.offsetMs;
    if (at < segment.end) return Math.max(at, segment.start);
  }
  return wall;
}

/** Beyond the years that the rules cover, a local time would be a guess. */
function covered(text: string, rules: ZoneRules, at: number): Moment {
  if (at >= rules.covers.start && at < rules.covers.end) return { ok: true, at };
  const [first, last] = [rules.covers.start, rules.covers.end - 1].map(
    (ms) => DateTime.fromMillis(ms, { zone: 'utc', ...PLAIN }).year,
  );
  return no(`"${text}" is outside the years ${first} to ${last}, whose time-zone rules are known`);
}

const no = (problem: string): Moment => ({ ok: false, problem });
