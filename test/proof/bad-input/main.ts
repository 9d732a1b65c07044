import { parseArgs } from 'node:util';
import { writeSheet } from './trial/bytes.ts';
import { play, type Played } from './trial/play.ts';
import { aSheet } from './trial/sheet.ts';
import { Bench } from './trial/trial.ts';

/** `npm run bad-input -- --seeds 10000` tries as many files; `--seed 7` tries one and shows it. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
  },
});

const SHOWN = 2_000;
const one = values.seed !== undefined;
const first = Number(values.seed ?? values.from);
const count = one ? 1 : Number(values.seeds);
const began = performance.now();
const sums = { rows: 0, people: 0, orders: 0 };
const refusals = new Map<string, number>();
let [broken, exact, slowest, slowestSeed] = [0, 0, 0, first];

function add(played: Played): void {
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += played[name];
  if (played.refused !== null)
    refusals.set(played.refused, (refusals.get(played.refused) ?? 0) + 1);
  if (played.exact) exact += 1;
  if (played.milliseconds > slowest) [slowest, slowestSeed] = [played.milliseconds, played.seed];
  if (played.broken.length === 0) return;
  broken += 1;
  console.log(`seed ${played.seed} breaks ${played.broken.length} promises:`);
  for (const said of played.broken.slice(0, 6)) console.log(`  ${said.slice(0, SHOWN)}`);
}

const bench = new Bench();
try {
  for (let seed = first; seed < first + count; seed++) {
    if (one) {
      const { bytes, how, exact: isExact } = writeSheet(aSheet(seed), seed);
      console.log(how.join(', '), isExact ? '(exact)' : '(not exact)', aSheet(seed).campaign);
      console.log(JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, SHOWN)));
    }
    add(await play(bench, seed));
  }
} finally {
  bench.clear();
}
const seconds = (performance.now() - began) / 1000;
const refused = [...refusals.values()].reduce((sum, n) => sum + n, 0);
console.log(
  `${count} files, ${exact} of them as they were meant, ${refused} refused, ${sums.rows} rows, ` +
    `${sums.people} people, ${sums.orders} orders; ${(count / seconds).toFixed(0)} files a second, ` +
    `the slowest ${slowest.toFixed(0)} ms (seed ${slowestSeed}), ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB at the end`,
);
console.log('refused:', Object.fromEntries(refusals));
console.log(broken === 0 ? 'every promise was kept' : `${broken} files broke promises`);
process.exitCode = broken === 0 ? 0 : 1;
