import { parseArgs } from 'node:util';
import { brokenBy, figures, killedRun } from './whole.ts';

/** `npm run kill -- --kills 100 --contacts 1000 --lines 30 --seed 1`: the built program, killed for real. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    contacts: { type: 'string', default: '1000' },
    lines: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});

const lines = Number(values.lines);
console.log(`seed ${values.seed}`);
const whole = await killedRun({
  kills: Number(values.kills),
  contacts: Number(values.contacts),
  lines,
  seed: Number(values.seed),
  say: (line) => {
    console.log(line);
  },
});
for (const line of figures(whole)) console.log(line);
const broken = brokenBy(whole, lines);
console.log(broken.length === 0 ? 'every promise was kept' : broken.join('\n'));
process.exitCode = broken.length === 0 ? 0 : 1;
