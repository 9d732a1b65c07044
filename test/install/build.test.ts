import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PROJECT } from '../cli/desk/desk.ts';

/** A project with a few files, which is built as this one is. */
class SmallProject {
  readonly root = mkdtempSync(join(tmpdir(), 'campaign-build-'));

  constructor() {
    this.copy('.config/build.js');
    for (const name of ['esbuild', '@esbuild']) {
      mkdirSync(join(this.root, 'node_modules'), { recursive: true });
      const installed = join(PROJECT, 'node_modules', name);
      symlinkSync(installed, join(this.root, 'node_modules', name), 'junction');
    }
    this.write('package.json', '{ "type": "module", "dependencies": { "beside": "1.0.0" } }');
    this.write('node_modules/copied/package.json', '{ "version": "2.0.0", "main": "main.js" }');
    this.write('node_modules/copied/main.js', `exports.copied = 'from a package';\n`);
    this.write('node_modules/copied/LICENSE', 'You may copy this.');
    this.write('src/bin.ts', `import 'beside';\nimport 'copied';\nawait import('./a.ts');\n`);
    this.write('src/a.ts', `console.log('one');\n`);
  }

  copy(part: string): void {
    mkdirSync(dirname(join(this.root, part)), { recursive: true });
    cpSync(join(PROJECT, part), join(this.root, part));
  }

  write(name: string, content: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), content);
  }

  /** The names of what was built, and all of its text. */
  get built(): { readonly names: readonly string[]; readonly text: string } {
    const names = readdirSync(join(this.root, 'dist')).sort();
    const texts = names.map((name) => readFileSync(join(this.root, 'dist', name), 'utf8'));
    return { names, text: texts.join('\n') };
  }

  build(): void {
    const program = join(this.root, '.config', 'build.js');
    execFileSync(process.execPath, [program], { stdio: 'pipe' });
  }
}

function aSmallProject(): SmallProject {
  const project = new SmallProject();
  onTestFinished(() => rmSync(project.root, { recursive: true, force: true }));
  return project;
}

it('what a build leaves is what the sources say, whatever lay there before', () => {
  const project = aSmallProject();
  project.build();
  expect(project.built.text).toContain('"one"');

  project.write('src/a.ts', `console.log('two');\n`);
  project.write('dist/left.txt', 'of an older version');
  project.build();
  expect(project.built.text).toContain('"two"');
  expect(project.built.text).not.toContain('"one"');
  expect(project.built.names).toEqual([
    'LICENSES.txt',
    expect.stringMatching(/^a-\w+\.js$/),
    'bin.js',
  ]);
});

it('packages that are not installed with the program are copied into it, with their licences', () => {
  const project = aSmallProject();
  project.build();
  const { text } = project.built;
  expect(text).toMatch(/import ?"beside"/);
  expect(text).toContain('from a package');
  expect(text).toContain('copied 2.0.0\n\nYou may copy this.');

  rmSync(join(project.root, 'node_modules', 'copied', 'LICENSE'));
  expect(() => {
    project.build();
  }).toThrow('copied has no file with its licence');
});
