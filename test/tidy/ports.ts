import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, relativeImports, walk, where, type Project, type Source } from './source.ts';

const MAX_METHODS = 9;

const interfacesOf = (source: Source): ts.InterfaceDeclaration[] => {
  const found: ts.InterfaceDeclaration[] = [];
  walk(source.tree, (node) => {
    if (ts.isInterfaceDeclaration(node)) found.push(node);
  });
  return found;
};

const methodsOf = (node: ts.InterfaceDeclaration): string[] =>
  node.members.filter(ts.isMethodSignature).map((member) => member.name.getText());

function widePorts(source: Source): string[] {
  if (!isIn(source, 'src/ports')) return [];
  return interfacesOf(source).flatMap((node) => {
    const count = methodsOf(node).length;
    const at = `${where(source, node)}: ${node.name.text}`;
    if (count > MAX_METHODS) return [`${at} has ${count} methods; split it by who calls them`];
    const joined = node.heritageClauses?.flatMap((clause) => clause.types) ?? [];
    const ports = joined.filter((one) => one.expression.getText().endsWith('Port'));
    return ports.length === 0 ? [] : [`${at} joins ports; name those that are called instead`];
  });
}

export const smallPorts: Rule = {
  name: `a port has at most ${MAX_METHODS} methods, and none joins others`,
  check: ({ sources }) => sources.flatMap(widePorts),
  breaks: [
    { 'src/ports/a.ts': `export interface A {\n${'  f(): void;\n'.repeat(10)}}` },
    { 'src/ports/ledger/a.ts': 'export interface A extends QueuePort, RunsPort {}' },
  ],
  keeps: [
    {
      'src/ports/a.ts': `export interface A {\n${'  f(): void;\n'.repeat(9)}  readonly b: string;\n}`,
    },
    { 'src/ports/a.ts': 'export interface A extends B {}' },
    { 'src/adapters/a.ts': 'export interface A extends QueuePort, RunsPort {}' },
  ],
};

/** The ports of the ledger by name, with their methods and values. */
function ledgerPorts(sources: readonly Source[]): Map<string, readonly string[]> {
  const ports = sources
    .filter((source) => isIn(source, 'src/ports'))
    .flatMap((source) => interfacesOf(source))
    .filter((node) => node.name.text.endsWith('Port'));
  return new Map(
    ports.map((node) => [
      node.name.text,
      node.members.flatMap((member) => member.name?.getText() ?? []),
    ]),
  );
}

function unusedPorts({ sources }: Project): string[] {
  const ports = ledgerPorts(sources);
  return sources
    .filter((source) => isIn(source, 'src/app') && relativeImports(source).length > 0)
    .flatMap((source) => {
      const named = new Set<string>();
      const called = new Set<string>();
      walk(source.tree, (node) => {
        if (ts.isTypeReferenceNode(node)) named.add(node.typeName.getText());
        if (ts.isPropertyAccessExpression(node)) called.add(node.name.text);
        if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal))
          called.add(node.literal.text);
      });
      return [...named]
        .filter((name) => ports.get(name)?.every((method) => !called.has(method)) === true)
        .map((name) => `${source.path}: calls nothing of ${name}; do not take it`);
    });
}

const PORT = 'export interface QueuePort {\n  claim(): void;\n}';

export const calledPorts: Rule = {
  name: 'a use case takes no port of which it calls nothing',
  check: unusedPorts,
  breaks: [
    {
      'src/ports/queue.ts': PORT,
      'src/app/a.ts': `import type { QueuePort } from '../ports/queue.ts';\nconst a = (b: QueuePort) => b;`,
    },
  ],
  keeps: [
    {
      'src/ports/queue.ts': PORT,
      'src/app/a.ts': `import type { QueuePort } from '../ports/queue.ts';\nconst a = (b: QueuePort) => b.claim();`,
    },
  ],
};
