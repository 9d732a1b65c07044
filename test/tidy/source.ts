import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One file of ours. Paths are relative to the project, with slashes on every platform. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly string[];
}

/** All that the rules look at; small ones are made up to see each rule fail. */
export interface Project {
  readonly sources: readonly Source[];
  /** What `src/README.md` says; null when there is none. */
  readonly readme: string | null;
}

/** Visits every node below `node`, in the order of the text. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child);
    walk(child, visit);
  });
}

export const lineOf = (source: Source, node: ts.Node): number =>
  source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1;

export const where = (source: Source, node: ts.Node): string =>
  `${source.path}:${lineOf(source, node)}`;

/** The module named by an import, a re-export, `import()` or `import('…')` in a type. */
function moduleOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const name = node.moduleSpecifier;
    return name !== undefined && ts.isStringLiteral(name) ? name.text : null;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [name] = node.arguments;
    return name !== undefined && ts.isStringLiteralLike(name) ? name.text : null;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const name = node.argument.literal;
    return ts.isStringLiteral(name) ? name.text : null;
  }
  return null;
}

export function parse(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports: string[] = [];
  walk(tree, (node) => {
    const name = moduleOf(node);
    if (name !== null) imports.push(name);
  });
  return { path, text, tree, imports };
}

/** The files of ours that a file imports, as project paths. */
export const relativeImports = (source: Source): string[] =>
  source.imports
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(source.path), name));

/** The npm and `node:` modules that a file imports. */
export const packageImports = (source: Source): string[] =>
  source.imports.filter((name) => !name.startsWith('.'));

export const isIn = (source: Source, ...folders: string[]): boolean =>
  folders.some((folder) => source.path === folder || source.path.startsWith(`${folder}/`));

/** `files` maps a path to its text; `src/README.md` becomes the readme. */
export function project(files: Readonly<Record<string, string>>): Project {
  const { 'src/README.md': readme, ...code } = files;
  const sources = Object.entries(code).map(([path, text]) => parse(path, text));
  return { sources, readme: readme ?? null };
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'test', 'data/generate'];

export function readProject(): Project {
  const files: Record<string, string> = {};
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = posix.join(folder, entry.replaceAll('\\', '/'));
      if (path.includes('/node_modules/')) continue;
      if (path.endsWith('.ts') || path === 'src/README.md') {
        files[path] = readFileSync(join(ROOT, path), 'utf8');
      }
    }
  }
  return project(files);
}
