import { test } from 'vitest';
import { holdAgainstModel } from './conformance.ts';
import { openSqlite } from './sqlite.ts';

test('SQLite answers two thousand fresh sequences of commands as the model does', () =>
  holdAgainstModel(openSqlite, { numRuns: 2_000, maxCommands: 120 }));
