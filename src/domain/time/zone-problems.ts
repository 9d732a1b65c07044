import type { ZoneData } from './zone-rules.ts';

/** The widest that a clock on a wall has ever been from UTC, and a little more. */
const FARTHEST_MINUTES = 16 * 60;
/** At most so many are told: anyone who made such a file makes it anew. */
const MOST = 10;
/** As far as the schedules look ahead. */
const YEAR_MS = 366 * 86_400_000;

/**
 * What is wrong with time-zone rules that somebody has made, beyond their shape. Every name that our other
 * data uses must be in them: a person in a zone without rules would be rung by no clock at all.
 */
export function zoneProblems(
  data: ZoneData,
  used: { readonly zones: Iterable<string>; readonly now: number },
): string[] {
  const problems = [...spanProblems(data, used.now), ...ruleProblems(data), ...nameProblems(data)];
  const known = new Set([...Object.keys(data.names), ...Object.keys(data.links)]);
  const missing = [...new Set(used.zones)].filter((zone) => !known.has(zone)).sort();
  if (missing.length > 0) {
    const shown = missing.slice(0, 3).join(', ');
    problems.push(`${missing.length} zones that are needed are missing: ${shown}, …`);
  }
  const more = problems.length - MOST;
  return more > 0 ? [...problems.slice(0, MOST), `and ${more} more`] : problems;
}

function* spanProblems({ from, until }: ZoneData, now: number): Generator<string> {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  if (start >= end) yield `from ${from} is not before until ${until}`;
  else if (now < start || now + YEAR_MS > end) {
    yield `the rules cover ${from} to ${until}, and not today and the year after`;
  }
}

function* ruleProblems({ rules }: ZoneData): Generator<string> {
  for (const [index, { offsets, changes }] of rules.entries()) {
    const wide = offsets.find((minutes) => Math.abs(minutes) > FARTHEST_MINUTES);
    if (wide !== undefined) yield `rules[${index}] has an offset of ${wide} minutes from UTC`;
    const back = changes.findIndex((change, i) => i > 0 && change <= (changes[i - 1] ?? -Infinity));
    if (back >= 0) yield `rules[${index}].changes[${back}] is not after the change before it`;
  }
}

function* nameProblems({ rules, names, links }: ZoneData): Generator<string> {
  for (const [name, index] of Object.entries(names)) {
    if (index >= rules.length)
      yield `names["${name}"] is ${index}, and there are ${rules.length} rules`;
  }
  for (const [link, name] of Object.entries(links)) {
    if (!Object.hasOwn(names, name)) yield `links["${link}"] names "${name}", which has no rules`;
  }
}
