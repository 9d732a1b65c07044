import { spawnSync, type StdioOptions } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * How much processor time the built program takes to start, beside `node -e 0` of the same minute. Time on the clock
 * grows with whatever else the computer does.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist', 'bin.js');
const METER = fileURLToPath(new URL('processor-time.cjs', import.meta.url));
const ROUNDS = 15;

interface Benchmark {
  readonly name: string;
  readonly args: readonly string[];
  /** Times the floor, at most. */
  readonly wanted: number;
}

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms';
  readonly floor: number;
  readonly ratio: number;
  readonly wanted: number;
}

function milliseconds(args: readonly string[], cwd: string): number {
  const env = { ...process.env, CAMPAIGN_LEDGER: join(cwd, 'ledger.db') };
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', 'pipe'];
  const measured = ['--require', METER, ...args];
  const { status, output } = spawnSync(process.execPath, measured, { cwd, env, stdio });
  const said = output.map((bytes) => bytes?.toString() ?? '');
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${said[2]}`);
  return Number(said[3]) / 1000;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;

/** Each round runs everything once, so that what else the computer does falls on all alike. */
export function measureStart(): Measured[] {
  if (!existsSync(PROGRAM)) throw new Error('there is no dist/bin.js; try: npm run build');
  const cwd = mkdtempSync(join(tmpdir(), 'campaign-start-'));
  try {
    const example = ['data/contacts.csv', 'campaigns/example.yaml'].map((name) => join(ROOT, name));
    const [contacts = '', campaign = ''] = example;
    const run = [PROGRAM, 'run', contacts, '--campaign', campaign, '--rehearse'];
    milliseconds(run, cwd);
    const finished = [PROGRAM, 'status', '--rehearsal'];
    const unfinished = [...finished, '--ledger', join(cwd, 'first-twenty.db')];
    const twenty = ['--limit', '20', '--ledger', join(cwd, 'first-twenty.db')];
    milliseconds([...run, ...twenty], cwd);
    const all: readonly Benchmark[] = [
      { name: 'start --help', args: [PROGRAM, '--help'], wanted: 2.5 },
      { name: 'start status', args: finished, wanted: 4 },
      { name: 'start status of an unfinished run', args: unfinished, wanted: 4 },
    ];
    const floors: number[] = [];
    const times = all.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      floors.push(milliseconds(['-e', '0'], cwd));
      for (const [i, { args }] of all.entries()) times[i]?.push(milliseconds(args, cwd));
    }
    const floor = median(floors);
    return all.map(({ name, wanted }, i) => {
      const value = median(times[i] ?? []);
      return {
        name,
        value: round(value),
        unit: 'ms',
        floor: round(floor),
        ratio: round(value / floor),
        wanted,
      };
    });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;
