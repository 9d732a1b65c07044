import { z } from 'zod';
import { nonBlank } from './fields.ts';

/** What the operator says of the words that open a call, where the program cannot judge them, or needs a name. */
export const disclosureSchema = z
  .strictObject({
    company: nonBlank({
      description: 'What the company that calls is named, so that its name is looked for.',
      examples: ['Example Energy'],
    }).optional(),
    stated_by: nonBlank({
      description:
        'Who states that the call says at its beginning that an AI speaks and for whom, where the program cannot read those words.',
      examples: ['Ada Byron, head of service'],
    }).optional(),
  })
  .meta({
    description:
      'What is said at the beginning of a call. Stated where the first sentence is generated, missing, stored at the provider, or in a language that cannot be judged.',
  });

/** What a campaign states of the words that open its calls. */
export interface StatedDisclosure {
  readonly company: string | null;
  readonly statedBy: string | null;
}

export const toDisclosure = (
  given: z.infer<typeof disclosureSchema> | undefined,
): StatedDisclosure => ({
  company: given?.company?.trim() ?? null,
  statedBy: given?.stated_by?.trim() ?? null,
});
