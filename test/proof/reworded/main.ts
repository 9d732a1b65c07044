import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reworded } from './reword.ts';

/**
 * `tsx test/proof/reworded/main.ts [folder …]`: doubles every vowel of every sentence of a reason in a copy of the tree,
 * and runs its tests. None but the goldens, and the pages that show what a command prints, may notice.
 */
const HOME = fileURLToPath(new URL('../../..', import.meta.url));
const ROOM = join('src', 'domain', 'run', 'text');
const LEFT_OUT = new Set(['node_modules', '.git', 'dist']);
const SHOWN_AS_PRINTED = [
  'test/cli/terminal/golden.test.ts',
  'test/docs/**',
  'test/adapters/ledger/migrations/wordings.test.ts',
];

const root = mkdtempSync(join(tmpdir(), 'campaign-reworded-'));
try {
  for (const part of readdirSync(HOME).filter((name) => !LEFT_OUT.has(name)))
    cpSync(join(HOME, part), join(root, part), { recursive: true });
  symlinkSync(join(HOME, 'node_modules'), join(root, 'node_modules'));
  for (const name of readdirSync(join(root, ROOM))) {
    const path = join(root, ROOM, name);
    writeFileSync(path, reworded(readFileSync(path, 'utf8')));
  }
  const folders = process.argv.slice(2);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const options = ['run', '--reporter=dot', '--config', join('.config', 'vitest.config.js')];
  const without = SHOWN_AS_PRINTED.flatMap((pattern) => ['--exclude', pattern]);
  const { status } = spawnSync(process.execPath, [vitest, ...options, ...without, ...folders], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
