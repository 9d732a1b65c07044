import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

const HOME = fileURLToPath(new URL('../../../..', import.meta.url));
const COPIED = ['src', 'test', 'data', 'package.json', 'tsconfig.json'];

export interface Verdict {
  readonly name: string;
  /** After so many seeds; null: it survived all of them. */
  readonly seeds: number | null;
  readonly seconds: number;
  /** The first promise that was seen broken. */
  readonly said: string;
}

/** A copy of the tree, in which bugs are planted one at a time. */
export class Garden {
  readonly #root = mkdtempSync(join(tmpdir(), 'campaign-mutants-'));

  constructor() {
    for (const part of COPIED)
      cpSync(join(HOME, part), join(this.#root, part), { recursive: true });
    symlinkSync(join(HOME, 'node_modules'), join(this.#root, 'node_modules'));
  }

  /** Plants it, plays seeds until one breaks a promise, and pulls it out again. */
  async plant(mutant: Mutant, budget: number): Promise<Verdict> {
    const before = new Map<string, string>();
    for (const { file, find, put } of mutant.edits) {
      const path = join(this.#root, file);
      const text = readFileSync(path, 'utf8');
      if (text.split(find).length !== 2) {
        throw new Error(`"${mutant.name}" no longer applies: ${file} has not once: ${find}`);
      }
      if (!before.has(path)) before.set(path, text);
      writeFileSync(
        path,
        text.replace(find, () => put),
      );
    }
    try {
      return await this.#play(mutant.name, budget);
    } finally {
      for (const [path, text] of before) writeFileSync(path, text);
    }
  }

  pull(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  async #play(name: string, budget: number): Promise<Verdict> {
    const began = performance.now();
    const options = ['--seeds', String(budget), '--until-broken'];
    const { code, out } = await run(
      ['--import', 'tsx', join('test', 'proof', 'sim', 'main.ts'), ...options],
      this.#root,
    );
    const seconds = (performance.now() - began) / 1000;
    const found = /^seed (\d+) breaks/m.exec(out);
    if (found !== null)
      return { name, seeds: Number(found[1]), seconds, said: tellingOf(name, out) };
    if (code === 0) return { name, seeds: null, seconds, said: 'nothing' };
    // A mutant that does not even run proves nothing about the checks.
    throw new Error(`"${name}" does not run: ${out.slice(-600)}`);
  }
}

/** Of the promises that were broken, the one that the bug is named after; else the first. */
function tellingOf(name: string, out: string): string {
  const said = [...out.matchAll(/^ {2}(?! again)(\S.*)$/gm)].map((match) => match[1] ?? '');
  const label = /\(([A-Z]\d+)\)/.exec(name)?.[1];
  return said.find((line) => label !== undefined && line.startsWith(label)) ?? said[0] ?? '';
}

function run(args: readonly string[], cwd: string): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    // A bug that only makes a run go on for ever is none that the promises could judge.
    const options = { cwd, maxBuffer: 64 * 1024 * 1024, timeout: 30 * 60_000 };
    const child = execFile(process.execPath, [...args], options, (_error, out, errors) =>
      resolve({ code: child.exitCode ?? 1, out: out + errors }),
    );
  });
}

export function tableOf(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ name, seeds, seconds, said }) => {
      const when = seeds === null ? 'SURVIVED' : `seed ${seeds}`;
      return `${when.padStart(9)}  ${seconds.toFixed(0).padStart(3)} s  ${name}\n                 ${said}`;
    })
    .join('\n');
}
