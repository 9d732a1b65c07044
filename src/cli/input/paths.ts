import { existsSync, statSync } from 'node:fs';
import { isAbsolute, parse, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import type { Mode } from '../../ports/ledger/runs.ts';
import { ADDRESS_VARIABLE, KEY_FILE, OWN_ADDRESS, readBaseUrl } from '../compose/provider.ts';
import { usage } from '../terminal/failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Where the voice API is: what the environment says, else the provider's own address. */
export function baseUrlIn(env: Terminal['env']): string {
  return env[ADDRESS_VARIABLE]?.trim() ?? OWN_ADDRESS;
}

/** Where the key is looked for when the environment has none. */
export const keyFile = (): string =>
  join(envPaths('phone-campaign', { suffix: '' }).config, KEY_FILE);

/** Answers of a voice API on this computer are invented: they must not stand among those of real people. */
function homeName(env: Terminal['env']): string {
  const url = readBaseUrl(baseUrlIn(env));
  return 'loopback' in url && url.loopback ? 'ledger.loopback.db' : 'ledger.db';
}

/**
 * Where the ledger of this user lies: `--ledger`, else `CAMPAIGN_LEDGER`, else the operating system's data
 * folder. A rehearsal's ledger lies beside it, so that the two are never the same file.
 */
export function ledgerPath(
  mode: Mode,
  named: string | undefined,
  terminal: Pick<Terminal, 'env' | 'cwd'>,
): string {
  const chosen = named ?? terminal.env['CAMPAIGN_LEDGER'];
  const home = join(envPaths('phone-campaign', { suffix: '' }).data, homeName(terminal.env));
  if (chosen?.trim() === '')
    throw usage('the path of the ledger is empty', 'name a file, or leave it out');
  const live = chosen === undefined ? home : resolve(terminal.cwd, chosen);
  if (existsSync(live) && statSync(live).isDirectory()) {
    throw usage(
      `the ledger ${live} is a folder`,
      `name a file in it, such as ${join(live, 'ledger.db')}`,
    );
  }
  if (mode === 'live') return live;
  const { dir, name, ext } = parse(live);
  return join(dir, `${name}.rehearsal${ext}`);
}

export const sandboxPath = (rehearsalLedger: string): string => {
  const { dir, name, ext } = parse(rehearsalLedger);
  return join(dir, `${name}-sandbox${ext}`);
};

export const lockPath = (ledger: string, runId: string): string => `${ledger}.${runId}.lock`;

/** What a session could not write into the ledger. */
export const reservePath = (ledger: string, runId: string): string => `${ledger}.${runId}.reserve`;

/** A file that a command reads or keeps, in words. */
export interface Kept {
  readonly what: string;
  readonly file: string;
}

/** Both ledgers of this user and what lies beside them. */
export const keptLedgers = (
  named: string | undefined,
  terminal: Pick<Terminal, 'env' | 'cwd'>,
): readonly Kept[] =>
  (['live', 'rehearsal'] as const).flatMap((mode) =>
    ['', '-wal', '-shm'].map((end) => ({
      what: 'a ledger',
      file: ledgerPath(mode, named, terminal) + end,
    })),
  );

/** Not even with --force: what is read is not written over. */
export function refuseToReplace(
  path: string,
  kept: readonly Kept[],
  said: { readonly option: string; readonly name: string; readonly example: string },
): void {
  const same = kept.find(({ file }) => isSameFile(file, path));
  if (same === undefined) return;
  throw usage(
    `${said.option} names ${said.name}, which is ${same.what}`,
    `name another file, such as ${said.example}`,
  );
}

/** Also by another name, or through a link. */
function isSameFile(one: string, other: string): boolean {
  if (one === other) return true;
  const of = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false });
  const [a, b] = [of(one), of(other)];
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

export const isThere = (path: string): boolean => existsSync(path);

/** A path as the operator would write it. */
export const shown = (path: string, cwd: string): string =>
  isAbsolute(path) && path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
