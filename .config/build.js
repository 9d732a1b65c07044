import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run build`: compiles what has changed since the last build; `--clean` compiles everything. What the compiler
 * remembers of the last build lies outside dist, because all of dist is published.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = join(ROOT, 'src');
const BUILT = join(ROOT, 'dist');
const REMEMBERED = join(ROOT, 'node_modules', '.cache', 'phone-campaign', 'build.tsbuildinfo');

const filesIn = (folder, end) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith(end),
      )
    : [];

if (process.argv.includes('--clean')) rmSync(BUILT, { recursive: true, force: true });

const wanted = new Set(filesIn(SOURCES, '.ts').map((name) => name.replace(/\.ts$/, '.js')));
const built = new Set(filesIn(BUILT, '.js'));
for (const name of built) if (!wanted.has(name)) rmSync(join(BUILT, name));
// The compiler does not look whether what it wrote is still there.
if ([...wanted].some((name) => !built.has(name))) rmSync(REMEMBERED, { force: true });

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const project = join(ROOT, '.config', 'tsconfig.build.json');
const args = [compiler, '-p', project, '--incremental', '--tsBuildInfoFile', REMEMBERED];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
