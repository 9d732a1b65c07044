import * as z from 'zod';
import { nonBlank } from '../fields/fields.ts';

/** What a campaign states about the consent of its people, where the rules ask for one and the rows are silent. */
export const consentSchema = z
  .strictObject({
    basis: nonBlank({
      description: 'On what ground these people may be called.',
      examples: ['existing customers', 'written consent'],
    }),
    statement: nonBlank({
      description: 'What they agreed to, in a sentence that you stand by.',
      examples: ['They agreed in the booking form to be called about their appointment.'],
    }),
  })
  .meta({
    description:
      'Stated by you for everybody in the campaign whose row has no date of consent and does not refuse it. It is repeated before anybody is called.',
  });
