import { formatNames, parseGroup } from '../../domain/run/calling-group.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { consentNeeded, type ConsentNeeded } from '../../domain/law/consent-asked.ts';
import { fenceFor, type Fence } from '../../domain/schedule/fence.ts';
import { nextOrderAt } from '../../domain/schedule/next-order.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { OpenGroup } from '../../ports/ledger/queue.ts';

export interface Openness extends OpenGroup {
  readonly fence: Fence;
  readonly closesAt: number;
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The run's calling groups: which may be rung now, and when the others may. Nothing here looks at a contact. */
export class Groups {
  readonly #schedules: Schedules;
  readonly #campaign: Campaign;
  readonly names: readonly string[];

  constructor(names: readonly string[], campaign: Campaign, schedules: Schedules) {
    this.names = names;
    this.#campaign = campaign;
    this.#schedules = schedules;
  }

  /** Open now, the one that closes soonest first; then by name, so that two runs agree. */
  open(now: number): readonly Openness[] {
    const open: Openness[] = [];
    for (const group of this.names) {
      const opening = this.#schedules.at(group, now);
      const permit = fenceFor(opening, now);
      if (permit.kind !== 'open' || opening.closesAt === null) continue;
      const { fence } = permit;
      open.push({
        group,
        fence,
        closesAt: opening.closesAt,
        ringsUntil: fence.until,
        permit: this.#permit(group, opening.window),
        limits: this.#schedules.limitsOf(group, now),
        consent: this.#consent(group, now),
      });
    }
    return open.sort((a, b) => a.closesAt - b.closesAt || (a.group < b.group ? -1 : 1));
  }

  /** The earliest moment at which one of these groups may be rung; null when none ever may. */
  nextOpening(names: readonly string[], now: number): number | null {
    let next: number | null = null;
    for (const group of names) {
      const at = nextOrderAt(this.#schedules, group, now);
      if (at === now) return now;
      if (at !== null && (next === null || at < next)) next = at;
    }
    return next;
  }

  #consent(group: string, now: number): ConsentNeeded | null {
    if (this.#campaign.consent !== null) return null;
    return consentNeeded(this.#schedules.consentRulesOf(group, now), now);
  }

  #permit(group: string, window: number): string {
    const zones = formatNames(parseGroup(group).zones);
    const hours = this.#campaign.calling.weekly.windows[window];
    if (hours === undefined) return zones;
    return `${clockText(hours.start)}-${clockText(hours.end)} ${zones}`;
  }
}
