import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bad, good, shortly, type Cell } from './cell.ts';
import { run, type Said, type Toolchain } from './toolchain.ts';

/** A copy of the program: where npm has put the package, or a clone. */
export interface Installed {
  readonly tools: Toolchain;
  /** The folder of the package. */
  readonly folder: string;
  /** An empty folder to work in. */
  readonly work: string;
}

export const programOf = ({ folder }: Installed): string => join(folder, 'dist', 'bin.js');

function campaign(installed: Installed, args: readonly string[]): Promise<Said> {
  const { tools, work } = installed;
  mkdirSync(work, { recursive: true });
  const env = { ...tools.env, CAMPAIGN_LEDGER: join(work, 'ledger.db') };
  return run(tools.node, [programOf(installed), ...args], { cwd: work, env });
}

/** The driver and SQLite that `doctor` names. */
export async function driverOf(installed: Installed): Promise<Cell> {
  const { out, err } = await campaign(installed, ['doctor', '--json']);
  try {
    const { checks } = JSON.parse(out) as {
      checks: { area: string; level: string; text: string }[];
    };
    const sqlite = checks.find(({ area }) => area === 'SQLite');
    if (sqlite?.level !== 'ok') return bad(sqlite?.text ?? 'doctor does not name the driver');
    const [, version, driver] = /^(\S+), by (.*) for Node/.exec(sqlite.text) ?? [];
    return good(`${String(driver)}, SQLite ${String(version)}`);
  } catch {
    return bad(shortly(err));
  }
}

export type Rehearsed = { readonly sha256: string } | { readonly failed: Said };

/** The example that ships, from a moment of its own: the same bytes come out wherever the program works. */
export async function rehearsed(installed: Installed): Promise<Rehearsed> {
  const { folder, work } = installed;
  const args = ['run', join(folder, 'data', 'contacts.csv'), '--rehearse'];
  const more = [
    '--campaign',
    join(folder, 'campaigns', 'example.yaml'),
    '--now',
    '2026-12-01T09:00:00Z',
  ];
  const ran = await campaign(installed, [...args, ...more]);
  if (ran.code !== 0) return { failed: ran };
  const out = await campaign(installed, ['export', '--rehearsal', '--force', '-o', 'results.csv']);
  if (out.code !== 0) return { failed: out };
  const bytes = readFileSync(join(work, 'results.csv'), 'latin1');
  return { sha256: createHash('sha256').update(bytes, 'latin1').digest('hex') };
}
