import * as z from 'zod';
import { meaningSchema, toMeanings, type ColumnMeaning } from '../column-meaning.ts';
import { nonBlank } from '../fields/fields.ts';

/** Which column of the contact file is what. A header not named here is recognised by its own name. */
export interface ColumnChoices {
  /** In the order of choice; none: the column is recognised by its header. */
  readonly phone: readonly string[];
  readonly name: string | null;
  readonly timezone: string | null;
  readonly country: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly scheduledAt: string | null;
  readonly priority: string | null;
  readonly externalId: string | null;
  readonly consentAt: string | null;
  readonly consentSource: string | null;
  /** Never recognised by itself: fewer rules hold for businesses. */
  readonly audience: string | null;
  /** Columns in which a yes says that the person is not to be called. */
  readonly doNotCall: readonly ColumnMeaning[];
  /** Columns in which a no says it. */
  readonly consent: readonly ColumnMeaning[];
  /** Headers whose cells go into the order's metadata. */
  readonly metadata: readonly string[];
  /** Prompt variable → header. */
  readonly variables: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
}

/** In place of a header: no column is taken for this, whatever the headers say. */
const NO_COLUMN = 'ignore';

/** Of the phone number there is always a column: one may be called so. */
export const isSwitchedOff = (role: string, header: string | null): boolean =>
  role !== 'phone' && header === NO_COLUMN;

const header = (what: string) =>
  nonBlank({
    description: `The header of the column with ${what}. ${NO_COLUMN}: no column is used for it.`,
  }).optional();

const phoneHeader = nonBlank({ description: 'The header of the column with the phone number.' });

export const columnsSchema = z
  .strictObject({
    phone: z
      .union([phoneHeader, z.array(phoneHeader).min(1)])
      .meta({
        description:
          'The header of the column with the phone number. Several, in the order of choice: the first that is filled is called, and lists and limits count for the numbers in all of them.',
        examples: ['Phone', ['Mobile Phone', 'Phone']],
      })
      .optional(),
    name: header('the person’s name'),
    timezone: header('the time zone'),
    country: header('the country'),
    state: header('the state or province'),
    postal_code: header('the postal code'),
    scheduled_at: header('the moment before which the contact is not called'),
    priority: header('the priority; higher is called first'),
    external_id: header('your own identifier of the contact'),
    consent_at: header('the date on which the person agreed to be called'),
    consent_source: header('where the person agreed to be called'),
    audience: header('whether it is a consumer or a business, which decides the rules that hold'),
    do_not_call: meaningSchema({
      column: 'The header of a column that says who is not to be called.',
      yes: 'Cells that say that the person is not to be called.',
      no: 'Cells that say that the person may be called.',
    })
      .meta({
        description:
          'Columns that say who is not to be called, beside those that are known by their header; and what their cells mean.',
        examples: ['Status', { column: 'Status', yes: ['Stop'], no: ['Active'] }],
      })
      .optional(),
    consent: meaningSchema({
      column: 'The header of a column that says who has agreed to be called.',
      yes: 'Cells that say that the person has agreed.',
      no: 'Cells that say that the person has not: they are not called.',
    })
      .meta({
        description:
          'Columns that say who has agreed to be called, beside those that are known by their header; and what their cells mean.',
        examples: ['Consent', { column: 'Consent', yes: ['Web form'], no: ['Pending'] }],
      })
      .optional(),
    metadata: z
      .array(nonBlank({}))
      .meta({ description: 'Headers whose cells are stored with the call as metadata.' })
      .optional(),
    variables: z
      .record(nonBlank({}), nonBlank({}))
      .meta({
        description: 'Prompt variable: header. For variables whose column has another name.',
        examples: [{ first_name: 'First name' }],
      })
      .optional(),
    ignore: z
      .array(nonBlank({}))
      .meta({ description: 'Headers that are not used at all.' })
      .optional(),
  })
  .meta({ description: 'Which column of the contact file is what.' });

/** The choices that name one header each. */
export const SINGLE_COLUMNS = [
  'name',
  'timezone',
  'country',
  'state',
  'postal_code',
  'scheduled_at',
  'priority',
  'external_id',
  'consent_at',
  'consent_source',
  'audience',
] as const;

export function toColumns(value: z.infer<typeof columnsSchema> | undefined): ColumnChoices {
  return {
    phone: [value?.phone ?? []].flat(),
    name: value?.name ?? null,
    timezone: value?.timezone ?? null,
    country: value?.country ?? null,
    state: value?.state ?? null,
    postalCode: value?.postal_code ?? null,
    scheduledAt: value?.scheduled_at ?? null,
    priority: value?.priority ?? null,
    externalId: value?.external_id ?? null,
    consentAt: value?.consent_at ?? null,
    consentSource: value?.consent_source ?? null,
    audience: value?.audience ?? null,
    doNotCall: toMeanings(value?.do_not_call),
    consent: toMeanings(value?.consent),
    metadata: value?.metadata ?? [],
    variables: value?.variables ?? {},
    ignore: value?.ignore ?? [],
  };
}
