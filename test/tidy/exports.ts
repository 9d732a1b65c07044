import { posix } from 'node:path';
import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, walk, where, type Project, type Source } from './source.ts';

interface Export {
  readonly name: string;
  readonly node: ts.Node;
  /** `export { a } from`: the file itself has no use for it. */
  readonly handedOn: boolean;
}

function exportsOf(source: Source): Export[] {
  return source.tree.statements.flatMap((node): Export[] => {
    if (ts.isExportDeclaration(node)) {
      const clause = node.exportClause;
      if (clause === undefined || !ts.isNamedExports(clause)) return [];
      return clause.elements.map((one) => ({ name: one.name.text, node: one, handedOn: true }));
    }
    const marks = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
    if (!marks.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const declared = ts.isVariableStatement(node) ? node.declarationList.declarations : [node];
    return declared.flatMap((one) => {
      const { name } = one as ts.NamedDeclaration;
      if (name === undefined || !ts.isIdentifier(name)) return [];
      return [{ name: name.text, node: one, handedOn: false }];
    });
  });
}

const nodesOf = (source: Source): ts.Node[] => {
  const nodes: ts.Node[] = [];
  walk(source.tree, (node) => nodes.push(node));
  return nodes;
};

/** What one file takes from others, as `path#name`; `path#*` where it takes all there is. */
function takenBy(source: Source): Set<string> {
  const taken = new Set<string>();
  const take = (module: ts.Node | undefined, names: readonly string[]): void => {
    if (module === undefined || !ts.isStringLiteralLike(module)) return;
    const path = posix.join(posix.dirname(source.path), module.text);
    for (const name of names) taken.add(`${path}#${name}`);
  };
  const nameOf = (one: ts.ImportOrExportSpecifier): string => (one.propertyName ?? one.name).text;
  const identifiers = (): string[] =>
    nodesOf(source)
      .filter(ts.isIdentifier)
      .map(({ text }) => text);
  for (const node of nodesOf(source)) {
    if (ts.isImportDeclaration(node)) {
      const names = node.importClause?.namedBindings;
      if (names === undefined) continue;
      const all = ts.isNamespaceImport(names) ? identifiers() : names.elements.map(nameOf);
      take(node.moduleSpecifier, all);
    }
    if (ts.isExportDeclaration(node) && node.exportClause !== undefined) {
      const clause = node.exportClause;
      take(
        node.moduleSpecifier,
        ts.isNamedExports(clause) ? clause.elements.map(nameOf) : identifiers(),
      );
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(node.arguments[0], ['*']);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      take(node.argument.literal, ['*']);
  }
  return taken;
}

/** How often a name stands in its own file. */
const uses = (source: Source, name: string): number =>
  nodesOf(source).filter((node) => ts.isIdentifier(node) && node.text === name).length;

function deadExports({ sources }: Project): string[] {
  const product = new Set<string>();
  const tests = new Set<string>();
  for (const source of sources) {
    const to = isIn(source, 'test') ? tests : product;
    for (const one of takenBy(source)) to.add(one);
  }
  const has = (by: ReadonlySet<string>, path: string, name: string): boolean =>
    by.has(`${path}#${name}`) || by.has(`${path}#*`);
  return sources
    .filter((source) => isIn(source, 'src'))
    .flatMap((source) =>
      exportsOf(source).flatMap(({ name, node, handedOn }) => {
        if (has(product, source.path, name)) return [];
        const tested = has(tests, source.path, name);
        if (tested && (handedOn || uses(source, name) > 1)) return [];
        const what = tested ? 'only tests use it' : 'no other file imports it';
        return [`${where(source, node)}: ${name}: ${what}; do not export it, or delete it`];
      }),
    );
}

const USES_A = `import { a } from './a.ts'; a();`;

export const noDeadExports: Rule = {
  name: 'what a file of src exports is used by another file',
  check: deadExports,
  breaks: [
    { 'src/app/a.ts': 'export const a = 1; const b = a;' },
    { 'src/app/a.ts': 'export interface A {}' },
    { 'src/app/a.ts': 'export const a = 1; export type B = 2;', 'src/app/b.ts': USES_A },
    {
      'src/app/a.ts': 'export function a() {}',
      'test/app/b.ts': `import { a } from '../../src/app/a.ts';`,
    },
    { 'src/app/a.ts': `export { a } from './b.ts';`, 'src/app/b.ts': 'export const a = 1;' },
    {
      'src/app/a.ts': 'export const a = 1, b = 2;',
      'src/app/b.ts': `import * as all from './a.ts'; all.a;`,
    },
  ],
  keeps: [
    { 'src/app/a.ts': 'export const a = 1;', 'src/app/b.ts': USES_A },
    { 'src/app/a.ts': 'export const a = 1;', 'src/app/b.ts': `await import('./a.ts');` },
    {
      'src/app/a.ts': 'export const a = 1; const b = a;',
      'test/app/b.ts': `import { a } from '../../src/app/a.ts';`,
    },
    {
      'src/app/a.ts': 'export const a = 1;',
      'src/app/b.ts': `export { a as b } from './a.ts';`,
      'src/app/c.ts': `import { b } from './b.ts';`,
    },
    {
      'src/app/a.ts': 'export type A = 1;',
      'data/generate/b.ts': `import type { A } from '../../src/app/a.ts';`,
    },
  ],
};
