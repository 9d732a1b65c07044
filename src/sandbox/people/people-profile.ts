import * as z from 'zod';

const weight = z.number().min(0);

/** What happens when a phone rings that somebody carries, from an hour of the local day on. */
const hour = z
  .object({
    from: z.number().min(0).max(23.99),
    human: weight,
    voicemail: weight,
    no_answer: weight,
    busy: weight.default(5),
    temporarily_unavailable: weight.default(1.5),
    unknown: weight.default(1),
  })
  .refine(({ from: _, ...weights }) => Object.values(weights).some((share) => share > 0), {
    message: 'must have a weight above 0',
  });

/** What the invented people are like. Weights are relative: they need not add up to a hundred. */
export const peopleProfileSchema = z
  .object({
    hours: z.array(hour).min(1),
    phones: z
      .object({
        /** Somebody carries it. */
        person: weight,
        /** The number is not attributed. */
        nobody: weight,
        /** A phone menu answers. */
        menu: weight,
        /** A screening assistant answers first. */
        screened: weight,
      })
      .default({ person: 91, nobody: 1.5, menu: 3, screened: 4.5 }),
    /** Of a hundred people. */
    have_voicemail: z.number().min(0).max(100).default(85),
    /** Whether the scripted numbers follow their script, or are people like all others. */
    scripted_numbers: z.boolean().default(true),
  })
  .refine(({ hours }) => hours[0]?.from === 0, {
    path: ['hours', 0, 'from'],
    message: 'must be 0: the first row begins at midnight',
  })
  .refine(({ hours }) => hours.every((row, i) => row.from > (hours[i - 1]?.from ?? -1)), {
    path: ['hours'],
    message: 'must be in the order of `from`',
  })
  .refine(({ phones }) => Object.values(phones).some((share) => share > 0), {
    path: ['phones'],
    message: 'must have a weight above 0',
  });

export type PeopleProfile = z.output<typeof peopleProfileSchema>;
export type HourProfile = PeopleProfile['hours'][number];

/** Two in five answer during the day, more in the early evening, few before eight. */
export const DEFAULT_PROFILE: PeopleProfile = peopleProfileSchema.parse({
  hours: [
    { from: 0, human: 12, voicemail: 52, no_answer: 24 },
    { from: 8, human: 32, voicemail: 38, no_answer: 18 },
    { from: 10, human: 40, voicemail: 33, no_answer: 17 },
    { from: 12, human: 44, voicemail: 29, no_answer: 17 },
    { from: 14, human: 38, voicemail: 34, no_answer: 18 },
    { from: 17, human: 50, voicemail: 25, no_answer: 15 },
    { from: 20, human: 40, voicemail: 33, no_answer: 19 },
    { from: 21, human: 20, voicemail: 46, no_answer: 24 },
  ],
});
