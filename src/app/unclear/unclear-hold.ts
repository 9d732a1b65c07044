import type { Claim, Horizon } from '../../ports/ledger/queue.ts';
import type { ControlsPort } from '../../ports/ledger/requests.ts';
import { inBatches } from '../people/batches.ts';
import type { Brakes } from '../dispatch/brakes.ts';
import type { Follower } from '../order/follow.ts';
import type { Lines } from '../dispatch/lines.ts';
import type { Placer } from '../order/place.ts';
import type { ConfirmWork } from '../order/confirm.ts';
import { evidenceOf } from '../search/evidence.ts';
import type { Start } from '../session/start.ts';
import type { Session } from '../../ports/session.ts';
import type { Report } from '../../ports/report.ts';

const AT_ONCE = 10;

/** Takes over an order that was found: it has its line before anybody new. */
type Adopt = (claim: Claim, call: () => Promise<void>) => void;

export type UnclearHoldWork = ConfirmWork & {
  readonly ledger: ControlsPort;
  readonly session: Session;
  readonly report: Report;
};

/**
 * Looks again for the orders whose send had no clear answer, and holds the run while they are too many: nothing leaves
 * until one of them is found or decided, or until no evidence can come any more.
 */
export class UnclearHold {
  readonly #work: UnclearHoldWork;
  readonly #parts: { brakes: Brakes; lines: Lines; placer: Placer; follower: Follower };
  #told = false;

  constructor(
    work: UnclearHoldWork,
    parts: { brakes: Brakes; lines: Lines; placer: Placer; follower: Follower },
  ) {
    this.#work = work;
    this.#parts = parts;
  }

  /** Costs nothing while no order is in doubt. Afterwards the lines and the brake are as what is known by now. */
  async look(adopt: Adopt): Promise<void> {
    await this.#forgetKnown();
    const { unclear } = this.#parts.brakes;
    const { clock, campaign } = this.#work;
    if (unclear.nextLook !== null && unclear.nextLook <= clock.now()) {
      unclear.looked(clock.now(), unclear.endsAt(campaign.maxCallSeconds));
      await this.#lookForThem(adopt);
    }
    if (this.#told && !unclear.holds) this.#tellEnd();
  }

  /** Gives back the lines of orders that can be live no more, or of which something is known by now. */
  async #forgetKnown(): Promise<void> {
    const { lines, brakes } = this.#parts;
    const { ledger, session, clock } = this.#work;
    lines.doubtsEnd(clock.now());
    // Taken before the ledger is asked: what comes into doubt meanwhile is not in its answer.
    const held = lines.inDoubt;
    const unclear = brakes.unclear.uncertain.map(({ claim }) => claim.key);
    if (held.length === 0 && unclear.length === 0) return;
    const uncertain = await ledger.uncertainContacts(session.runId);
    const still = new Set(uncertain.map(({ key }) => key));
    for (const key of held) if (!still.has(key)) lines.known(key);
    for (const key of unclear) if (!still.has(key)) brakes.unclear.cleared(key);
  }

  async #lookForThem(adopt: Adopt): Promise<void> {
    const { brakes, placer, follower, lines } = this.#parts;
    const orders = brakes.unclear.uncertain.map(({ claim }) => claim);
    const shown = new Map();
    const asked = inBatches(orders, AT_ONCE, (order) =>
      evidenceOf(this.#work, placer, { order, shown }),
    );
    for await (const answers of asked) {
      for (const [order, placed] of answers) {
        if (placed === null) continue;
        brakes.unclear.cleared(order.key);
        lines.known(order.key);
        adopt(order, () => follower.follow(order, placed));
      }
    }
  }

  /** What a session does that may order nobody. */
  step({ horizon, live }: { horizon: Horizon; live: boolean }): Start {
    const { brakes } = this.#parts;
    const { clock, campaign } = this.#work;
    const { unclear } = brakes;
    const { dueGroups, nextNotBefore } = horizon;
    const somebodyWaits = dueGroups.length > 0 || nextNotBefore !== null;
    if (!somebodyWaits && !live) return { kind: 'done' };
    const until = unclear.endsAt(campaign.maxCallSeconds);
    if (until !== null && until <= clock.now()) {
      brakes.stop({ how: 'stopped', exit: 3, why: this.#text(), advice: { kind: 'decide' } });
      return { kind: 'done' };
    }
    if (until !== null && somebodyWaits) this.#tellBegin(until);
    const wakes = [until, unclear.nextLook].filter((at) => at !== null);
    const why = `held: ${unclear.all.length} orders had no clear answer`;
    return { kind: 'wait', until, wake: wakes.length === 0 ? null : Math.min(...wakes), why };
  }

  #text(): string {
    const { all } = this.#parts.brakes.unclear;
    const keys = all.map(({ claim }) => claim.key).join(', ');
    const why = all.at(-1)?.why ?? '';
    return `${all.length} orders had no clear answer and were not found (${keys}): ${why}. They may all have been placed. Ask the provider what became of them`;
  }

  #tellBegin(until: number): void {
    if (this.#told) return;
    this.#told = true;
    const { all } = this.#parts.brakes.unclear;
    this.#work.report.tell({
      event: 'hold_began',
      at: new Date(this.#work.clock.now()).toISOString(),
      until: new Date(until).toISOString(),
      why: all.at(-1)?.why ?? '',
      orders: all.map(({ claim }) => ({ contact: claim.contactId, order: claim.key })),
    });
  }

  #tellEnd(): void {
    this.#told = false;
    const left = this.#parts.brakes.unclear.all.length;
    const at = new Date(this.#work.clock.now()).toISOString();
    this.#work.report.tell({ event: 'hold_ended', at, unclear: left });
  }
}
