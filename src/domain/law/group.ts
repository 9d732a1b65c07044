import { joinedNames } from '../phone/place/place.ts';
import { AUDIENCES, type Audience } from './rule.ts';

/**
 * The text of a calling group, as the ledger stores it: `zone+zone|JURISDICTION+…`, and behind a further bar what else
 * of a person decides which rules hold. A group without that part, as earlier versions wrote it, is under the
 * stricter rules.
 */
export interface GroupParts {
  readonly zones: readonly string[];
  readonly jurisdictions: readonly string[];
  /** What the row says; null: what the campaign says counts. */
  readonly audience: Audience | null;
  /** The row has a consent on record with its date, in a place whose law asks for it. */
  readonly consented: boolean;
}

const CONSENT = 'consent';

export function groupParts(group: string): GroupParts {
  const [zones = '', jurisdictions = '', more = ''] = group.split('|');
  const marks = more.split('+');
  return {
    zones: joinedNames(zones),
    jurisdictions: joinedNames(jurisdictions),
    audience: AUDIENCES.find((one) => marks.includes(one)) ?? null,
    consented: marks.includes(CONSENT),
  };
}

/** The group of a place for a person of whom this is known as well. */
export function groupFor(
  place: string,
  { audience, consented }: Pick<GroupParts, 'audience' | 'consented'>,
): string {
  const marks = [...(audience === null ? [] : [audience]), ...(consented ? [CONSENT] : [])];
  return marks.length === 0 ? place : `${place}|${marks.join('+')}`;
}
