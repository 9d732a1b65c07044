import type { VirtualClock } from '../../src/adapters/clock/virtual-clock.ts';
import type { Dice } from './dice.ts';
import type { Disk } from './disk.ts';
import type { Plan } from './plan.ts';
import type { Record } from './record.ts';

export const RUN = 'a-run';

/** What the world shows to its parts. */
export interface Stage {
  readonly plan: Plan;
  readonly core: VirtualClock;
  readonly dice: Dice;
  readonly disk: Disk;
  readonly record: Record;
  /** Promises that were broken, as far as they were seen while it happened. */
  readonly broken: string[];
  /** Of the session that counts. */
  epoch: number;
}
