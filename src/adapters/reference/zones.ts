import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { zoneProblems } from '../../domain/time/zone-problems.ts';
import { ZoneRules } from '../../domain/time/zone-rules.ts';
import { readReference } from './read.ts';

const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is no instant');

/** `zones.json` */
export const zoneFile = z.object({
  release: z.string().min(1),
  published: z.iso.date().optional(),
  from: instant,
  until: instant,
  rules: z
    .array(z.object({ offsets: z.array(z.int()).min(1), changes: z.array(z.int()) }))
    .refine(
      (rules) => rules.every((rule) => rule.offsets.length === rule.changes.length + 1),
      'each rule needs one offset more than it has changes',
    ),
  names: z.record(z.string(), z.int().nonnegative()),
  links: z.record(z.string(), z.string()),
});

/** The time-zone rules in a file like `zones.json`, made by `npm run generate`. */
export function loadZoneRules(path: string | URL): ZoneRules {
  return new ZoneRules(readReference(path, zoneFile));
}

/** Rules that the user names are not good enough to call anybody by. */
export class ZonesFileError extends Error {
  override readonly name = 'ZonesFileError';
  readonly hint = 'make such a file with npm run generate, from a newer moment-timezone';
}

/** What the named rules are checked for: the zones that our other data speaks of, and today. */
interface ZonesNeeded {
  readonly zones: Iterable<string>;
  readonly now: number;
}

/**
 * Rules that the user names in place of those that ship. Their release carries a digest of the file, so that
 * two files of one name are two releases to the ledger, and everybody is located again under the other.
 */
export function loadNamedZones(
  path: string,
  needed: ZonesNeeded,
): { rules: ZoneRules; release: string } {
  const text = readText(path);
  const parsed = zoneFile.safeParse(parseJson(path, text));
  if (!parsed.success) {
    const problems = z.prettifyError(parsed.error).split('\n').slice(0, 10);
    throw new ZonesFileError([`${path} is not like zones.json:`, ...problems].join('\n  '));
  }
  const problems = zoneProblems(parsed.data, needed);
  if (problems.length > 0) {
    const message = `${path} cannot be used as time-zone rules:`;
    throw new ZonesFileError([message, ...problems].join('\n  '));
  }
  const rules = new ZoneRules(parsed.data);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { rules, release: `${rules.release}/${digest}` };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as { code?: unknown }).code;
    throw new ZonesFileError(`${path} cannot be read (${String(code)})`, { cause });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ZonesFileError(`${path} is not JSON`, { cause });
  }
}
