import { parseArgs } from 'node:util';
import { play, type Played } from './world/play.ts';
import { scriptOf } from './world/script.ts';

/** `npm run provider -- --seeds 100 --jobs 2`: the built program against a provider drawn from each seed; `--seed 7` plays one again. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const waiting = Array.from({ length: count }, (_, i) => first + i);
const convicted: number[] = [];

function tell({ script, log, verdicts, said, folder, finished }: Played): void {
  const orders = log.filter(({ kind }) => kind === 'accepted').length;
  const answers = log.filter(({ kind }) => kind === 'answer').length;
  const end = finished ? 'finished' : 'not finished';
  console.log(
    `seed ${script.seed}: ${script.rows.length} rows, ${script.lines} lines, search ${script.search}, ${orders} orders, ${answers} answers, ${said.length} sessions, ${end}`,
  );
  if (verdicts.length === 0 && !values.keep) return;
  console.log(
    [...said, ...verdicts.map(({ rule, text }) => `  ${rule}: ${text}`), folder].join('\n'),
  );
}

async function job(): Promise<void> {
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    const played = await play(scriptOf(seed), { keep: values.keep });
    tell(played);
    if (played.verdicts.length > 0) convicted.push(seed);
  }
}

await Promise.all(Array.from({ length: Number(values.jobs) }, job));
console.log(
  convicted.length === 0
    ? `${count} seeds: every promise was kept`
    : `${convicted.length} of ${count} seeds broke a promise: ${convicted.join(' ')}`,
);
process.exitCode = convicted.length === 0 ? 0 : 1;
