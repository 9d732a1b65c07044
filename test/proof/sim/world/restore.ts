import type { SearchKind } from '../../../../src/sandbox/search/kinds.ts';
import type { Life } from './life.ts';
import type { Others } from './others.ts';
import type { Accepted } from './record.ts';
import type { RunOnStage, Stage } from './stage.ts';

/** Whether all orders since a moment can be had: even a search that ignores what is asked shows them. */
export const canList = (search: SearchKind): boolean => search !== 'none' && search !== 'empty';

/** Where it happens: the process at work, and people beside them. */
interface Scene extends Stage {
  readonly lives: readonly { readonly life: Life }[];
  readonly others: Others;
}

/** An older copy of the ledger: made, put back, and what nobody can know after that. */
export class Restore {
  copiedAt = 0;
  /** When it was put back; null: it was not. */
  backAt: number | null = null;
  #copy: Buffer | null = null;
  /** Keys of the orders that the copy holds. */
  #known: ReadonlySet<string> = new Set();
  readonly #world: Scene;

  constructor(world: Scene) {
    this.#world = world;
  }

  /** At the beginning of a chapter of the run. */
  atChapter(run: RunOnStage, nth: number): void {
    const { restored } = this.#world.plan;
    if (restored === undefined) return;
    const { core } = this.#world;
    if (restored.backAt === nth) this.#putBack(run, restored.saysSo);
    if (restored.copyAt !== nth) return;
    void core.sleep(core.now() + restored.copyAfterMs, { key: 'a copy' }).then(() => {
      if (this.backAt === null) this.#take();
    });
  }

  #take(): void {
    this.#copy = this.#world.disk.copy();
    this.copiedAt = this.#world.core.now();
  }

  #putBack(run: RunOnStage, saysSo: boolean): void {
    const { lives, disk, others, core } = this.#world;
    if (this.#copy === null) return;
    for (const { life } of lives) life.die();
    disk.putBack(this.#copy, saysSo);
    this.#known = new Set(disk.keys());
    this.backAt = core.now();
    others.forgetSince(run, this.copiedAt);
  }

  /** Orders that the provider has, or was about to have, and the copy does not know. */
  lost(): Accepted[] {
    const { backAt, copiedAt } = this;
    if (backAt === null) return [];
    const { sends, orders } = this.#world.record;
    const left = new Set(
      sends.filter(({ at }) => at > copiedAt && at < backAt).map(({ key }) => key),
    );
    return [...orders.values()].filter(
      ({ key, birth }) => left.has(key) && birth.createdAt > copiedAt,
    );
  }

  /** Numbers whose lost orders no look-up could find: those came too late, or were hidden. */
  unknowable(): Set<string> {
    const backAt = this.backAt ?? 0;
    const found = this.lost().filter(({ birth }) => {
      const hidden = ['search_lags', 'hidden'].some((kind) =>
        Object.hasOwn(birth.faults ?? {}, kind),
      );
      return hidden || birth.createdAt > backAt;
    });
    return new Set(found.map(({ birth }) => birth.number));
  }

  /** Nothing can be looked up, or nothing is known by which a search could prove itself. */
  needsPerson(): boolean {
    const unknown = this.lost().filter(({ key }) => !this.#world.disk.knows(key));
    return !canList(this.#world.plan.search) || unknown.length === 0;
  }

  /** Where nothing can be looked up a person compares by hand, bars everybody who was called, and takes the copy on. */
  async acceptFor(run: RunOnStage): Promise<void> {
    const { disk, others, core } = this.#world;
    const at = core.now();
    const numbers = [...new Set(this.lost().map(({ birth }) => birth.number))];
    await disk.ledger.bar(numbers, { who: 'ann', at, reason: null, source: 'a command' });
    for (const number of numbers) if (!others.barred.has(number)) others.barred.set(number, at);
    run.accepted = { who: 'ann', at, reason: 'compared by hand' };
  }

  /** I2: where nothing can be looked up, nobody is ordered before somebody has compared. */
  promises(): string[] {
    const { record, runs, plan } = this.#world;
    const { backAt } = this;
    const unknown = this.lost().filter(({ key }) => !this.#known.has(key));
    if (backAt === null || canList(plan.search) || unknown.length === 0) return [];
    const until = runs[0]?.accepted?.at ?? Infinity;
    return record.sends
      .filter(({ at }) => at > backAt && at < until)
      .map(({ key }) => `I2 ${key} left although nobody could know who was called since the copy`);
  }
}
