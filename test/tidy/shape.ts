import { posix } from 'node:path';
import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, relativeImports, walk, where, type Project, type Source } from './source.ts';

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 60;
const MAX_PARAMETERS = 3;

const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;
const lines = (count: number): string => 'f();\n'.repeat(count);

export const smallFiles: Rule = {
  name: `a file has at most ${MAX_FILE_LINES} lines`,
  check: ({ sources }) =>
    sources
      .filter((source) => lineCount(source.text) > MAX_FILE_LINES)
      .map((source) => `${source.path}: ${lineCount(source.text)} lines; split it`),
  breaks: [{ 'src/app/a.ts': lines(301) }, { 'test/a.test.ts': lines(301) }],
  keeps: [{ 'src/app/a.ts': lines(300) }],
};

/** Functions, methods, accessors, constructors and arrows, wherever they stand. */
function functionsOf(source: Source): ts.FunctionLikeDeclaration[] {
  const found: ts.FunctionLikeDeclaration[] = [];
  walk(source.tree, (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) found.push(node);
  });
  return found;
}

function longFunctions(source: Source): string[] {
  return functionsOf(source).flatMap((node) => {
    const length = lineCount(node.getText(source.tree));
    if (length <= MAX_FUNCTION_LINES) return [];
    return [`${where(source, node)}: a function of ${length} lines; split it`];
  });
}

export const smallFunctions: Rule = {
  name: `a function has at most ${MAX_FUNCTION_LINES} lines`,
  check: ({ sources }) => sources.flatMap(longFunctions),
  breaks: [
    { 'src/app/a.ts': `function a() {\n${lines(59)}}` },
    { 'src/app/a.ts': `const a = () => {\n${lines(59)}};` },
    { 'src/app/a.ts': `class A {\n a() {\n${lines(59)}}\n}` },
    { 'src/app/a.ts': `class A {\n constructor() {\n${lines(59)}}\n}` },
    { 'src/app/a.ts': `class A {\n get a() {\n${lines(59)}}\n}` },
    { 'test/a.test.ts': `describe('a', () => {\n${lines(59)}});` },
  ],
  keeps: [{ 'src/app/a.ts': `function a() {\n${lines(58)}}\n${lines(100)}` }],
};

function wideFunctions(source: Source): string[] {
  return functionsOf(source).flatMap((node) => {
    const count = node.parameters.filter((p) => p.name.getText(source.tree) !== 'this').length;
    if (count <= MAX_PARAMETERS) return [];
    return [`${where(source, node)}: ${count} parameters; pass one object`];
  });
}

export const fewParameters: Rule = {
  name: `a function has at most ${MAX_PARAMETERS} parameters`,
  check: ({ sources }) => sources.flatMap(wideFunctions),
  breaks: [
    { 'src/app/a.ts': 'function a(b, c, d, e) {}' },
    { 'src/app/a.ts': 'const a = (b, c, d, ...e) => b;' },
    { 'src/app/a.ts': 'class A { constructor(b, c, d, e) {} }' },
  ],
  keeps: [{ 'src/app/a.ts': 'function a(this: A, b, c, d) {} function f({ a, b, c, d }) {}' }],
};

function defaultExports(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    const keyword = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
    const named = ts.isExportSpecifier(node) && node.name.text === 'default';
    const marked = keyword.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
    if (ts.isExportAssignment(node) || named || marked) {
      found.push(`${where(source, node)}: a default export; give it its name`);
    }
  });
  return found;
}

export const namedExports: Rule = {
  name: 'exports have names',
  check: ({ sources }) => sources.flatMap(defaultExports),
  breaks: [
    { 'src/app/a.ts': 'export default 1;' },
    { 'src/app/a.ts': 'export default function a() {}' },
    { 'src/app/a.ts': 'export default class {}' },
    { 'src/app/a.ts': 'const a = 1; export { a as default };' },
  ],
  keeps: [{ 'src/app/a.ts': `import a from 'a'; export const b = a.default;` }],
};

const VAGUE = /^(utils?|helpers?|common|misc)$/i;

const vagueNames = ({ path }: Source): string[] =>
  path
    .split('/')
    .flatMap((part) => part.replace(/\.(test\.)?ts$/, '').split('-'))
    .filter((word) => VAGUE.test(word))
    .map((word) => `${path}: "${word}" says nothing; name what it is about`);

export const tellingNames: Rule = {
  name: 'files and folders are named after what they are about',
  check: ({ sources }) => sources.flatMap(vagueNames),
  breaks: ['src/app/utils.ts', 'src/helpers/a.ts', 'src/app/date-utils.ts', 'test/common/a.ts'].map(
    (path) => ({ [path]: '' }),
  ),
  keeps: [{ 'src/app/utility-bill.ts': '' }],
};

