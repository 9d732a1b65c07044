import * as z from 'zod';
import type { Limits } from '../../law/limits.ts';
import { parseDuration } from '../fields/duration.ts';
import { duration, nonBlank } from '../fields/fields.ts';

/** The keys of a campaign about how often one person is called, beside what the law says of it. */

const most = (what: string, example: number) =>
  z
    .int()
    .min(1)
    .meta({ description: `At most so many attempts in any ${what}.`, examples: [example] })
    .optional();

export const capsSchema = z
  .strictObject({
    per_day: most('24 hours', 1),
    per_week: most('7 days', 3),
    per_30_days: most('30 days', 4),
  })
  .meta({
    description:
      'How often one person may be called, all campaigns of this ledger together. It narrows what the rules allow.',
  });

export const coolOffSchema = z
  .strictObject({
    after_talk: duration({
      description: 'How long a person is left alone after a talk.',
      examples: ['7d'],
    }).optional(),
    after_refusal: duration({
      description: 'How long a person is left alone after saying no.',
      examples: ['60d'],
    }).optional(),
  })
  .meta({
    description: 'How long a person rests after a talk, all campaigns of this ledger together.',
  });

export const subjectSchema = nonBlank({
  description:
    'What the calls are about. Caps of the law that are per subject count the campaigns of one subject together.',
  examples: ['spring check-up'],
});

type Written<T extends z.ZodType> = z.infer<T> | undefined;

const HOUR = 3_600_000;

export function toLimits(
  caps: Written<typeof capsSchema>,
  coolOff: Written<typeof coolOffSchema>,
): Limits {
  const spans = [
    [caps?.per_day, 24],
    [caps?.per_week, 168],
    [caps?.per_30_days, 720],
  ] as const;
  const rests = [
    ['conversation', coolOff?.after_talk],
    ['refusal', coolOff?.after_refusal],
  ] as const;
  const own = { perSubject: false, by: 'campaign' };
  return {
    caps: spans.flatMap(([max, hours]) => (max === undefined ? [] : [{ max, hours, ...own }])),
    rests: rests.flatMap(([after, text]) =>
      text === undefined ? [] : [{ after, hours: (parseDuration(text) ?? 0) / HOUR, ...own }],
    ),
  };
}
