import { AUDIENCES, type Audience } from '../law/rule.ts';

/** Everybody for whom "may I ring now" has one answer. */
export interface CallingGroup {
  /** Candidate zones: calling is allowed when it is in each of them. None: nobody knows. */
  readonly zones: readonly string[];
  readonly jurisdictions: readonly string[];
  /** What the row says; null: what the campaign says counts. */
  readonly audience: Audience | null;
  /** The row has a consent on record with its date, in a place whose law asks for it. */
  readonly consented: boolean;
}

const CONSENT = 'consent';

/** Names as they are joined in one text. */
export const formatNames = (names: readonly string[]): string => names.join('+');

/** Takes such a text apart. A plus inside a name, as in Etc/GMT+5, has a digit behind it. */
export const parseNames = (text: string): readonly string[] =>
  text === '' ? [] : text.split(/\+(?=[A-Za-z])/);

/**
 * The text by which a group is known, and that the ledger stores: `zone+zone|JURISDICTION+…`, and behind a further bar
 * what else of a person decides which rules hold. Equal groups are equal texts.
 */
export function formatGroup({
  zones,
  jurisdictions,
  audience = null,
  consented = false,
}: Pick<CallingGroup, 'zones' | 'jurisdictions'> & Partial<CallingGroup>): string {
  const marks = [...(audience === null ? [] : [audience]), ...(consented ? [CONSENT] : [])];
  const parts = [zones, jurisdictions, ...(marks.length === 0 ? [] : [marks])];
  return parts.map(formatNames).join('|');
}

/** A group without its last part, as earlier versions wrote it, is under the stricter rules. */
export function parseGroup(text: string): CallingGroup {
  const [zones = '', jurisdictions = '', more = ''] = text.split('|');
  const marks = parseNames(more);
  return {
    zones: parseNames(zones),
    jurisdictions: parseNames(jurisdictions),
    audience: AUDIENCES.find((one) => marks.includes(one)) ?? null,
    consented: marks.includes(CONSENT),
  };
}
