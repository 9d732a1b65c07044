import type { Rule } from './rule.ts';
import { isIn, packageImports, relativeImports, type Project, type Source } from './source.ts';

/** Whom each layer may import. Arrows point inward; an arrow outward needs a port. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  bin: ['cli'],
  cli: ['cli', 'app', 'ports', 'domain'],
  app: ['app', 'ports', 'domain'],
  ports: ['ports', 'domain'],
  domain: ['domain'],
  adapters: ['adapters', 'ports', 'domain'],
  sandbox: ['sandbox', 'domain'],
};

const COMPOSE = 'src/cli/compose';
const COMPOSE_ARROWS = [...(ARROWS['cli'] ?? []), 'adapters', 'sandbox'];

function layerOf(path: string): string | null {
  if (path === 'src/bin.ts') return 'bin';
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function outwardArrows(source: Source): string[] {
  const from = layerOf(source.path);
  if (from === null) return [`${source.path}: belongs to no layer; put it into one`];
  const allowed = isIn(source, COMPOSE) ? COMPOSE_ARROWS : ARROWS[from];
  if (allowed === undefined) return [`${source.path}: there is no layer "${from}"`];
  return relativeImports(source)
    .filter((target) => !allowed.includes(layerOf(target) ?? ''))
    .map((target) => `${source.path}: ${from} must not import ${target}; it needs a port`);
}

export const arrows: Rule = {
  name: 'arrows point inward, and only cli/compose/ knows adapters and the sandbox',
  check: ({ sources }) => sources.filter((source) => isIn(source, 'src')).flatMap(outwardArrows),
  breaks: [
    { 'src/domain/a.ts': `import type { B } from '../ports/b.ts';` },
    { 'src/domain/order/a.ts': `export { b } from '../../app/b.ts';` },
    { 'src/ports/a.ts': `import { b } from '../app/b.ts';` },
    { 'src/app/a.ts': `import { b } from '../adapters/x/b.ts';` },
    { 'src/app/a.ts': `const b = await import('../cli/b.ts');` },
    { 'src/adapters/x/a.ts': `import { b } from '../../app/b.ts';` },
    { 'src/sandbox/a.ts': `import type { Clock } from '../ports/clock.ts';` },
    { 'src/cli/a.ts': `import { b } from '../adapters/x/b.ts';` },
    { 'src/cli/a.ts': `import { b } from '../sandbox/b.ts';` },
    { 'src/adapters/sqlite/a.ts': `import { s } from '../../sandbox/store.ts';` },
    { 'src/adapters/sqlite/sandbox-store.ts': `import { e } from '../../sandbox/engine.ts';` },
    { 'src/cli/run/compose.ts': `import { b } from '../../adapters/x/b.ts';` },
    { 'src/bin.ts': `import { b } from './app/b.ts';` },
    { 'src/app/a.ts': `import { b } from '../../test/b.ts';` },
    { 'src/app/a.ts': `type B = import('../adapters/x/b.ts').B;` },
    { 'src/a.ts': '' },
    { 'src/engine/a.ts': '' },
  ],
  keeps: [
    {
      'src/cli/compose/compose.ts': `import { b } from '../../adapters/x/b.ts'; export * from '../../sandbox/c.ts';`,
    },
    {
      'src/adapters/x/a.ts': `import { b } from '../y/b.ts'; import { p } from '../../ports/p.ts';`,
    },
    { 'src/app/a.ts': `import { b } from '../ports/b.ts'; import { d } from '../domain/d.ts';` },
    { 'test/a.test.ts': `import { b } from '../src/adapters/x/b.ts';` },
  ],
};

/** Pure libraries; they compute and reach for nothing. */
const PURE = ['luxon', 'libphonenumber-js', 'zod', 'yaml'];
/** Parts of Node that touch neither disk nor network. */
const APP_NODE = ['node:assert', 'node:crypto', 'node:events', 'node:path'];

const isPackage = (name: string, known: string): boolean =>
  name === known || name.startsWith(`${known}/`);

function foreignPackages(source: Source): string[] {
  const layer = layerOf(source.path);
  const allowed = layer === 'app' ? [...PURE, 'p-queue', ...APP_NODE] : PURE;
  return packageImports(source)
    .filter((name) => !allowed.some((known) => isPackage(name, known)))
    .map((name) => `${source.path}: ${layer} must not import "${name}"; reach it through a port`);
}