function deadFiles({ sources }: Project): string[] {
  const importers = sources.filter((source) => !isIn(source, 'test'));
  const wanted = new Set(importers.flatMap((source) => relativeImports(source)));
  return sources
    .filter((source) => isIn(source, 'src') && source.path !== 'src/bin.ts')
    .filter((source) => !wanted.has(source.path))
    .map((source) => `${source.path}: nobody imports it; use it or delete it`);
}

export const noDeadFiles: Rule = {
  name: 'every file of src is imported by the product or by a generator',
  check: deadFiles,
  breaks: [
    { 'src/bin.ts': '', 'src/app/a.ts': '' },
    { 'src/app/a.ts': '', 'test/a.test.ts': `import '../src/app/a.ts';` },
  ],
  keeps: [
    { 'src/bin.ts': `import './cli/a.ts';`, 'src/cli/a.ts': '' },
    { 'src/domain/a.ts': '', 'data/generate/b.ts': `import '../../src/domain/a.ts';` },
    { 'src/bin.ts': `import type { A } from './ports/a.ts';`, 'src/ports/a.ts': '' },
  ],
};

const MAX_THINGS = 14;
/** Nobody looks for a file among these: they stand in the order of their numbers, as migrations do. */
const NUMBERED = /\/\d{3}-[^/]+$/;

/** What lies directly in each folder that holds code, by the folder's path: files and folders. */
function thingsByFolder(sources: readonly Source[]): Map<string, Set<string>> {
  const things = new Map<string, Set<string>>();
  for (const { path } of sources) {
    for (let at = path; at.includes('/'); at = posix.dirname(at)) {
      const folder = posix.dirname(at);
      things.set(folder, (things.get(folder) ?? new Set()).add(at));
    }
  }
  return things;
}

function crowdedFolders({ sources }: Project): string[] {
  return [...thingsByFolder(sources)].flatMap(([folder, things]) => {
    const size = [...things].filter((path) => !NUMBERED.test(path)).length;
    if (size > MAX_THINGS) return [`${folder}: ${size} files and folders; make rooms`];
    const alone = things.size === 1 && folder.split('/').length > 2 && folder.startsWith('src/');
    return alone ? [`${folder}: a folder of one file; put the file where it is looked for`] : [];
  });
}

const manyFiles = (folder: string, count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/f${n}.ts`, '']));

export const roomyFolders: Rule = {
  name: `a folder has at most ${MAX_THINGS} files and folders, and a folder of src more than one file`,
  check: crowdedFolders,
  breaks: [
    manyFiles('src/app', MAX_THINGS + 1),
    manyFiles('test/cli/run', MAX_THINGS + 1),
    { ...manyFiles('src/app', MAX_THINGS), 'src/app/x/a.ts': '', 'src/app/x/b.ts': '' },
    { 'src/app/x/a.ts': '', 'src/app/b.ts': '' },
  ],
  keeps: [
    manyFiles('src/app', MAX_THINGS),
    { 'test/domain/run/a.test.ts': '', 'src/app/b.ts': '' },
    { ...manyFiles('src/app', MAX_THINGS), 'src/app/015-first.ts': '', 'src/app/016-next.ts': '' },
  ],
};

/** Every folder on the way counts: `src/adapters/sqlite/open.ts` lies in `adapters` and `adapters/sqlite`. */
function foldersOf(sources: readonly Source[]): string[] {
  const folders = new Set<string>();
  for (const source of sources.filter((entry) => isIn(entry, 'src'))) {
    for (let at = posix.dirname(source.path); at !== 'src'; at = posix.dirname(at)) folders.add(at);
  }
  return [...folders].map((folder) => folder.slice('src/'.length)).sort();
}

function unnamedFolders({ sources, readme }: Project): string[] {
  if (readme === null) return ['src/README.md: is missing; it names every folder of src'];
  return foldersOf(sources)
    .filter((folder) => !new RegExp(`(?<![\\w/-])(src/)?${folder}(?![\\w-])`).test(readme))
    .map((folder) => `src/README.md: does not name ${folder}`);
}

export const foldersAreNamed: Rule = {
  name: 'src/README.md names every folder of src',
  check: unnamedFolders,
  breaks: [
    { 'src/app/a.ts': '' },
    { 'src/app/a.ts': '', 'src/README.md': 'There is `src/cli/`.' },
    { 'src/app/x/a.ts': '', 'src/README.md': 'There is `app` and `app/xy`.' },
  ],
  keeps: [
    { 'src/app/x/a.ts': '', 'src/README.md': 'There is `src/app/` with `src/app/x`.' },
    { 'src/app/x/a.ts': '', 'src/README.md': '- app/x/ is all.\n- app' },
    { 'src/bin.ts': '', 'src/README.md': '' },
  ],
};
