import { z } from 'zod';
import { ZoneRules } from '../../domain/time/zone-rules.ts';
import { readReference } from './read.ts';

const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

const zoneData = z.object({
  release: z.string().min(1),
  published: z.iso.date().optional(),
  from: instant,
  until: instant,
  rules: z
    .array(z.object({ offsets: z.array(z.int()).min(1), changes: z.array(z.int()) }))
    .refine((rules) => rules.every((rule) => rule.offsets.length === rule.changes.length + 1)),
  names: z.record(z.string(), z.int().nonnegative()),
  links: z.record(z.string(), z.string()),
});

/** The time-zone rules in a file like `zones.json`: the one that ships, or a newer one the user names. */
export function loadZoneRules(path: string | URL): ZoneRules {
  return new ZoneRules(readReference(path, zoneData));
}
