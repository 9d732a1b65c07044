import * as z from 'zod';
import { nonBlank } from '../fields/fields.ts';

/** What the operator says of the words that open a call, where the program cannot judge them, or needs a name. */
export const disclosureSchema = z
  .strictObject({
    company: nonBlank({
      description: 'What the company that calls is named, so that its name is looked for.',
      examples: ['Example Energy'],
    }).optional(),
    stated_by: nonBlank({
      description:
        'Who states that the call says at its beginning what the law asks for, where the program cannot read those words: that an AI speaks and for whom, and how not to be called again.',
      examples: ['Ada Byron, head of service'],
    }).optional(),
    stop_above: z
      .number()
      .min(0)
      .lt(1)
      .meta({
        description:
          'A live run stops once more than this share of its judged calls to places whose law asks for it did not say at once that an AI speaks. At least 20 calls have to be judged. Without it, a run only says so, above 0.1.',
        examples: [0.1],
      })
      .optional(),
  })
  .meta({
    description:
      'What is said at the beginning of a call. Stated where the first sentence is generated, missing, stored at the provider, or in a language that cannot be judged.',
  });

/** What a campaign states of the words that open its calls. */
export interface StatedDisclosure {
  readonly company: string | null;
  readonly statedBy: string | null;
  /** The share of calls that do not say it above which a live run stops; null: it only says so. */
  readonly stopAbove: number | null;
}

export const toDisclosure = (
  given: z.infer<typeof disclosureSchema> | undefined,
): StatedDisclosure => ({
  company: given?.company?.trim() ?? null,
  statedBy: given?.stated_by?.trim() ?? null,
  stopAbove: given?.stop_above ?? null,
});
