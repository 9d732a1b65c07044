import { writeSync } from 'node:fs';
import { openLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { numbers } from '../../cli/desk/people.ts';

/** A process that writes one number after the other into a ledger, and says of each when it has been acknowledged. */
const [path = '', count = '0'] = process.argv.slice(2);
const ledger = openLedger(path, 'live');
for (const [i, number] of numbers(Number(count)).entries()) {
  await ledger.bar([number], { who: 'the writer', reason: '', source: 'writer', at: i });
  writeSync(1, `${number}\n`);
}
ledger.close();
