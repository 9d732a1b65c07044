import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { planOf } from './plan.ts';
import { play, type Played } from './play.ts';

/** `npm run sim -- --seeds 10000`, or `--seed 7` for one alone. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    quiet: { type: 'boolean', default: false },
  },
});

const from = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const sums = { orders: 0, rings: 0, sessions: 0, uncertain: 0, points: 0 };
const damage = new Map<string, number>();
let broken = 0;

function add(played: Played): void {
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += played[name];
  for (const [kind, n] of played.damage) damage.set(kind, (damage.get(kind) ?? 0) + n);
  if (played.broken.length === 0) return;
  broken += 1;
  console.log(`seed ${played.seed} breaks ${played.broken.length} promises:`);
  for (const said of played.broken.slice(0, 8)) console.log(`  ${said}`);
  if (values.seed !== undefined) console.log(played.story.join('\n'));
  console.log(`  again: npm run sim -- --seed ${played.seed}`);
}

const began = performance.now();
for (let seed = from; seed < from + count; seed++) {
  const plan = planOf(seed);
  if (values.seed !== undefined)
    console.log(JSON.stringify({ ...plan, contacts: plan.contacts.length }, null, 1));
  add(await play(plan));
}
const seconds = (performance.now() - began) / 1000;
console.log(
  `${count} seeds, ${sums.sessions} sessions, ${sums.orders} orders, ${sums.rings} rings, ` +
    `${sums.uncertain} uncertain, ${sums.points} awaits of a port, ` +
    `${(count / seconds).toFixed(1)} seeds a second on one of ${availableParallelism()} cores`,
);
if (damage.size > 0) console.log('damage by faults of the provider:', Object.fromEntries(damage));
console.log(broken === 0 ? 'every promise was kept' : `${broken} seeds broke promises`);
process.exitCode = broken === 0 ? 0 : 1;
