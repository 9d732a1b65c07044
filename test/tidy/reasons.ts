import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, relativeImports, walk, where, type Source } from './source.ts';

const ROOM = 'src/domain/run/text';
/** Where somebody is shown a reason: the screen, JSON, and the cells of the export. */
const EDGES = ['src/cli', 'src/domain/results', ROOM];
/** The wordings of earlier versions are sentences by their nature. */
const WORDINGS = 'src/adapters/ledger/migrations';
const SQL = 'src/adapters/ledger/reason-code.ts';

export const sentencesAtTheEdge: Rule = {
  name: 'the sentences of reasons are made at the edge: others have the code and its facts',
  check: ({ sources }) =>
    sources
      .filter((source) => isIn(source, 'src') && !EDGES.some((edge) => isIn(source, edge)))
      .flatMap((source) =>
        relativeImports(source)
          .filter((target) => target.startsWith(`${ROOM}/`))
          .map((target) => `${source.path}: imports ${target}; give the reason as it is stored`),
      ),
  breaks: [
    { 'src/app/a.ts': `import { reasonText } from '../domain/run/text/reason-text.ts';` },
    { 'src/adapters/a/a.ts': `import { textOf } from '../../domain/run/text/reason-text.ts';` },
  ],
  keeps: [
    { 'src/cli/a.ts': `import { reasonText } from '../domain/run/text/reason-text.ts';` },
    { 'src/app/a.ts': `import { storeReason } from '../domain/run/reason.ts';` },
  ],
};

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateExpression(node);

/** A text with several words in it; a code has none. */
const isSentence = (node: ts.Node): boolean => isText(node) && / \w/.test(node.getText());

/** `reason`, `one.reason`, `decision.reason`. */
function namesReason(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return node.text === 'reason';
  return ts.isPropertyAccessExpression(node) && node.name.text === 'reason';
}

const LOOKS_INTO = new Set(['startsWith', 'endsWith', 'includes', 'match', 'search', 'indexOf']);

/** `reason.startsWith(…)` and `/…/.test(reason)`. */
function looksInto(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression, name } = node.expression;
  if (LOOKS_INTO.has(name.text)) return namesReason(expression);
  return ['test', 'exec'].includes(name.text) && node.arguments.some(namesReason);
}

const EQUALS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

function compares(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || !EQUALS.has(node.operatorToken.kind)) return false;
  const sides = [node.left, node.right];
  return sides.some(namesReason) && sides.some(isText);
}

function stores(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node)) return false;
  return node.name.getText() === 'reason' && isSentence(node.initializer);
}

function decisionsIn(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (compares(node) || looksInto(node))
      found.push(`${where(source, node)}: decides by a sentence; ask hasCode`);
    if (stores(node)) found.push(`${where(source, node)}: a reason is a sentence; use storeReason`);
    if (isText(node) && node.getText().includes('substr(reason') && source.path !== SQL)
      found.push(`${where(source, node)}: SQL looks into a reason; use hasReason`);
  });
  return found;
}

export const codesDecide: Rule = {
  name: 'nothing decides by the sentence of a reason, and none is stored',
  check: ({ sources }) =>
    sources
      .filter((source) => isIn(source, 'src') && !isIn(source, 'src/sandbox'))
      .filter((source) => !isIn(source, ROOM) && !isIn(source, WORDINGS))
      .flatMap(decisionsIn),
  breaks: [
    {
      'src/app/a.ts': `export const a = (reason: string) => reason === 'on the do-not-call list';`,
    },
    { 'src/app/a.ts': `export const a = (c: C) => c.reason.startsWith('the calling hours');` },
    { 'src/app/a.ts': `export const a = (c: C) => /attempts made/.test(c.reason);` },
    { 'src/domain/a.ts': `export const a = { to: 'reached', reason: 'a human was reached' };` },
    { 'src/domain/a.ts': 'export const a = (n: string) => ({ reason: `held by run ${n}` });' },
    { 'src/adapters/ledger/a.ts': 'export const a = `where substr(reason, 1, @n) = @begins`;' },
  ],
  keeps: [
    { 'src/domain/a.ts': `export const a = { reason: storeReason({ code: 'human_reached' }) };` },
    { 'src/app/a.ts': `export const a = (c: C) => hasCode(c.reason, ['never_open']);` },
    { 'src/adapters/ledger/reason-code.ts': 'export const a = `substr(reason, 1, 9)`;' },
  ],
};
