import { DAY } from '../../../app/world/setup.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { NewRequest, ResolveKind } from '../../../../src/ports/ledger/requests.ts';
import type { Life } from './life.ts';
import { tailOf } from '../outside/lists.ts';
import type { RunOnStage, Stage } from './stage.ts';

type Wait = Parameters<Clock['sleep']>[1];

export interface Span {
  readonly run: string;
  readonly from: number;
  until: number;
}

/** A run that was cancelled, when, and by somebody beside which of its processes. */
export interface Cancelled {
  readonly at: number;
  readonly hangUp: boolean;
  readonly life: Life;
}

/** What people do at the same ledger from other terminals: pause, resume, the do-not-call list, decisions. */
export class Others {
  readonly paused: Span[] = [];
  readonly cancelled = new Map<string, Cancelled>();
  /** How many there were, whatever an older copy has forgotten. */
  cancels = 0;
  readonly barred = new Map<string, number>();
  /** Numbers about which a person has said that they may be called again. */
  readonly allowedAgain = new Set<string>();
  /** Orders in doubt about which a person has decided, and when. */
  readonly decidedAt = new Map<string, number>();
  readonly #world: Stage;
  /** Sessions that look for requests. */
  readonly #watching = new Set<() => void>();
  #nth = 0;
  #left = false;

  constructor(world: Stage) {
    this.#world = world;
  }

  async act({ id, plan }: RunOnStage): Promise<void> {
    const { dice, core } = this.#world;
    if (dice.happens(0.5)) {
      const number = plan.contacts[dice.whole(0, plan.contacts.length - 1)]?.e164 ?? '';
      if (dice.happens(0.5)) await this.#bar([number]);
      else await this.#barTails([number]);
      return;
    }
    if (this.paused.some((span) => span.run === id && span.until === Infinity)) return;
    await this.#ask(id, 'pause');
    const span = { run: id, from: core.now(), until: Infinity };
    this.paused.push(span);
    this.#nth += 1;
    void core
      .sleep(core.now() + dice.spread(1, DAY), { key: `resume ${this.#nth}` })
      .then(() => this.resume(id));
  }

  /** What stands in a list that somebody imports between two sessions of a run. */
  async importLists({ lists, chapter }: RunOnStage): Promise<void> {
    if (lists?.from !== chapter) return;
    const { numbers, tailsOf } = lists.imported;
    await this.#bar(numbers);
    await this.#barTails(tailsOf);
  }

  async #bar(numbers: readonly string[]): Promise<void> {
    const at = this.#world.core.now();
    const by = { who: 'ann', at, reason: null, source: 'a command' };
    await this.#world.disk.ledger.bar(numbers, by);
    for (const number of numbers) if (!this.barred.has(number)) this.barred.set(number, at);
  }

  /** Of whom a list has the last seven digits alone. */
  async #barTails(numbers: readonly string[]): Promise<void> {
    const at = this.#world.core.now();
    const by = { who: 'ann', at, reason: null, source: 'asked.csv' };
    const tails = numbers.map((number, i) => ({ tail: tailOf(number), row: i + 2, value: '…' }));
    await this.#world.disk.ledger.barTails(tails, by);
    for (const number of numbers) if (!this.barred.has(number)) this.barred.set(number, at);
  }

  async cancel({ id }: RunOnStage, hangUp: boolean, life: Life): Promise<void> {
    if (this.cancelled.has(id)) return;
    await this.#ask(id, 'cancel', { hangUp });
    this.cancelled.set(id, { at: this.#world.core.now(), hangUp, life });
    this.cancels += 1;
    for (const heard of [...this.#watching]) heard();
  }

  /** Until `at`, or until somebody has cancelled a run: true then. */
  async watched(clock: Clock, at: number, wait: Wait): Promise<boolean> {
    const over = new AbortController();
    let asked = false;
    const heard = (): void => {
      asked = true;
      over.abort('asked');
    };
    this.#watching.add(heard);
    const left = (): void => over.abort('left');
    wait.signal?.addEventListener('abort', left, { once: true });
    await clock.sleep(at, { ...wait, signal: over.signal });
    wait.signal?.removeEventListener('abort', left);
    this.#watching.delete(heard);
    return asked;
  }

  /** A copy of the ledger has taken its place: what was said since is not in it. */
  forgetSince({ id }: RunOnStage, copiedAt: number): void {
    for (const [number, at] of this.barred) if (at >= copiedAt) this.barred.delete(number);
    if ((this.cancelled.get(id)?.at ?? 0) >= copiedAt) this.cancelled.delete(id);
    for (const span of this.paused) span.until = Math.min(span.until, this.#world.core.now());
    void this.#ask(id, 'resume');
  }

  async resume(run: string): Promise<void> {
    const open = this.paused.find((span) => span.run === run && span.until === Infinity);
    if (open === undefined) return;
    open.until = this.#world.core.now();
    await this.#ask(run, 'resume');
  }

  /** Somebody reads every six hours why the program itself has paused the run, and lets it go on. */
  watchOver(): void {
    const { core } = this.#world;
    void core.sleep(core.now() + DAY / 4, { key: 'somebody looks' }).then(async () => {
      if (this.#left) return;
      await this.answerAlarm();
      this.watchOver();
    });
  }

  async answerAlarm(): Promise<void> {
    for (const { id } of this.#world.runs) {
      const { paused } = await this.#world.disk.ledger.control(id);
      if (paused !== null && paused.who !== 'ann') await this.#ask(id, 'resume');
    }
  }

  leave(): void {
    this.#left = true;
  }

  /** A person who knows what really happened decides about everybody whose order is over. */
  async decide(): Promise<number> {
    const { core, runs } = this.#world;
    await core.sleep(core.now() + 2 * DAY, { key: 'two nights' });
    let decided = 0;
    for (const run of runs) decided += await this.#decideFor(run);
    return decided;
  }

  async #decideFor({ id, plan }: RunOnStage): Promise<number> {
    const { disk, dice, record } = this.#world;
    let decided = 0;
    for (const { contactId, e164, key } of await disk.ledger.uncertainContacts(id)) {
      const order = record.ofNumber(e164).find((one) => one.key === key);
      if (order !== undefined && order.overAt === null) continue;
      decided += 1;
      const rang = order?.state.attempts.some((attempt) => attempt.startedAt !== null) === true;
      const kind = dice.pick<ResolveKind>([rang ? 'rang' : 'not_rung', 'again']);
      // Nobody knows that it was a human: the campaign may say that such an answer is tried again.
      const { outcomes } = plan.definition as { outcomes?: { answered_unknown?: string } };
      const again = kind === 'again' || outcomes?.answered_unknown === 'again';
      if (rang && again) this.allowedAgain.add(e164);
      this.decidedAt.set(key, this.#world.core.now());
      await this.#ask(id, kind, { contactId });
    }
    return decided;
  }

  async #ask(
    runId: string,
    kind: NewRequest['kind'],
    about: { contactId?: string; hangUp?: boolean } = {},
  ): Promise<void> {
    const { disk, core } = this.#world;
    const by = { who: 'ann', at: core.now(), reason: null };
    await disk.ledger.ask({ runId, kind, contactId: null, hangUp: false, ...about, ...by });
  }
}
