import { parseGroup } from '../run/calling-group.ts';
import { maskNumber } from '../text/privacy.ts';
import { localIso } from '../time/local.ts';
import type { ZoneRules } from '../time/zone-rules.ts';
import { CLOCKS_MAY_DIFFER_MS, saysWhenItRang } from './believed.ts';
import { dialled, outcomeOf } from './outcome.ts';
import type { AttemptView, OrderView } from './view.ts';

/** What a provider did that nobody permitted. Pure; the run stops or pauses for it. */

interface Permitted {
  readonly e164: string;
  readonly contactId: string;
  /** The calling group, `zone+zone|JURISDICTION+…`. */
  readonly group: string;
  readonly orderedAt: number;
  readonly ringsUntil: number;
}

export interface Breach {
  readonly at: number;
  readonly what: 'after' | 'closed';
}

/** The first ring outside of what the order permitted; null when there is none. */
export function breachOf(
  view: OrderView,
  order: Permitted,
  isOpen: (at: number) => boolean,
): Breach | null {
  for (const attempt of view.attempts) {
    const { startedAt: at } = attempt;
    if (at === null || !saysWhenItRang(attempt)) continue;
    if (at > order.ringsUntil + CLOCKS_MAY_DIFFER_MS) return { at, what: 'after' };
    if (!isOpen(at)) return { at, what: 'closed' };
  }
  return null;
}

const WHAT = {
  after: 'when its order no longer permitted it',
  closed: 'outside their calling hours',
} as const;

/** For people: whose phone, masked (I9), and when by their own clock. */
export function breachText(breach: Breach, order: Permitted, rules: ZoneRules): string {
  const { zones } = parseGroup(order.group);
  const clocks = zones.map((zone) => `${localIso(rules, zone, breach.at).slice(11, 16)} (${zone})`);
  const [only] = clocks;
  const local =
    clocks.length === 1 && only !== undefined
      ? only.replace(' (', ' their time (')
      : `${clocks.join(' or ')} their time`;
  return `the provider rang ${maskNumber(order.e164)} at ${local}, ${WHAT[breach.what]}`;
}

/**
 * Attempts that nobody expected: whatever follows a human, and with an inline assistant, whose order asks for
 * one attempt, every other one. Two that began at the same time follow each other.
 */
export function unexpectedAttempts(view: OrderView, oneAsked: boolean): readonly AttemptView[] {
  const attempts = dialled(view);
  const human = attempts.findIndex((attempt) => outcomeOf(attempt) === 'human');
  const from = oneAsked ? 1 : human === -1 ? attempts.length : human + 1;
  return attempts.slice(from);
}
