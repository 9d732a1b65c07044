import { unkeptLaw, type Unkept } from '../../domain/schedule/unkept-law.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import { nextOrderAt } from '../../domain/schedule/next-order.ts';
import type { Waiting, WaitingPort } from '../../ports/ledger/waiting.ts';

/** What is about to happen, for the words before a live run. Counted in people. */
export interface Outlook {
  /** Who would be called: everybody who waits, or fewer under a limit. */
  readonly people: number;
  /** All who wait, by country of their number; the most first. */
  readonly countries: readonly { readonly region: string | null; readonly people: number }[];
  readonly waiting: number;
  /** Those who wait and are on the do-not-call list; they are in no other number here. */
  readonly barred: number;
  /** The places whose law is off for those who wait, since the campaign's own list of rules leaves it out. */
  readonly unkept: readonly Unkept[];
  /** Of those who wait: in their hours at this moment and held back by nothing else. */
  readonly now: number;
  /** Of those who wait: called by another run so lately that they rest. */
  readonly resting: number;
  /** When the next of the others may begin; null when nobody waits for an opening. */
  readonly nextAt: number | null;
  /**
   * The end of the last opening of the coming 24 hours. Null when there is none, and when it goes on for so long
   * that it says nothing of today.
   */
  readonly lastCloseAt: number | null;
}

const DAY_MS = 86_400_000;

/** Counts who waits, and in which hours. Costs one walk over the contacts. */
export async function outlook(
  on: { ledger: WaitingPort; schedules: Schedules },
  runId: string,
  at: { now: number; limit: number | null; repeatAfterMs: number },
): Promise<Outlook> {
  const { now, limit } = at;
  const all = await on.ledger.waiting(runId, now);
  const groups = all.filter(({ people }) => people > 0);
  const again = sum(groups.filter((one) => one.again));
  const first = sum(groups.filter((one) => !one.again));
  const left = limit === null ? first : Math.max(0, limit - (await on.ledger.peopleOrdered(runId)));
  const hours = groups.map((one) => ({ one, ...hoursOf(on.schedules, one.group, now) }));
  const openings = hours.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt]));
  const closes = hours.flatMap(({ closesAt }) => (closesAt === null ? [] : [closesAt]));
  const last = closes.length === 0 ? null : Math.max(...closes);
  return {
    people: again + Math.min(first, left),
    countries: byCountry(groups),
    waiting: again + first,
    barred: all.reduce((n, { barred }) => n + barred, 0),
    unkept: unkeptLaw(on.schedules, groups),
    resting: await on.ledger.resting(runId, now - at.repeatAfterMs),
    now: hours.reduce((n, { one, open }) => n + (open ? one.due : 0), 0),
    nextAt: openings.length === 0 ? null : Math.min(...openings),
    lastCloseAt: last !== null && last <= now + 2 * DAY_MS ? last : null,
  };
}

const sum = (groups: readonly Waiting[]): number => groups.reduce((n, one) => n + one.people, 0);

function byCountry(groups: readonly Waiting[]): Outlook['countries'] {
  const counts = new Map<string | null, number>();
  for (const { region, people } of groups) counts.set(region, (counts.get(region) ?? 0) + people);
  return [...counts]
    .map(([region, people]) => ({ region, people }))
    .sort((a, b) => b.people - a.people || ((a.region ?? '') < (b.region ?? '') ? -1 : 1));
}

function hoursOf(
  schedules: Schedules,
  group: string,
  now: number,
): { open: boolean; opensAt: number | null; closesAt: number | null } {
  const at = nextOrderAt(schedules, group, now);
  if (at === now) return { open: true, opensAt: null, closesAt: schedules.at(group, now).closesAt };
  const opening = at === null || at > now + DAY_MS ? null : schedules.at(group, at);
  return { open: false, opensAt: at, closesAt: opening?.closesAt ?? null };
}
