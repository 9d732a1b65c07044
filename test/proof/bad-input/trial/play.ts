import { writeFileSync } from 'node:fs';
import { writeSheet, type Written } from './bytes.ts';
import {
  judgeCalls,
  judgeExact,
  judgeReadBack,
  judgeRefusal,
  judgeResults,
  judgeRows,
  readIndependently,
} from './judge.ts';
import { aSheet, type Sheet } from './sheet.ts';
import type { Bench, Tried } from './trial.ts';

/** What one seed came to. */
export interface Played {
  readonly seed: number;
  readonly broken: readonly string[];
  /** Why the file was refused; null: it was read. */
  readonly refused: string | null;
  readonly rows: number;
  readonly people: number;
  readonly orders: number;
  readonly exact: boolean;
  readonly milliseconds: number;
}

/** Of one core. No file of these takes longer: three thousand rows are read, called and written twice. */
const LONGEST_MS = 20_000;

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).sort().join();

export async function play(bench: Bench, seed: number): Promise<Played> {
  const sheet = aSheet(seed);
  const written = writeSheet(sheet, seed);
  writeFileSync(bench.path('leads.csv'), written.bytes);
  const began = process.cpuUsage();
  const broken: string[] = [];
  const result = await judged(bench, { sheet, written }, (promise) => broken.push(promise));
  const { user, system } = process.cpuUsage(began);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > LONGEST_MS) broken.push(`took ${Math.round(milliseconds)} ms`);
  if (Object.getOwnPropertyNames(Object.prototype).sort().join() !== PROTOTYPE)
    broken.push('the prototype of all objects was changed');
  return { seed, broken, ...result, exact: written.exact, milliseconds };
}

type Judged = Pick<Played, 'refused' | 'rows' | 'people' | 'orders'>;

async function judged(
  bench: Bench,
  of: { sheet: Sheet; written: Written },
  broken: (promise: string) => void,
): Promise<Judged> {
  const { sheet, written } = of;
  let tried: Tried;
  try {
    tried = await bench.try('leads.csv', sheet.campaign);
  } catch (error) {
    const refused = judgeRefusal(error, broken);
    if (written.exact && sheet.plain) broken(`refused, though nothing is wrong: ${String(error)}`);
    return { refused, rows: 0, people: 0, orders: 0 };
  }
  const records = await readIndependently(bench.path('leads.csv'), written.bytes);
  if (records === null) broken('was read, though its quotes are wrong');
  else {
    judgeRows(tried, records, broken);
    judgeCalls(tried, { sheet, records }, broken);
    judgeResults(tried, records[0] ?? [], broken);
  }
  if (written.exact) judgeExact(tried, sheet, broken);
  await judgeReadBack(tried, await bench.read('results.csv', sheet.campaign), broken);
  if (tried.orderedAgain > 0) broken(`I8 the results fed back made ${tried.orderedAgain} orders`);
  if (tried.events.some((event) => /\+\d{7}/.test(event))) broken('I9 an event shows a number');
  const { rows, ordered, fed } = tried;
  return { refused: null, rows: rows.length, people: fed.joined, orders: ordered.length };
}
