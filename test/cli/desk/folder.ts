import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { main } from '../../../src/cli/program.ts';
import { aTerminal } from './terminal.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of each test's own, in which the program is given commands; its ledger there is `l.db`. */
export interface Folder {
  path(name?: string): string;
  write(name: string, lines: readonly string[]): void;
  read(name: string): string;
  campaign(...args: string[]): Promise<Said>;
}

/** `begin`: what lies in it when a test begins. */
export function aFolder(begin: (folder: Folder) => void): Folder {
  let path = '';
  const folder: Folder = {
    path: (name = '') => join(path, name),
    write: (name, lines) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), lines.join('\n'));
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    campaign: async (...args) => {
      const { terminal, said } = aTerminal(path);
      const code = await main([...args, '--ledger', 'l.db'], terminal, '0');
      return { code, ...said };
    },
  };
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'campaign-'));
    begin(folder);
  });
  afterEach(() => {
    rmSync(path, { recursive: true });
  });
  return folder;
}
