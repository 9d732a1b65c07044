import ts from 'typescript';
import type { Rule } from './rule.ts';
import { isIn, packageImports, walk, where, type Source } from './source.ts';

/** Names that reach around a port, and what to write instead. `a.b` is a member, a bare name any use of it. */
interface Ban {
  readonly words: Readonly<Record<string, string>>;
  readonly allowedIn: readonly string[];
}

const TIME: Ban = {
  allowedIn: ['src/adapters/clock'],
  words: {
    'Date.now': 'clock.now()',
    'performance.now': 'clock.monotonic()',
    'process.hrtime': 'clock.monotonic()',
    'AbortSignal.timeout': 'clock.deadline()',
    setTimeout: 'clock.sleep() or clock.deadline()',
    setInterval: 'a loop over clock.sleep()',
    'Math.random': 'a hash of what it is for',
    randomUUID: 'a hash of what it is for',
    randomInt: 'a hash of what it is for',
    getRandomValues: 'a hash of what it is for',
    'node:timers': 'the Clock port',
    'node:timers/promises': 'the Clock port',
    'node:perf_hooks': 'clock.monotonic()',
    'new Date()': 'new Date(clock.now())',
    'Date()': 'new Date(clock.now())',
  },
};

const OUTSIDE: Ban = {
  allowedIn: ['src/cli', 'src/bin.ts'],
  words: {
    console: 'an event told to the Report port',
    'process.exit': 'an error thrown to the command line',
    'process.env': 'an argument, read by the command line',
    'node:process': 'an argument, read by the command line',
  },
};

const PLACE: Ban = {
  allowedIn: [],
  words: {
    Intl: 'the local time of src/domain/time: the rules inside Node are stale',
    toLocaleString: 'the local time of src/domain/time, or String()',
    toLocaleDateString: 'the local time of src/domain/time',
    toLocaleTimeString: 'the local time of src/domain/time',
    toLocaleLowerCase: 'toLowerCase()',
    toLocaleUpperCase: 'toUpperCase()',
    localeCompare: 'a comparison by code unit',
    getTimezoneOffset: 'the local time of src/domain/time',
    getHours: 'getUTCHours() or the local time of src/domain/time',
    getDay: 'getUTCDay() or the local time of src/domain/time',
    getDate: 'getUTCDate() or the local time of src/domain/time',
    fetch: 'the VoiceApi port',
  },
};

/** The names by which a node could be banned: `now`, `Date.now`, `new Date()`, or a module. */
function namesOf(node: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(node)) {
    const { expression, name } = node;
    return ts.isIdentifier(expression) ? [`${expression.text}.${name.text}`] : [];
  }
  const called = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (called && ts.isIdentifier(node.expression) && node.expression.text === 'Date') {
    const bare = (node.arguments?.length ?? 0) === 0;
    if (ts.isNewExpression(node)) return bare ? ['new Date()'] : [];
    return ['Date()'];
  }
  return ts.isIdentifier(node) && !isDeclaredMember(node) ? [node.text] : [];
}

/** `{ console: … }` or `readonly fetch: …` gives a name to something of ours; it uses nothing. */
function isDeclaredMember(node: ts.Identifier): boolean {
  const { parent } = node;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent);
  return named && parent.name === node;
}

function bannedIn(source: Source, ban: Ban): string[] {
  const found: string[] = [];
  const report = (at: string, word: string): void => {
    const instead = Object.hasOwn(ban.words, word) ? ban.words[word] : undefined;
    if (instead !== undefined) found.push(`${at}: ${word} is banned here; use ${instead}`);
  };
  for (const name of packageImports(source)) report(source.path, name);
  walk(source.tree, (node) => {
    for (const name of namesOf(node)) report(where(source, node), name);
  });
  return found;
}

const banRule = (name: string, ban: Ban, more: Pick<Rule, 'breaks' | 'keeps'>): Rule => ({
  name,
  check: ({ sources }) =>
    sources
      .filter((source) => isIn(source, 'src') && !isIn(source, ...ban.allowedIn))
      .flatMap((source) => bannedIn(source, ban)),
  ...more,
});

