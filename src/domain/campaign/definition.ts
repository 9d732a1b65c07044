import type { VoicemailRule } from '../order/voicemail.ts';
import type { StatedConsent } from '../contact/consent.ts';
import type { LocateChoices } from '../phone/place/place.ts';
import type { RuleChoice } from '../law/law.ts';
import type { Limits } from '../law/limits.ts';
import type { Audience, Purpose, RuleRecord } from '../law/rule.ts';
import type { Weekly } from '../time/windows.ts';
import type { DateOrder } from '../time/written-date.ts';
import type { ColumnChoices } from './schema/columns.ts';
import type { StatedDisclosure } from './schema/disclosure-schema.ts';
import type { OptOut } from './opt-out.ts';
import type { OutcomeAction } from './outcomes.ts';
import type { Success } from './success.ts';

/** A campaign file, checked, with every default in its place. */
export interface Campaign {
  readonly name: string;
  /** `[a-z0-9-]{1,64}` */
  readonly slug: string;
  /** As it is to be sent, without `call_retry_config`: when to try again is decided by the run. */
  readonly assistant: Readonly<Record<string, unknown>> | null;
  /** Fields of the assistant that are sent as they stand. */
  readonly unchecked?: readonly string[];
  readonly assistantId: string | null;
  readonly fromPhoneNumber: string | null;
  readonly concurrency: {
    readonly max: number;
    /** Sent to the provider with `max`. */
    readonly key: string | null;
    /** The header whose values have `maxPerKey` lines each. */
    readonly keyColumn: string | null;
    readonly maxPerKey: number | null;
  };
  readonly calling: {
    readonly weekly: Weekly;
    /** The retry delay of each window, in the order of `weekly.windows`. */
    readonly delaysMs: readonly number[];
    /** All attempts a person gets, the first included. */
    readonly maxAttempts: number;
    /** A canonical zone name for all contacts; null: each has its own. */
    readonly timezone: string | null;
    readonly twiceInARow: boolean;
    /** The calling rules that are kept, which the windows narrow and never widen; undefined: auto. */
    readonly rules: RuleChoice | undefined;
    /** Undefined: marketing. */
    readonly purpose: Purpose | undefined;
    /** Undefined: consumers. */
    readonly audience: Audience | undefined;
    /** Dates, as days since 1970, on which nobody is called. */
    readonly blackout: readonly number[] | undefined;
    /** Holidays of one's own, as rules of the places that they hold in. */
    readonly holidays: readonly RuleRecord[];
    /** Rules of one's own, on top of all others. */
    readonly ownRules: readonly RuleRecord[];
    /** How often one person may be called, on top of what the rules say. */
    readonly limits: Limits;
  };
  /** `2026-12-01T09:00:00`, with `Z` or an offset behind it, or without: the recipient's own clock. */
  readonly scheduledAt: string | null;
  readonly forceNow: boolean;
  readonly pace: { readonly starts: number; readonly perMs: number } | null;
  readonly outcomes: Readonly<Record<string, OutcomeAction>>;
  /** Which answering machine of a person hears the message. */
  readonly voicemail: VoicemailRule;
  readonly success: Success | null;
  readonly optOut: OptOut;
  /** When a talk was a refusal; null: when it was no success. */
  readonly refusal: Success | null;
  /** What is stated of the consent of everybody whose row has no date of it and does not refuse it; null: nothing. */
  readonly consent: StatedConsent | null;
  /** What is said of the words that open its calls. */
  readonly disclosure: StatedDisclosure;
  /** What evidence counts for where a person is. */
  readonly where: LocateChoices;
  /** Files of people who are never called, as the campaign file names them. */
  readonly suppress: readonly string[];
  /** Files of holidays that have yet to be read into `calling.holidays`; the campaign of a ledger names none. */
  readonly holidayFiles: readonly string[];
  /** The same for files of rules, and `calling.ownRules`. */
  readonly ruleFiles: readonly string[];
  /** What the calls are about, for limits per subject; empty: nobody said. */
  readonly subject: string;
  readonly columns: ColumnChoices;
  /** Which comes first in a date such as 3/11/26; null: nobody said, and such a date is asked about. */
  readonly dates: DateOrder | null;
  /** What the contact file is encoded in, and lists that are not Unicode; null: nobody said. */
  readonly encoding: string | null;
  readonly defaultCountry: string | null;
  readonly extract: boolean;
  /** How long a number rests after an order of another run. */
  readonly repeatAfterMs: number;
  /** Whom another run has reached within so long is left out unless somebody says otherwise; 0: `repeat_after` decides. */
  readonly leavesReachedMs: number;
  readonly providerRetries: 'refuse' | 'cancel' | 'accept';
  /** What a minute costs, for estimates. */
  readonly rate: { readonly amount: number; readonly currency: string | null } | null;
  readonly maxCallSeconds: number;
}
