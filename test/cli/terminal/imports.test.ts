import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCES = fileURLToPath(new URL('../../../src/', import.meta.url));
/** Imports and re-exports that are still there when the types are gone. */
const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^;]*?\sfrom\s)?'(?<from>[^']+)';/gm;

/** Everything that is read before the first line of a module runs: files below `src`, and packages. */
function loadedBy(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const text = readFileSync(resolve(SOURCES, file), 'utf8');
  for (const { groups } of text.matchAll(IMPORT)) {
    const from = groups?.['from'] ?? '';
    if (!from.startsWith('.')) loaded.add(from);
    else loadedBy(resolve(SOURCES, dirname(file), from).slice(SOURCES.length), loaded);
  }
  return loaded;
}

test('status loads nothing of contact files, telephone numbers, the network or the sandbox', () => {
  const loaded = [...loadedBy('cli/control/status-command.ts')];
  expect(loaded).toContain('adapters/sqlite/ledger/sqlite-ledger.ts');
  const heavy = [
    'csv-parse',
    'iconv-lite',
    'libphonenumber-js',
    'saxes',
    'undici',
    'yauzl',
    'yazl',
  ];
  const ofPackages = loaded.filter((name) => heavy.some((one) => name.startsWith(one)));
  const ofRooms = loaded.filter((name) => /^(?:sandbox|adapters\/revox\/http)/.test(name));
  expect([...ofPackages, ...ofRooms]).toEqual([]);
});

test('--help loads no command', () => {
  const loaded = [...loadedBy('cli/program.ts')];
  expect(loaded.filter((name) => name.endsWith('-command.ts'))).toEqual([]);
  expect(loaded.filter((name) => !/\.ts$|^node:/.test(name))).toEqual(['commander']);
});