export const oneClock = banRule('time and chance come from the clock port alone', TIME, {
  breaks: [
    { 'src/app/a.ts': 'const t = Date.now();' },
    { 'src/app/a.ts': 'const now = Date.now;' },
    { 'src/cli/a.ts': 'const t = new Date();' },
    { 'src/cli/a.ts': 'const t = new Date;' },
    { 'src/cli/a.ts': 'const t = Date();' },
    { 'src/sandbox/a.ts': 'setTimeout(f, 5);' },
    { 'src/sandbox/a.ts': 'globalThis.setTimeout(f, 5);' },
    { 'src/app/a.ts': 'const wait = setInterval;' },
    { 'src/app/a.ts': `import 'node:timers/promises';` },
    { 'src/app/a.ts': `import { performance } from 'node:perf_hooks';` },
    { 'src/app/a.ts': 'const t = performance.now();' },
    { 'src/app/a.ts': 'const s = AbortSignal.timeout(5);' },
    { 'src/sandbox/a.ts': 'const r = Math.random();' },
    { 'src/sandbox/a.ts': `import { randomUUID } from 'node:crypto';` },
    { 'src/adapters/x/a.ts': 'const id = crypto.randomUUID();' },
  ],
  keeps: [
    { 'src/adapters/clock/a.ts': 'const t = Date.now(); setTimeout(f, 5);' },
    { 'src/app/a.ts': 'const d = new Date(at).toISOString(); const p = Date.parse(text);' },
    { 'src/app/a.ts': '// Never Date.now() here.\nconst text = "setTimeout";' },
    { 'test/a.test.ts': 'const t = Date.now();' },
  ],
});

export const quiet = banRule(
  'only the command line talks, ends the process and reads env',
  OUTSIDE,
  {
    breaks: [
      { 'src/app/a.ts': 'console.log(1);' },
      { 'src/adapters/x/a.ts': 'process.exit(1);' },
      { 'src/sandbox/a.ts': 'const key = process.env["KEY"];' },
      { 'src/domain/a.ts': 'const { log } = console;' },
      { 'src/app/a.ts': `import { env } from 'node:process';` },
    ],
    keeps: [
      { 'src/cli/a.ts': 'console.error(process.env.HOME); process.exit(2);' },
      { 'src/bin.ts': 'process.exitCode = 1; console.log(process.env);' },
      { 'src/app/a.ts': 'const pid = process.pid;' },
    ],
  },
);

export const ownTime = banRule('no locale, no zone of this computer, no other network', PLACE, {
  breaks: [
    { 'src/cli/a.ts': 'new Intl.DateTimeFormat("en");' },
    { 'src/cli/a.ts': 'const f = globalThis.Intl;' },
    { 'src/cli/a.ts': 'at.toLocaleString();' },
    { 'src/domain/a.ts': 'date.toLocaleTimeString("en", { timeZone });' },
    { 'src/domain/a.ts': 'names.sort((a, b) => a.localeCompare(b));' },
    { 'src/domain/a.ts': 'const hour = new Date(at).getHours();' },
    { 'src/app/a.ts': 'const answer = await fetch(url);' },
  ],
  keeps: [
    { 'src/cli/a.ts': 'const hour = new Date(at).getUTCHours(); text.toLowerCase();' },
    { 'src/app/a.ts': 'interface Source { fetch: () => void }' },
  ],
});

// Put together from halves, so that this file does not catch itself.
const UNFINISHED = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
);
const LATER = new RegExp(`\\b${'for' + ' now'}\\b`, 'i');

const unfinishedIn = (source: Source): string[] =>
  source.text
    .split('\n')
    .flatMap((line, index) =>
      UNFINISHED.test(line) || LATER.test(line)
        ? [
            `${source.path}:${index + 1}: unfinished work; finish it, or say in docs/limits.md what is not done`,
          ]
        : [],
    );

export const finished: Rule = {
  name: 'nothing is left for later',
  check: ({ sources }) => sources.flatMap(unfinishedIn),
  breaks: [
    { 'src/app/a.ts': `// ${'TO' + 'DO'}: the rest.` },
    { 'test/a.test.ts': `/* ${'FIX' + 'ME'} */` },
    { 'src/app/a.ts': `// Simplified ${'for' + ' now'}.` },
    { 'data/generate/a.ts': `// ${'For' + ' now'} only one zone.` },
  ],
  keeps: [{ 'src/app/a.ts': '// Waits for the window; nowhere is it read again.' }],
};

const TEST_ROOTS = new Set(['it', 'test', 'describe', 'suite', 'bench', 'expect']);
const TEST_EXEMPTIONS = new Set(['only', 'skip', 'todo', 'fails']);

function rootOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node))
    return rootOf(node.expression);
  return '';
}

function exemptionsIn(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    if (!TEST_EXEMPTIONS.has(node.name.text) || !TEST_ROOTS.has(rootOf(node.expression))) return;
    found.push(`${where(source, node)}: .${node.name.text} leaves tests out; run them all`);
  });
  return found;
}

export const allTestsRun: Rule = {
  name: 'no test is left out, and none runs alone',
  check: ({ sources }) => sources.flatMap(exemptionsIn),
  breaks: [
    'it.only',
    'test.skip',
    'describe.only',
    'it.todo',
    'it.concurrent.skip',
    'it.fails',
  ].map((call) => ({ 'test/a.test.ts': `${call}('a', () => undefined);` })),
  keeps: [{ 'test/a.test.ts': `it.each([1])('a', f); rows.skip(1); it.runIf(posix)('b', f);` }],
};
