import type { Interval } from './intervals.ts';

/** The rules of tzdb as `data/reference/zones.json` holds them. */
export interface ZoneData {
  /** tzdb's release, such as 2026f. */
  readonly release: string;
  /** The day on which it came out, such as 2026-10-29. */
  readonly published?: string | undefined;
  /** The years that the rules cover, as ISO instants. Outside them the nearest offset goes on. */
  readonly from: string;
  readonly until: string;
  /** Minutes east of UTC, and the minutes since 1970 UTC at which the next of them begins. */
  readonly rules: readonly {
    readonly offsets: readonly number[];
    readonly changes: readonly number[];
  }[];
  /** Index into `rules` by canonical name. */
  readonly names: Readonly<Record<string, number>>;
  /** Canonical name by other name. */
  readonly links: Readonly<Record<string, string>>;
}

/** A stretch of time in which a zone keeps one offset from UTC. */
interface Segment extends Interval {
  readonly offsetMs: number;
}

interface Rule {
  readonly offsets: readonly number[];
  readonly changes: readonly number[];
}

const MINUTE = 60_000;

/**
 * Today's time-zone rules, from our own data: those inside Node 20 are an hour off in Vancouver, Edmonton,
 * Winnipeg, Havana and Casablanca, and an hour is the difference between a call and a nuisance (promise 2).
 */
export class ZoneRules {
  readonly release: string;
  /** The day on which the release came out; null when the data does not say. */
  readonly published: string | null;
  /** The time for which there are rules. */
  readonly covers: Interval;
  readonly #rules = new Map<string, Rule>();
  readonly #canonical = new Map<string, string>();

  constructor(data: ZoneData) {
    this.release = data.release;
    this.published = data.published ?? null;
    this.covers = { start: Date.parse(data.from), end: Date.parse(data.until) };
    // One object per rule list, so that two zones keep the same time when they have the same object.
    const rules = data.rules.map((rule) => ({
      offsets: rule.offsets.map((minutes) => minutes * MINUTE),
      changes: rule.changes.map((minutes) => minutes * MINUTE),
    }));
    for (const [name, index] of Object.entries(data.names)) {
      const rule = rules[index];
      if (rule === undefined)
        throw new Error(`zone ${name} names rule list ${index}, which is missing`);
      this.#rules.set(name, rule);
      this.#canonical.set(name.toLowerCase(), name);
    }
    for (const [link, name] of Object.entries(data.links)) {
      this.#canonical.set(link.toLowerCase(), name);
    }
  }

  /** The name under which tzdb lists the zone today, whatever the case or the age of `name`; null when unknown. */
  canonical(name: string): string | null {
    return this.#canonical.get(name.trim().toLowerCase()) ?? null;
  }

  /** Every name, of today and of old, in lower case. */
  spellings(): Iterable<string> {
    return this.#canonical.keys();
  }

  /** Every canonical name, for suggestions. */
  names(): readonly string[] {
    return [...this.#rules.keys()];
  }

  /** Local time less UTC at that instant. */
  offsetMs(zone: string, at: number): number {
    const rule = this.#rule(zone);
    return rule.offsets[firstChangeAfter(rule.changes, at)] ?? 0;
  }

  /** The pieces of constant offset in `span`, in order and without gaps. */
  segments(zone: string, span: Interval): Segment[] {
    const { offsets, changes } = this.#rule(zone);
    const segments: Segment[] = [];
    let start = span.start;
    for (let index = firstChangeAfter(changes, start); start < span.end; index += 1) {
      const end = Math.min(changes[index] ?? Infinity, span.end);
      segments.push({ start, end, offsetMs: offsets[index] ?? 0 });
      start = end;
    }
    return segments;
  }

  /** Whether the two zones show the same time in all the years that the data covers. */
  sameRules(a: string, b: string): boolean {
    return this.#rule(a) === this.#rule(b);
  }

  #rule(zone: string): Rule {
    const rule = this.#rules.get(zone) ?? this.#rules.get(this.canonical(zone) ?? '');
    // Names from outside pass `canonical` first; an unknown one here would be dialled by no clock at all.
    if (rule === undefined) throw new Error(`no time-zone rules for "${zone}"`);
    return rule;
  }
}

/** The number of changes at or before `at`, which is the index of the offset in force. */
function firstChangeAfter(changes: readonly number[], at: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
