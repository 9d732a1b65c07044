import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { abandonMany, LEFT_ALONE_WITH, tableOf, type LeftAloneWith } from './search/abandon.ts';
import { planOf } from './draw/plan.ts';
import { play, type Played } from './play.ts';
import { seedsFrom } from './draw/seeds.ts';

/**
 * `npm run sim -- --seeds 10000` plays as many; `--seed 7` plays one and tells its story when it breaks a
 * promise; `--until-broken` stops at the first; `--abandoned` plays runs whose session dies for ever, fault by fault.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    'until-broken': { type: 'boolean', default: false },
    abandoned: { type: 'boolean', default: false },
  },
});

const one = values.seed !== undefined;
const seeds = seedsFrom(Number(values.seed ?? values.from), one ? 1 : Number(values.seeds));
const began = performance.now();
const seconds = (): number => (performance.now() - began) / 1000;

const sums = { orders: 0, rings: 0, sessions: 0, uncertain: 0, points: 0 };
const damage = new Map<string, number>();
let broken = 0;

function add(played: Played): void {
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += played[name];
  for (const [kind, n] of played.damage) damage.set(kind, (damage.get(kind) ?? 0) + n);
  if (played.broken.length === 0) return;
  broken += 1;
  console.log(`seed ${played.seed} breaks ${played.broken.length} promises:`);
  for (const said of played.broken.slice(0, 12)) console.log(`  ${said}`);
  if (one) console.log(played.story.join('\n'));
  else console.log(`  again: npm run sim -- --seed ${played.seed}`);
}

async function playAll(): Promise<void> {
  for (const seed of seeds) {
    const plan = planOf(seed);
    const runs = plan.runs.map((run) => ({ ...run, contacts: run.contacts.length }));
    const told = { ...plan, runs };
    if (one) console.log(JSON.stringify(told, null, 1));
    add(await play(plan));
    if (broken > 0 && values['until-broken']) break;
  }
  console.log(
    `${seeds.length} seeds, ${sums.sessions} sessions, ${sums.orders} orders, ${sums.rings} rings, ` +
      `${sums.uncertain} uncertain, ${sums.points} awaits of a port, ` +
      `${(seeds.length / seconds()).toFixed(1)} seeds a second on one of ${availableParallelism()} cores`,
  );
  if (damage.size > 0) console.log('damage by faults of the provider:', Object.fromEntries(damage));
  console.log(broken === 0 ? 'every promise was kept' : `${broken} seeds broke promises`);
  process.exitCode = broken === 0 ? 0 : 1;
}

async function abandonAll(): Promise<void> {
  const rows = new Map<LeftAloneWith, Awaited<ReturnType<typeof abandonMany>>>();
  for (const fault of LEFT_ALONE_WITH) rows.set(fault, await abandonMany(seeds, fault));
  console.log(tableOf(rows).join('\n'));
  console.log(`${seeds.length} seeds each, ${seconds().toFixed(0)} s`);
}

await (values.abandoned ? abandonAll() : playAll());
