import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the compiler said when the program could not be built; empty when it was. */
    buildFailure: string;
  }
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'bin.js');
/** Not in dist, because all of dist is published. */
const STAMP = join(ROOT, 'node_modules', '.cache', 'phone-campaign', 'built-from');

/** What the build is made from; taken before it begins, so that an edit under way is built next time. */
function sources(): string {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join('src', name));
  const hash = createHash('sha256').update(ROOT);
  for (const file of [
    ...files,
    'tsconfig.json',
    '.config/build.js',
    'package.json',
    'package-lock.json',
  ]) {
    hash.update(`${file} ${statSync(join(ROOT, file)).mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const isBuilt = (from: string): boolean =>
  existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === from;

function compile(): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, '.config', 'build.js')], (error, stdout) => {
      resolve(error === null ? '' : stdout || error.message);
    });
  });
}

/**
 * Builds the program once, for the tests that run it as a child process. A build that fails is told to those
 * tests alone: the others need no built program, and their own failures say more.
 */
export async function setup(project: TestProject): Promise<void> {
  const from = sources();
  let failure = '';
  if (!isBuilt(from)) {
    failure = await compile();
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, failure === '' ? from : '');
  }
  project.provide('buildFailure', failure);
}
