import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PROJECT } from '../cli/desk.ts';

/** A project with two files, which is built as this one is. */
class SmallProject {
  readonly root = mkdtempSync(join(tmpdir(), 'campaign-build-'));

  constructor() {
    for (const part of ['.config/build.js', '.config/tsconfig.build.json', 'tsconfig.json']) {
      mkdirSync(dirname(join(this.root, part)), { recursive: true });
      cpSync(join(PROJECT, part), join(this.root, part));
    }
    for (const name of ['typescript', '@types']) {
      mkdirSync(join(this.root, 'node_modules'), { recursive: true });
      const installed = join(PROJECT, 'node_modules', name);
      symlinkSync(installed, join(this.root, 'node_modules', name), 'junction');
    }
    this.write('package.json', '{ "type": "module" }');
    this.write('src/a.ts', `export const a: string = 'one';\n`);
    this.write('src/b.ts', `export const b = 1;\n`);
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), content);
  }

  built(name: string): string | null {
    const path = join(this.root, 'dist', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  build(...flags: string[]): void {
    execFileSync(process.execPath, [join(this.root, '.config', 'build.js'), ...flags]);
  }
}

it('what a build leaves is what the sources say, whatever lay there before', () => {
  const project = new SmallProject();
  onTestFinished(() => rmSync(project.root, { recursive: true, force: true }));
  project.build();
  expect(project.built('a.js')).toContain(`'one'`);

  project.write('src/a.ts', `export const a: string = 'two';\n`);
  rmSync(join(project.root, 'src', 'b.ts'));
  project.build();
  expect([project.built('a.js'), project.built('b.js')]).toEqual([
    expect.stringContaining(`'two'`),
    null,
  ]);

  rmSync(join(project.root, 'dist'), { recursive: true });
  project.build();
  expect(project.built('a.js')).toContain(`'two'`);

  project.write('dist/left.txt', 'of an older version');
  project.build('--clean');
  expect([project.built('left.txt'), project.built('a.js')]).toEqual([
    null,
    expect.stringContaining(`'two'`),
  ]);
});
