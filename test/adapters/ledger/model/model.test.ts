import { test } from 'vitest';
import { holdAgainstModel } from './conformance.ts';
import { openSqlite } from './sqlite.ts';

test('SQLite answers any commands in any order as the model of a ledger does', () =>
  holdAgainstModel(openSqlite, { numRuns: 40, maxCommands: 40, seed: 1 }));
