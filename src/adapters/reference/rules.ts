import * as z from 'zod';
import { ruleRecordOf, ruleRecordSchema } from '../../domain/law/record-schema.ts';
import { Law } from '../../domain/law/law.ts';
import { readReference } from './read.ts';

/** `rules.json` */
export const lawFile = z.object({
  release: z.string().min(1),
  rules: z
    .array(ruleRecordSchema)
    .min(1)
    .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length),
});

/** The calling rules in a file like `rules.json`. */
export function loadLaw(path: string | URL): Law {
  const { release, rules } = readReference(path, lawFile);
  return new Law({ release, rules: rules.map(ruleRecordOf) });
}
