import ts from 'typescript';

/** Where a text is no sentence: a module, a key, a type, a code, what something is compared with. */
function isNoSentence(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isCaseClause(parent)) return true;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind !== ts.SyntaxKind.PlusToken;
  if (!ts.isPropertyAssignment(parent)) return false;
  return parent.name === node || parent.name.getText() === 'code';
}

const isPart = (node: ts.Node): boolean =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** Every vowel of every sentence in a source text, twice: `oon thee doo-noot-caall liist`. */
export function reworded(text: string): string {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const spans: (readonly [number, number])[] = [];
  const look = (node: ts.Node): void => {
    const whole = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
    if (isPart(node) || (whole && !isNoSentence(node)))
      spans.push([node.getStart(), node.getEnd()]);
    ts.forEachChild(node, look);
  };
  look(source);
  let out = '';
  let from = 0;
  for (const [start, end] of spans) {
    out += text.slice(from, start) + text.slice(start, end).replaceAll(/[aeiou]/gi, '$&$&');
    from = end;
  }
  return out + text.slice(from);
}
