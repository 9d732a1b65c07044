import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, walk, where, type Source } from './source.ts';

/** The one place that writes states, and migrations, which were released as they are. */
const WRITES_STATES = ['src/adapters/ledger/moving.ts', 'src/adapters/ledger/migrations'];

/** Without what stands in brackets: a condition there is not of the statement itself. */
function flat(sql: string): string {
  const shorter = sql.replace(/\([^()]*\)/g, '');
  return shorter === sql ? sql : flat(shorter);
}

function setsState(text: string): boolean {
  const sql = flat(text.replace(/\$\{[^}]*\}/g, ''));
  const [, set = ''] =
    /\bupdate (?:contact|call_order)\s+set\s(.*?)(?:\bwhere\b|$)/s.exec(sql) ?? [];
  return /(?:^|,)\s*state\s*=/.test(set);
}

function stateWrites(source: Source): string[] {
  if (!isIn(source, 'src/adapters') || isIn(source, ...WRITES_STATES)) return [];
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
    const text = node.getText(source.tree).slice(1, -1);
    if (setsState(text))
      found.push(`${where(source, node)}: call moveContact or moveOrder of moving.ts`);
  });
  return found;
}

const adapter = (sql: string): Record<string, string> => ({
  'src/adapters/ledger/a.ts': `const a = \`${sql}\`;`,
});

export const statesMoveInOnePlace: Rule = {
  name: 'the state of a contact or an order is written by moving.ts alone, which asks the table',
  check: ({ sources }) => sources.flatMap(stateWrites),
  breaks: [
    adapter(`update contact set state = 'calling' where seq = @seq`),
    adapter(`update call_order set open = 0, state = @state where key = @key`),
    adapter(`update contact set reason = (select 1 from b where c = 2), state = 'x' where d = 1`),
    { 'src/adapters/sqlite/a.ts': `db.exec("update contact set state = 'x'");` },
  ],
  keeps: [
    adapter(`update contact set held = null where state = 'pending'`),
    adapter(`update call_order set open = (select state = 'x' from b) where key = @key`),
    { 'src/adapters/ledger/moving.ts': `const a = "update contact set state = 'x'";` },
    { 'src/adapters/ledger/migrations/1.ts': `const a = "update contact set state = 'x'";` },
  ],
};

function groupsTakenApart(source: Source): string[] {
  if (!isIn(source, 'src') || isIn(source, 'src/domain/run/calling-group.ts')) return [];
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { expression: of, name } = node.expression;
    const subject = ts.isPropertyAccessExpression(of) ? of.name.text : of.getText(source.tree);
    if (/^(split|indexOf|slice)$/.test(name.text) && /^(group|grp)$/.test(subject))
      found.push(`${where(source, node)}: call parseGroup of domain/run/calling-group.ts`);
  });
  return found;
}

export const groupsAreParsed: Rule = {
  name: 'the text of a calling group is taken apart in one place',
  check: ({ sources }) => sources.flatMap(groupsTakenApart),
  breaks: [
    { 'src/app/a.ts': `const a = (group: string) => group.split('|')[0];` },
    { 'src/cli/a.ts': `const a = claim.group.slice(0, claim.at);` },
  ],
  keeps: [
    { 'src/app/a.ts': `const a = line.split('|');` },
    { 'src/domain/run/calling-group.ts': `const a = group.split('|');` },
  ],
};
