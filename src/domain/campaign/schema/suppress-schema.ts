import * as z from 'zod';
import { nonBlank } from '../fields/fields.ts';

const file = nonBlank({
  description: 'A CSV, or a file with one number a line; its path from the campaign file.',
  examples: ['opted-out.csv'],
});

/** One file may stand without a list around it. */
export const suppressSchema = z.union([file, z.array(file).min(1)]).meta({
  description:
    'Files with the numbers of people whom this campaign never calls. Read anew at each session.',
  examples: ['opted-out.csv', ['opted-out.csv', 'competitors.csv']],
});

export const toSuppress = (
  written: z.infer<typeof suppressSchema> | undefined,
): readonly string[] => (typeof written === 'string' ? [written] : (written ?? []));
