import { breachOf, breachText, unexpectedAttempts } from '../../domain/order/breach.ts';
import type { OrderView } from '../../domain/order/view.ts';
import { maskNumber } from '../../domain/text/privacy.ts';
import type { Advice } from '../../ports/advice.ts';
import type { Lookable } from '../../ports/ledger/following.ts';
import type { ControlsPort } from '../../ports/ledger/requests.ts';
import type { LedgerIdentity } from '../../ports/ledger/runs.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import type { Session } from '../../ports/session.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Report } from '../../ports/report.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';

/** Who asks for a pause when nobody did. */
const CAMPAIGN = 'campaign';

/** What to do about an order that was not kept to. */
const askWhy = ({ contactId }: Watched): Advice => ({ kind: 'ask_provider', contact: contactId });

type Watched = Pick<Lookable, 'key' | 'e164' | 'contactId' | 'group' | 'orderedAt' | 'ringsUntil'>;

export interface AlarmsWork {
  readonly ledger: ControlsPort & LedgerIdentity;
  readonly session: Session;
  readonly clock: Clock;
  readonly report: Report;
  readonly campaign: Campaign;
  readonly schedules: Schedules;
}

/** What the provider did although nobody permitted it: the run stops, or pauses, and says what happened. */
export class Alarms {
  readonly #work: AlarmsWork;
  readonly #brakes: Brakes;

  constructor(work: AlarmsWork, brakes: Brakes) {
    this.#work = work;
    this.#brakes = brakes;
  }

  /** Ids of the attempts of this order that nobody expected. */
  unexpected(view: OrderView): readonly string[] {
    const oneAsked = this.#work.campaign.assistantId === null;
    return unexpectedAttempts(view, oneAsked).map((attempt) => attempt.id);
  }

  /** Promise 2: a ring outside of what an order permitted stops the run; more orders might ring so too. */
  outside(order: Watched, view: OrderView): void {
    const { campaign, schedules } = this.#work;
    // The operator has left the hours of this order to the provider.
    if (campaign.assistantId !== null && campaign.providerRetries === 'accept') return;
    const breach = breachOf(view, order, (at) => schedules.at(order.group, at).open);
    if (breach === null) return;
    const why = breachText(breach, order, schedules.zoneRules);
    this.#brakes.stop({ how: 'stopped', exit: 3, why, advice: askWhy(order) });
  }

  /** An attempt that nobody expected pauses a live run: a person decides whether to go on. */
  async late(order: Watched, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { ledger, session, clock, report } = this.#work;
    const reason = `the provider rang ${maskNumber(order.e164)} once more than it was asked to (contact ${order.contactId})`;
    report.tell({ event: 'note', message: reason, advice: askWhy(order) });
    if (ledger.mode !== 'live' || (await ledger.control(session.runId)).paused !== null) return;
    await ledger.ask({
      runId: session.runId,
      kind: 'pause',
      contactId: null,
      hangUp: false,
      who: CAMPAIGN,
      at: clock.now(),
      reason,
    });
  }
}
