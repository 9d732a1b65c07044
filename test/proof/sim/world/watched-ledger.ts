import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import { NEVER, type Life } from './life.ts';
import type { RunOnStage, Stage } from './stage.ts';

/** What only the current session may do (S16). Evidence may come from anybody. */
const FENCED = new Set([
  'endSession',
  'saveDefinition',
  'beginFile',
  'feedRows',
  'endFile',
  'relocate',
  'setReleases',
  'skipGroup',
  'claim',
  'claimOrLook',
  'looked',
  'unlooked',
  'giveBack',
  'observe',
  'cancelAsked',
  'settle',
  'fail',
  'putBack',
  'uncertain',
  'fill',
  'cancelWaiting',
  'resolve',
]);

/** What says that it is known what became of an order. */
const CLEARS = new Set(['accepted', 'giveBack']);

/** Those that are no commands, or answer at once. */
const AT_ONCE = new Set(['rows', 'close', 'unfit']);

/** More steps than any run of a few people takes: it turns in a circle (I7). */
const TOO_MANY_POINTS = 100_000;

type Command = (...args: unknown[]) => Promise<unknown>;

/** The world's ledger as one process sees it: each await of it may be the last, and each write is watched. */
export function watched(world: Stage, run: RunOnStage, life: Life): SqliteLedger {
  const made = new Map<string, Command>();
  const wrap = (name: string, command: Command): Command => {
    return async (...args) => {
      if (life.points > TOO_MANY_POINTS) {
        world.broken.push(`I7 ${life.name} goes in a circle around ${name}`);
        life.die();
      }
      await life.pass(`ledger.${name} before`, true, args);
      // Power may have been cut between that answer and this line: the process is dead, and its disk another.
      if (life.dead) return await NEVER;
      const proofs = name === 'accepted' ? world.disk.proofs() + 1 : 0;
      // Carried out at once; while its answer is waited for, others go on.
      const at = world.core.now();
      const carriedOut = command(...args);
      const kept = name !== 'accepted' || world.disk.proofs() === proofs;
      const answer = await carriedOut;
      if (name === 'claimOrLook' && answer !== null && 'key' in (answer as object))
        world.record.claimedAt.set((answer as { key: string }).key, at);
      if (CLEARS.has(name)) world.record.cleared(String(args[1]), at);
      if (name === 'beginSession') run.epoch = life.epoch = (answer as Session).epoch;
      const stale = life.epoch < run.epoch;
      if (stale && (FENCED.has(name) || (name === 'accepted' && answer === true))) {
        world.broken.push(`S16 ${life.name} (epoch ${life.epoch} of ${run.epoch}) could ${name}`);
        // Proven: two sessions that both go on would keep each other busy for ever.
        life.die();
      }
      if (!kept) world.broken.push(`S17 what the provider said to ${life.name} is not kept`);
      await life.pass(`ledger.${name} after`, true);
      return answer;
    };
  };
  return new Proxy(world.disk.ledger, {
    get(ledger, name: string) {
      const found: unknown = Reflect.get(ledger, name);
      if (typeof found !== 'function' || AT_ONCE.has(name)) return found;
      const known = made.get(name) ?? wrap(name, found as Command);
      made.set(name, known);
      return known;
    },
  });
}
