import { aiDisclosed } from '../../domain/disclosure/first-turn.ts';
import {
  passes,
  percent,
  quietFor,
  TOLD_ABOVE,
  unsaidText,
  type Quiet,
  type Unsaid,
} from '../../domain/disclosure/unsaid.ts';
import { outcomeOf } from '../../domain/order/outcome.ts';
import type { OrderView } from '../../domain/order/view.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import type { ViewsPort } from '../../ports/ledger/records.ts';
import type { LedgerIdentity } from '../../ports/ledger/runs.ts';
import type { Session } from '../../ports/session.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Report } from '../../ports/report.ts';
import type { Schedules } from '../../domain/schedule/schedules.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';

const WHAT_TO_DO =
  '. People who were called there do not know that an AI spoke. The column call_ai_disclosed of an export names the calls. Stop the run, correct the first sentence or the prompt, and run the same command again; with disclosure.stop_above a run stops by itself';

export interface DisclosureWork {
  readonly ledger: ViewsPort & LedgerIdentity;
  readonly session: Session;
  readonly schedules: Schedules;
  readonly campaign: Campaign;
  readonly definition: number;
  readonly clock: Clock;
  readonly report: Report;
}

/**
 * Checks whether the agent of a live run says that an AI speaks, where the law of the place asks for it. If too many
 * calls lack it, the run says so once, and stops where the campaign asks for that. Only calls made with the current
 * version of the campaign file count, so that a correction starts a new count.
 */
export class DisclosureWatch {
  readonly #work: DisclosureWork;
  readonly #brakes: Brakes;
  readonly #stopAbove: number | null;
  #told = false;
  #quiet: Quiet = { calls: Infinity, noes: Infinity };

  constructor(work: DisclosureWork, brakes: Brakes) {
    this.#work = work;
    this.#brakes = brakes;
    this.#stopAbove = work.campaign.disclosure.stopAbove;
  }

  /** Before anybody is ordered: what the sessions before have left may be too much already. */
  async begin(): Promise<void> {
    if (this.#work.ledger.mode === 'live') await this.#count();
  }

  /** An order was settled, or its words have become known since. */
  async heard(view: OrderView): Promise<void> {
    const said = view.attempts
      .filter((attempt) => outcomeOf(attempt) === 'human')
      .map(({ transcript }) => aiDisclosed(transcript));
    const noes = said.filter((one) => one === 'no').length;
    const calls = said.filter((one) => one === 'yes').length + noes;
    this.#quiet = { calls: this.#quiet.calls - calls, noes: this.#quiet.noes - noes };
    if (this.#quiet.calls <= 0 || this.#quiet.noes <= 0) await this.#count();
  }

  async #count(): Promise<void> {
    const unsaid = await this.#unsaid();
    const stopAbove = this.#stopAbove;
    const stops = stopAbove !== null && passes(unsaid, stopAbove);
    if (!this.#told && passes(unsaid, TOLD_ABOVE)) this.#tell(unsaid, stops);
    if (stops) {
      const why = `${unsaidText(unsaid)}; the campaign stops above ${percent(stopAbove)} (disclosure.stop_above). People who were called there do not know that an AI spoke: correct the first sentence or the prompt`;
      this.#brakes.stop({ how: 'stopped', exit: 3, why, goOn: 'correct' });
    }
    const shares = [this.#told ? null : TOLD_ABOVE, stopAbove].filter((share) => share !== null);
    this.#quiet = quietFor(unsaid, shares);
  }

  #tell(unsaid: Unsaid, stops: boolean): void {
    this.#told = true;
    const { report, clock } = this.#work;
    report.tell({
      event: 'ai_not_said',
      at: new Date(clock.now()).toISOString(),
      judged: unsaid.judged,
      no: unsaid.no,
      message: `I${unsaidText(unsaid).slice(1)}${stops ? '' : WHAT_TO_DO}`,
    });
  }

  /** The judged calls of places whose law asks for it. */
  async #unsaid(): Promise<Unsaid> {
    const { ledger, session, schedules, definition, clock } = this.#work;
    const now = clock.now();
    const groups = await ledger.disclosed(session.runId, definition);
    const asked = groups.filter(({ group }) => schedules.asksForDisclosure(group, now));
    const sum = (of: 'yes' | 'no'): number => asked.reduce((total, one) => total + one[of], 0);
    return { judged: sum('yes') + sum('no'), no: sum('no') };
  }
}
