import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How long the built program takes to start, beside `node -e 0` of the same minute. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist', 'bin.js');
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
  const began = performance.now();
  const env = { ...process.env, CAMPAIGN_LEDGER: join(cwd, 'ledger.db') };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return performance.now() - began;
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
    milliseconds([PROGRAM, 'run', contacts, '--campaign', campaign, '--rehearse'], cwd);
    const all: readonly Benchmark[] = [
      { name: 'start --help', args: [PROGRAM, '--help'], wanted: 2.5 },
      { name: 'start status', args: [PROGRAM, 'status', '--rehearsal'], wanted: 4 },
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
