import { FACTS, type FactTypes, type NeverCause } from './reason-facts.ts';

/**
 * Why a contact is in its state: a code with facts. Code decides by the code, never by a sentence; the sentence is made
 * in `text/`, when somebody is shown it.
 */
type FactsOf = typeof FACTS;
export type ReasonCode = keyof FactsOf;
type Coded<C extends ReasonCode> = {
  readonly [F in keyof FactsOf[C]]: FactsOf[C][F] extends keyof FactTypes
    ? FactTypes[FactsOf[C][F]]
    : never;
} & { readonly code: C };

/** The facts of the reasons with this code. */
export type ReasonFacts<C extends ReasonCode> = Coded<C>;
export type Reason = { [C in ReasonCode]: Coded<C> }[ReasonCode];

/** What an earlier version has stored as a sentence, and no migration knows; and what a person has typed. */
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

/** Whether a text is a reason as it is stored, with a code. */
const isStored = (text: string): boolean => text.startsWith(OPENING);

/** What the ledger has stored, as a reason. */
export function readReason(text: string): Reason | LegacyReason {
  if (!isStored(text)) return { code: 'legacy', text };
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

/** Whether a stored reason has one of these codes. */
export function hasCode(stored: string | null, codes: readonly ReasonCode[]): boolean {
  const code = reasonCode(stored);
  return code !== null && codes.includes(code);
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

const IS: { readonly [T in keyof FactTypes]: (fact: unknown) => boolean } = {
  text: (fact) => typeof fact === 'string',
  number: (fact) => typeof fact === 'number',
  flag: (fact) => typeof fact === 'boolean',
  causes: (fact) => Array.isArray(fact) && fact.every(isCause),
};

const CAUSES: { readonly [C in NeverCause['cause']]: 'minutes' | 'zone' | 'rules' | null } = {
  too_short: 'minutes',
  timezone: 'zone',
  blackout: null,
  rules: 'rules',
  clocks: null,
  together: null,
};

function isCause(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('cause' in value)) return false;
  const { cause } = value;
  if (typeof cause !== 'string' || !Object.hasOwn(CAUSES, cause)) return false;
  const fact = CAUSES[cause as NeverCause['cause']];
  return fact === null || fact in value;
}

function isReason(value: Record<string, unknown>): value is Reason {
  const { code, ...facts } = value;
  if (typeof code !== 'string' || !Object.hasOwn(FACTS, code)) return false;
  const wanted = Object.entries(FACTS[code as ReasonCode]) as [string, keyof FactTypes][];
  return (
    wanted.length === Object.keys(facts).length &&
    wanted.every(([name, type]) => IS[type](facts[name]))
  );
}
