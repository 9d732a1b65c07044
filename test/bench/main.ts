import { benchNumbers } from './numbers.ts';
import { measureStart } from './start.ts';

/** `npm run bench` measures numbers and calling groups; `npm run bench -- start`, how long the program takes to start. */
function benchStart(): boolean {
  const all = measureStart();
  for (const one of all) process.stdout.write(`${JSON.stringify(one)}\n`);
  return all.every(({ ratio, wanted }) => ratio <= wanted);
}

const reached = process.argv[2] === 'start' ? benchStart() : benchNumbers();
process.exitCode = reached ? 0 : 1;
