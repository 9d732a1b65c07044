import { parseArgs } from 'node:util';
import { MUTANTS } from './mutants.ts';
import { Garden, tableOf, type Verdict } from './plant.ts';

/** `npm run mutants`: plants each bug in a copy of the tree, and fails when a bug survives. `--only word`. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1500' },
    only: { type: 'string', default: '' },
  },
});
const only = values.only ?? '';

const garden = new Garden();
const verdicts: Verdict[] = [];
try {
  for (const mutant of MUTANTS.filter(({ name }) => name.includes(only))) {
    const verdict = await garden.plant(mutant, Number(values.seeds));
    verdicts.push(verdict);
    console.log(tableOf([verdict]));
  }
} finally {
  garden.pull();
}
const survivors = verdicts.filter(({ seeds }) => seeds === null).length;
console.log(`${verdicts.length - survivors} of ${verdicts.length} planted bugs were caught`);
process.exitCode = survivors === 0 ? 0 : 1;
