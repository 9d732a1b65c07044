import type { Evidence } from '../phone/place/place.ts';
import type { Consent } from './consent.ts';

/** A row that can be called: a person to be reached, before the run knows them. */
export interface NewContact {
  readonly e164: string;
  /** The index of the column that it stands in. */
  readonly phoneColumn: number;
  /** The numbers in the other phone columns of the row. */
  readonly otherNumbers: readonly string[];
  readonly name: string | null;
  readonly region: string | null;
  readonly numberType: string;
  readonly fictional: boolean;
  /** The country code was not in the cell: it comes from the row's country or from `default_country`. */
  readonly completed: boolean;
  readonly evidence: Evidence;
  /** Candidate zones; empty when the place is unknown. */
  readonly zones: readonly string[];
  /** The evidence that the zones are of, joined by `+`. */
  readonly zoneSource: string;
  /** What of the evidence contradicts the rest, or was not understood. */
  readonly placeNote: string | null;
  readonly group: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** Higher first. */
  readonly priority: number;
  readonly externalId: string | null;
  /** The instant from which this person may be called, in every candidate zone. */
  readonly notBefore: number | null;
  readonly concurrencyKey: string | null;
  /** What the row says of the person's consent to be called. */
  readonly consent: Consent | null;
  /** Why the row says that the person is not to be called, as a reason that is stored; null: it does not. */
  readonly refusal: string | null;
  readonly fedBack: FedBack | null;
}

/** What an earlier export said about this row. */
export interface FedBack {
  readonly contact: string;
  readonly state: string;
}
