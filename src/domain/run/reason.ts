/**
 * Why a contact is in its state: a code with facts. Code decides by the code, never by a sentence; the sentence is made
 * in `reason-text.ts`, when somebody is shown it. Add a reason here with its facts, and there with its sentence.
 */
const FACTS = {
  /** A cell of the person's row says that they do not want to be called. */
  row_refused: { column: 'text', value: 'text' },
  /** The consent of the person's row is older than the rules accept. */
  consent_too_old: { days: 'number', rules: 'text' },
  /** A line of a list of people not to be called could not be read as one number, and the person's number ends so. */
  number_tail_barred: { file: 'text', row: 'number' },
  /** Another number of the person's row may not be called; why, as a reason that is stored. */
  other_number_barred: { because: 'text' },
  /** Another run of the ledger has reached the person on this day (UTC), and nobody said that they are called again. */
  reached_by_other_run: { run: 'text', on: 'text' },
  /** Another contact of the run has the same phone in another spelling. */
  same_phone: { contact: 'text' },
  /** What the provider answered about the order is no order, or another one. */
  answers_unreadable: { said: 'text', rings_until: 'text' },
  /** The order has a status that this program does not know, and did not end in a way that it knows. */
  status_unknown: { status: 'text', rings_until: 'text' },
  /** The order is over, and the provider counts more attempts than it shows. */
  attempts_unseen: { counted: 'number', shown: 'number' },
  /** Before a further order the last one is looked at, and the look did not tell that it is over (I13). */
  last_order_not_seen: { said: 'text' },
  /** A day of such looks: nobody knows any more what became of it. */
  last_order_unseen_for_a_day: { said: 'text' },
  /** The look at the last order was too old when the next one was about to leave (I13). */
  look_too_old: {},
  /** Too many orders of the session had no clear answer, and nothing leaves. */
  answers_unclear: {},
  /** The order is over without an attempt that the provider shows, and counts as one. */
  ended_without_attempt: {},
  /** All attempts are used up, orders among them that ended without an attempt that the provider shows. */
  attempts_may_be_used: { made: 'number', max: 'number' },
  /** A later look at a settled order told another outcome (I5). */
  outcome_corrected: { order: 'text', was: 'text', became: 'text' },
} as const satisfies Record<string, Record<string, 'text' | 'number'>>;

type FactsOf = typeof FACTS;
export type ReasonCode = keyof FactsOf;
type FactType<T> = T extends 'number' ? number : string;
type Coded<C extends ReasonCode> = {
  readonly [F in keyof FactsOf[C]]: FactType<FactsOf[C][F]>;
} & { readonly code: C };

/** The facts of the reasons with this code. */
export type ReasonFacts<C extends ReasonCode> = Coded<C>;
export type Reason = { [C in ReasonCode]: Coded<C> }[ReasonCode];

/** A reason that was stored as a sentence, before reasons had codes. */
interface LegacyReason {
  readonly code: 'legacy';
  readonly text: string;
}

const OPENING = '{"code":';

/** The text that the ledger stores. Equal reasons are equal texts: the code comes first, the facts by name. */
export function storeReason(reason: Reason): string {
  const { code, ...facts } = reason;
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ code, ...Object.fromEntries(sorted) });
}

/** How the stored text of every reason with this code begins. */
export const beginningOf = (code: ReasonCode): string => `${OPENING}${JSON.stringify(code)}`;

/** What the ledger has stored, as a reason. */
export function readReason(text: string): Reason | LegacyReason {
  if (!text.startsWith(OPENING)) return { code: 'legacy', text };
  const value = parsed(text);
  if (value !== null && isReason(value)) return value;
  const code = typeof value?.['code'] === 'string' ? value['code'] : 'unreadable';
  return { code: 'legacy', text: `a reason that this version does not know (${code})` };
}

/** The code of a stored reason; null for one that was stored as a sentence, and where there is none. */
export function reasonCode(stored: string | null): ReasonCode | null {
  if (stored === null) return null;
  const { code } = readReason(stored);
  return code === 'legacy' ? null : code;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function isReason(value: Record<string, unknown>): value is Reason {
  const { code, ...facts } = value;
  if (typeof code !== 'string' || !Object.hasOwn(FACTS, code)) return false;
  const wanted = Object.entries(FACTS[code as ReasonCode]);
  return (
    wanted.length === Object.keys(facts).length &&
    wanted.every(([name, type]) => typeof facts[name] === (type === 'text' ? 'string' : type))
  );
}
