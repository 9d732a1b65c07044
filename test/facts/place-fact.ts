import type { Evidence } from '../../src/domain/phone/place/place.ts';

/** What is true of the place of a number or of an address. */
export interface PlaceFact {
  readonly what: string;
  readonly number: string;
  /** Other cells of the row. */
  readonly cells?: Partial<Evidence>;
  /** All its clocks, whatever the names of their zones, with `+` between them. */
  readonly is?: string | undefined;
  /** A clock that is one of them. */
  readonly has?: string;
  /** A clock that is none of them. */
  readonly hasNot?: string;
  /** A jurisdiction that is one of its own. */
  readonly law?: string;
}
