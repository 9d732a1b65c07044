import type { Audience, Purpose, RuleRecord } from '../../src/domain/law/rule.ts';

/** What is true of the law of a place. */
export interface LawFact {
  readonly what: string;
  /** Where somebody is: `America/New_York|US-FL`. */
  readonly at: string;
  readonly purpose?: Purpose;
  readonly audience?: Audience;
  /** Their consent is on record with its date. */
  readonly consented?: true;
  /** The campaign names these rules beside those of the place. */
  readonly named?: readonly string[];
  /** Times on the wall there at which a call may ring: `2027-06-14 09:00`. */
  readonly open?: string;
  /** And at which it may not. */
  readonly shut?: string;
  /** The kinds of consent that are asked for; empty: none is. */
  readonly consent?: readonly NonNullable<RuleRecord['consent']>['kind'][];
  /** In days: an older consent counts no longer. */
  readonly consentAge?: number;
  /** At most so many calls in so many hours. */
  readonly caps?: readonly (readonly [max: number, hours: number])[];
  /** When an AI has to say that it is one. */
  readonly saysAi?: 'at_start' | 'on_request' | 'never';
  readonly saysRecorded?: boolean;
  /** Whether the company that calls is named at the start, and a way to opt out is told. */
  readonly saysName?: boolean;
  readonly saysOptOut?: boolean;
  /** The date on which it is asked; 2026-12-01 without. */
  readonly on?: string;
}
