import type { VirtualClock } from '../../../../src/adapters/clock/virtual-clock.ts';
import type { Campaign } from '../../../../src/domain/campaign/campaign.ts';
import type { By } from '../../../../src/ports/ledger/requests.ts';
import type { RunMemory, RunMemoryKeeper } from '../../../../src/ports/ledger/restored.ts';
import { aCampaign } from '../../../app/world/world.ts';
import type { Dice } from '../draw/dice.ts';
import type { Disk } from './disk.ts';
import type { RunPlan } from '../draw/draw-run.ts';
import type { FileVersion, ListsVersion } from '../outside/versions.ts';
import type { Plan } from '../draw/plan.ts';
import type { Record } from './record.ts';

/** What the lock beside the ledger remembers: no copy of the ledger takes it back. */
class SimulatedLock implements RunMemoryKeeper {
  memory: RunMemory = { epoch: 0, lastOrder: null };

  rememberSession(epoch: number): void {
    this.memory = { epoch, lastOrder: null };
  }

  rememberOrder(lastOrder: string): void {
    this.memory = { ...this.memory, lastOrder };
  }
}

/** One run of the ledger, as it stands. */
export class RunOnStage {
  readonly plan: RunPlan;
  readonly campaign: Campaign;
  /** Of the session that counts. */
  epoch = 0;
  readonly lock = new SimulatedLock();
  /** Chapters that have begun; those after the last one are sessions that are left alone. */
  chapter = 0;
  /** Somebody has compared an older copy by hand, and taken it on. */
  accepted: By | null = null;

  constructor(plan: RunPlan) {
    this.plan = plan;
    this.campaign = aCampaign(plan.definition);
  }

  get id(): string {
    return this.plan.id;
  }

  /** As its contact file is now; null: as it ever was. */
  get file(): FileVersion | null {
    return this.plan.files?.findLast(({ from }) => from <= this.chapter) ?? null;
  }

  get lists(): ListsVersion | null {
    return this.plan.lists?.findLast(({ from }) => from <= this.chapter) ?? null;
  }
}

/** What the world shows to its parts. */
export interface Stage {
  readonly plan: Plan;
  readonly core: VirtualClock;
  readonly dice: Dice;
  readonly disk: Disk;
  readonly record: Record;
  readonly runs: readonly RunOnStage[];
  /** Promises that were broken, as far as they were seen while it happened. */
  readonly broken: string[];
}
