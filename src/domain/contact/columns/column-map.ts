import type { ColumnChoices } from '../../campaign/schema/columns.ts';
import type { AddressColumns } from '../address/columns.ts';
import type { RequiredVariable } from './placeholders.ts';
import type { ColumnQuestion, SpeakingColumn } from '../refusal/columns.ts';

/** What each column of a contact file is, by its index. */
export interface ColumnMap {
  /** The headers as the file's owner wrote them: an apostrophe that our export added is gone. */
  readonly headers: readonly string[];
  readonly phone: number;
  /** Where that cell is empty, the next of these is called. The numbers in all of them are one person's. */
  readonly otherPhones: readonly number[];
  /** One column with the whole name, or those of the first and last name, or none. */
  readonly name: readonly number[];
  readonly timezone: number | null;
  readonly country: number | null;
  readonly state: number | null;
  readonly postalCode: number | null;
  /** The other addresses of a row: each of them is evidence of its own. */
  readonly addresses: readonly AddressColumns[];
  /** Columns that name some country, though not one where the person is known to be. */
  readonly countryHints: readonly number[];
  /** Columns that may name a country (`Region`, `Location`, `Address`): where no other does, one that does counts. */
  readonly maybeCountries: readonly number[];
  readonly scheduledAt: number | null;
  readonly priority: number | null;
  readonly externalId: number | null;
  readonly consentAt: number | null;
  readonly consentSource: number | null;
  readonly audience: number | null;
  readonly concurrencyKey: number | null;
  /** Columns that speak of refusal or of consent: whatever one of them refuses counts. */
  readonly speaking: readonly SpeakingColumn[];
  /** Every other column of the owner's: a whole cell of it may still say that the person is not to be called. */
  readonly marked: readonly number[];
  /** Columns of which only the operator can say whether they speak of calls. */
  readonly questions: readonly ColumnQuestion[];
  readonly variables: ReadonlyMap<string, number>;
  readonly metadata: ReadonlyMap<string, number>;
  /** The variables that the assistant's texts use, in the spelling used there. No cell of them may be blank. */
  readonly required: readonly RequiredVariable[];
  /** Whether the file is an export of ours: only then may cells carry apostrophes that we added. */
  readonly fedBack: boolean;
  readonly callContact: number | null;
  readonly callState: number | null;
}

/** What the campaign has to say about columns. `assistant` is the stored one when the campaign names its id. */
export interface ColumnWishes {
  readonly columns: ColumnChoices;
  readonly assistant: Readonly<Record<string, unknown>> | null;
  readonly concurrency: { readonly keyColumn: string | null };
  /** Columns whose first cells hold phone numbers; absent: nobody has looked. */
  readonly withNumbers?: readonly number[] | undefined;
}
