import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PROJECT, type Desk } from '../cli/desk/desk.ts';

const PACKAGES = join(PROJECT, 'node_modules');
const DRIVERS = ['better-sqlite3', 'better-sqlite3-node20'];

/** The built program at another place, with every package that it needs but the drivers. */
export class ProgramCopy {
  readonly folder: string;

  constructor(desk: Desk) {
    this.folder = desk.path('program');
    for (const part of ['dist', 'package.json', 'data/reference', 'campaigns']) {
      cpSync(join(PROJECT, part), join(this.folder, part), { recursive: true });
    }
    mkdirSync(join(this.folder, 'node_modules'));
    for (const name of readdirSync(PACKAGES)) {
      if (name.startsWith('.') || DRIVERS.includes(name)) continue;
      symlinkSync(join(PACKAGES, name), this.#at(name), 'junction');
    }
  }

  get bin(): string {
    return join(this.folder, 'dist', 'bin.js');
  }

  #at(name: string): string {
    return join(this.folder, 'node_modules', name);
  }

  /** A driver as it is installed here, less its sources and some of its folders. */
  install(name: string, without: readonly string[] = []): string {
    const left = new Set(['deps', 'src', 'obj', 'obj.target', ...without]);
    const filter = (path: string): boolean => !left.has(basename(path));
    cpSync(join(PACKAGES, name), this.#at(name), { recursive: true, filter });
    return this.#at(name);
  }

  /** A driver that ends the process as soon as it is loaded. */
  plant(name: string): void {
    mkdirSync(this.#at(name));
    writeFileSync(join(this.#at(name), 'index.js'), 'process.abort();');
  }
}
