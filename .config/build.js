import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * `npm run build`: joins the sources, and the packages that every command needs, into few files: to find and read
 * hundreds of small ones took two thirds of the time of `campaign status`. Types are not checked here: npm run types.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What is installed beside the program is not copied into it. */
const installed = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });

const { outputFiles, metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src/bin.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Comments and blanks are most of some packages, and all of a file is read before its first line is run. Names stay,
  // for the stack of a bug.
  minifyWhitespace: true,
  external: installed.flatMap((name) => [name, `${name}/*`]),
  chunkNames: '[name]-[hash]',
  // Two of the copied packages call require.
  banner: {
    js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
  },
});

/** The licences of what was copied ask to be passed on with it. */
function licences() {
  const names = Object.keys(metafile.inputs).flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  );
  return [...new Set(names)].sort().map((name) => {
    const folder = join(ROOT, 'node_modules', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no file with its licence`);
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
}

const texts = new Map(outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)]));
const parts = ['Parts of these packages are in the files of this folder.\n', ...licences()];
texts.set(join(BUILT, 'LICENSES.txt'), Buffer.from(parts.join(`\n${'-'.repeat(80)}\n\n`)));

mkdirSync(BUILT, { recursive: true });
for (const [path, text] of texts) {
  if (existsSync(path) && readFileSync(path).equals(text)) continue;
  // A program that starts at this moment reads the old file or the new one, never half of it.
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
for (const name of readdirSync(BUILT)) {
  if (!texts.has(join(BUILT, name))) rmSync(join(BUILT, name), { recursive: true });
}
