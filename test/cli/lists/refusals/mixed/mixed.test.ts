import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../../src/adapters/sqlite/open.ts';
import { main } from '../../../../../src/cli/program.ts';
import { aTerminal } from '../../../desk/terminal.ts';
import { files, type Files } from './files.ts';
import { whoRefused } from './who-refused.ts';

const CAMPAIGN = `name: Mixed
assistant: { prompt: Say hello. }
consent: { basis: customers, statement: They agreed to be called. }
suppress: left.csv
`;

/** A folder with the files, and the program in it. */
class Room {
  readonly #folder = mkdtempSync(join(tmpdir(), 'campaign-mixed-'));

  constructor({ contacts, suppress, imported }: Files) {
    const written = { 'people.csv': contacts, 'left.csv': suppress, 'asked.csv': imported };
    for (const [name, text] of Object.entries({ ...written, 'people.yaml': CAMPAIGN }))
      writeFileSync(join(this.#folder, name), text);
  }

  async campaign(...args: readonly string[]): Promise<{ code: number; err: string }> {
    const { terminal, said } = aTerminal(this.#folder);
    return { code: await main([...args, '--ledger', 'l.db'], terminal, '0'), err: said.err };
  }

  /** The numbers of every order that the provider has, by its own record. */
  ordered(): string[] {
    const path = join(this.#folder, 'l.rehearsal-sandbox.db');
    if (!existsSync(path)) return [];
    const db = openDatabase(path, { synchronous: 'normal' });
    const numbers = db.prepare<[], string>('select distinct number from orders').pluck().all();
    db.close();
    return numbers;
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const ignoring = (rows: readonly number[]): string[] =>
  rows.length === 0 ? [] : ['--ignore-lines', rows.join(',')];

async function orderedOf(room: Room, { suppress, imported }: Unreadable): Promise<string[]> {
  const taken = await room.campaign('dnc', 'import', 'asked.csv', '--rehearsal');
  expect(taken.code, taken.err).toBe(imported.length === 0 ? 0 : 2);
  const run = ['run', 'people.csv', '--now', '2026-12-01T15:00:00Z'];
  if (suppress.length > 0) {
    expect((await room.campaign(...run)).code).toBe(2);
    expect(room.ordered()).toEqual([]);
  }
  const { code, err } = await room.campaign(...run, ...ignoring(suppress));
  expect(code, err).toBe(0);
  return room.ordered();
}

type Unreadable = ReturnType<typeof whoRefused>['unreadable'];

test('I14 nobody is ordered who refused in the list, in a suppress file or in an imported list, in any spelling', async () => {
  let willing = 0;
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const { no, yes, unreadable } = whoRefused(given);
      const room = new Room(given);
      try {
        const ordered = await orderedOf(room, unreadable);
        const against = ordered.filter((e164) => [...no].some((end) => e164.endsWith(end)));
        expect(against, JSON.stringify(given)).toEqual([]);
        // Everybody else is, unless their last seven digits are on a list: else nobody being ordered would pass.
        const sevens = new Set([...no].map((end) => end.slice(-7)));
        const missing = [...yes]
          .filter((line) => !sevens.has(line.slice(-7)))
          .filter((line) => !ordered.some((e164) => e164.endsWith(line)));
        expect(missing, JSON.stringify(given)).toEqual([]);
        willing += ordered.length;
      } finally {
        room.clear();
      }
    }),
    { numRuns: 25 },
  );
  expect(willing).toBeGreaterThan(25);
}, 240_000);