export const purity: Rule = {
  name: 'domain and ports import only pure libraries, app nothing that reaches outside',
  check: ({ sources }) =>
    sources
      .filter((source) => isIn(source, 'src/domain', 'src/ports', 'src/app'))
      .flatMap(foreignPackages),
  breaks: [
    { 'src/domain/a.ts': `import { createHash } from 'node:crypto';` },
    { 'src/domain/a.ts': `import fs from 'fs';` },
    { 'src/ports/a.ts': `import type { Readable } from 'node:stream';` },
    { 'src/app/a.ts': `import { readFile } from 'node:fs/promises';` },
    { 'src/app/a.ts': `const http = await import('node:http');` },
    { 'src/domain/a.ts': `import zodiac from 'zodiac';` },
  ],
  keeps: [
    { 'src/domain/a.ts': `import { z } from 'zod'; import max from 'libphonenumber-js/max';` },
    { 'src/app/a.ts': `import { createHash } from 'node:crypto';` },
    { 'src/sandbox/a.ts': `import { createServer } from 'node:http';` },
    { 'src/adapters/x/a.ts': `import { open } from 'node:fs/promises';` },
  ],
};

/** The one file, or the one folder, that knows a library: to change it is to change that place. */
const PLACES: Readonly<Record<string, string>> = {
  luxon: 'src/domain/time/local.ts',
  'libphonenumber-js': 'src/domain/phone/number/number.ts',
  'better-sqlite3': 'src/adapters/sqlite/load-driver.ts',
  'csv-parse': 'src/adapters/files/text/csv.ts',
  undici: 'src/adapters/revox/http.ts',
  'p-queue': 'src/app/dispatch/lines.ts',
  commander: 'src/cli',
  yazl: 'src/adapters/files/results/results-zip.ts',
  yauzl: 'src/adapters/files/xlsx/archive.ts',
  saxes: 'src/adapters/files/xlsx/xml.ts',
  numfmt: 'src/adapters/files/xlsx',
};

const misplaced = (source: Source): string[] =>
  packageImports(source).flatMap((name) =>
    Object.entries(PLACES)
      .filter(([known, place]) => isPackage(name, known) && !isIn(source, place))
      .map(([known, place]) => `${source.path}: ${known} is imported only in ${place}`),
  );

export const singlePlaces: Rule = {
  name: 'each outside library is imported in its one place',
  check: ({ sources }) => sources.filter((source) => isIn(source, 'src')).flatMap(misplaced),
  breaks: [
    ...Object.keys(PLACES).map((name) => ({
      'src/adapters/x/a.ts': `import { b } from '${name}';`,
    })),
    { 'src/adapters/x/a.ts': `import type { Dispatcher } from 'undici';` },
    { 'src/adapters/x/a.ts': `import { parse } from 'csv-parse/sync';` },
    { 'src/domain/time/local.test.ts': `import { DateTime } from 'luxon';` },
    { 'src/client.ts': `import { Command } from 'commander';` },
  ],
  keeps: [
    { 'src/domain/time/local.ts': `import { DateTime } from 'luxon';` },
    { 'src/cli/run/command.ts': `import { Command } from 'commander';` },
    { 'test/a.test.ts': `import { DateTime } from 'luxon';` },
  ],
};

function findCycles({ sources }: Project): string[] {
  const byPath = new Map(sources.map((source) => [source.path, relativeImports(source)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push(`import cycle: ${[...trail.slice(start), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const target of byPath.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of byPath.keys()) visit(path, []);
  return found;
}

export const noCycles: Rule = {
  name: 'no file imports itself, over however many others',
  check: findCycles,
  breaks: [
    { 'src/app/a.ts': `import { b } from './b.ts';`, 'src/app/b.ts': `export * from './a.ts';` },
    { 'src/app/a.ts': `import type { A } from './a.ts';` },
    {
      'src/app/a.ts': `import './x/b.ts';`,
      'src/app/x/b.ts': `import '../c.ts';`,
      'src/app/c.ts': `import './a.ts';`,
    },
  ],
  keeps: [
    {
      'src/app/a.ts': `import './b.ts'; import './c.ts';`,
      'src/app/b.ts': `import './c.ts';`,
      'src/app/c.ts': '',
    },
  ],
};
