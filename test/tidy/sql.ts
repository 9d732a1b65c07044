import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, walk, where, type Source } from './source.ts';

/** Where SQLite's own words may stand. What a migration says was released as it is. */
const OWN_WORDS = ['src/adapters/ledger/dialect.ts', 'src/adapters/ledger/migrations'];

const IS_SQL = /\b(select|insert into|update|delete from|where|order by|case when)\b|= @/;

/** What another engine refuses, takes in another sense, or gives back under another name. */
const SQLITE_ONLY: readonly (readonly [RegExp, string])[] = [
  [/\bas [a-z]+[A-Z]\w*/, 'an alias with capitals is folded; quote it'],
  [/\bis (not )?@/, 'write isSame of dialect.ts'],
  [/\binsert or \w+/, 'write on conflict'],
  [/\bcross join\b/, 'write WALKED_BEFORE of dialect.ts'],
  [/\+ 0\b/, 'write notOffIndex of dialect.ts'],
  [
    /\bsum\([^()]*( is |=|<|>|\bnot\b)/,
    'a condition is no number; write count(*) filter (where …)',
  ],
  [/\bjson_\w+\(/, 'write jsonText or jsonLength of dialect.ts'],
  [/\b(ifnull|iif|printf|unixepoch|strftime|rowid|glob)\b/, 'write it as the standard has it'],
];

/** Whether `max` or `min` is given two values: the text up to the closing bracket has a comma outside of brackets. */
function hasScalarExtreme(sql: string): boolean {
  for (const { index, 0: begins } of sql.matchAll(/\b(max|min)\(/g)) {
    let depth = 1;
    for (let at = index + begins.length; at < sql.length && depth > 0; at++) {
      if (sql[at] === '(') depth += 1;
      if (sql[at] === ')') depth -= 1;
      if (sql[at] === ',' && depth === 1) return true;
    }
  }
  return false;
}

const textOf = (node: ts.Node): string | null =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText() : null;

function foreignSql(source: Source): string[] {
  if (!isIn(source, 'src/adapters/ledger') || isIn(source, ...OWN_WORDS)) return [];
  const found: string[] = [];
  walk(source.tree, (node) => {
    const sql = textOf(node)?.replace(/\$\{[^}]*\}/g, '');
    if (sql === undefined || !IS_SQL.test(sql)) return;
    const at = where(source, node);
    for (const [pattern, instead] of SQLITE_ONLY)
      if (pattern.test(sql)) found.push(`${at}: ${instead}`);
    if (hasScalarExtreme(sql)) found.push(`${at}: write greaterOf or smallerOf of dialect.ts`);
  });
  return found;
}

const ledger = (sql: string): Record<string, string> => ({
  'src/adapters/ledger/a.ts': `const a = \`select 1 from b where ${sql}\`;`,
});

export const portableSql: Rule = {
  name: 'SQL of the ledger that only SQLite takes stands in dialect.ts',
  check: ({ sources }) => sources.flatMap(foreignSql),
  breaks: [
    { 'src/adapters/ledger/a.ts': `const a = 'select b as bC from d where e = 1';` },
    ledger('c is @d'),
    ledger('c is not @d'),
    ledger('c in (select max(a, coalesce(b, 0)) from d)'),
    ledger('c = min(@a, d)'),
    ledger('c in (select d from e cross join f)'),
    ledger('c in (select sum(d is null) from e)'),
    ledger('c in (select sum(not d) from e)'),
    ledger('c order by d + 0'),
    ledger(`json_extract(c, '$') = 1`),
    { 'src/adapters/ledger/a.ts': `const a = 'insert or ignore into b select 1 from c';` },
  ],
  keeps: [
    ledger('c is null and d is not null and e = @f'),
    ledger('c = (select max(coalesce(a, 0)) from d) and "bC" = 1'),
    ledger('c > ${greaterOf("a", "b")}'),
    { 'src/adapters/ledger/a.ts': `const a = 'select b as "bC", sum(c) from d';` },
    { 'src/adapters/ledger/dialect.ts': `const a = 'select 1 from b where c is @d';` },
    { 'src/adapters/sqlite/a.ts': `const a = 'select 1 from b where c is @d';` },
  ],
};
