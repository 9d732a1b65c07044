import { parseArgs } from 'node:util';
import { SEARCH_KINDS } from '../../../src/sandbox/search/kinds.ts';
import { brokenBy, figures, killedRun } from './whole.ts';

/** `npm run kill -- --kills 100 --contacts 1000 --lines 30 --seed 1 --search none`: the built program, killed for real. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    contacts: { type: 'string', default: '1000' },
    lines: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    search: { type: 'string', default: 'number' },
  },
});

const lines = Number(values.lines);
const search = SEARCH_KINDS.find((kind) => kind === values.search);
if (search === undefined) throw new Error(`--search is one of ${SEARCH_KINDS.join(', ')}`);
console.log(`seed ${values.seed}, search ${search}`);
const whole = await killedRun({
  kills: Number(values.kills),
  contacts: Number(values.contacts),
  lines,
  seed: Number(values.seed),
  search,
  say: (line) => {
    console.log(line);
  },
});
for (const line of figures(whole)) console.log(line);
const broken = brokenBy(whole, { lines, search });
console.log(broken.length === 0 ? 'every promise was kept' : broken.join('\n'));
process.exitCode = broken.length === 0 ? 0 : 1;
