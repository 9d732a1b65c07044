import fc from 'fast-check';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { aContact, aRun } from '../../../app/world/setup.ts';
import { COMMANDS } from './commands.ts';
import { Model } from './model.ts';
import type { Real } from './step.ts';

/** What a driver brings: a new ledger, and the same one again after its process has died. */
export interface Opened {
  readonly ledger: SqliteLedger;
  reopen(): Promise<SqliteLedger>;
  close(): Promise<void>;
}

const PEOPLE = 3;

/** Two runs with the same people: what holds a number holds it across runs (I3). */
async function begin({ ledger, reopen }: Opened): Promise<{ model: Model; real: Real }> {
  const model = new Model();
  const sessions: Real['sessions'] = new Map();
  const contacts = Array.from({ length: PEOPLE }, (_, i) => aContact(i));
  for (const run of ['one', 'two']) {
    sessions.set(run, [await aRun(ledger, contacts, run)]);
    model.epochs.set(run, 1);
    for (const { e164: number } of contacts) {
      const [found] = await ledger.lookUp(run, { by: 'number', e164: number });
      const id = found?.contactId ?? '';
      model.people.push({ run, number, id, state: 'pending', tries: 0, notBefore: null });
    }
  }
  return { model, real: { ledger, reopen, sessions } };
}

/** Any commands in any order: the ledger answers as the model does. For every driver the same. */
export async function holdAgainstModel(
  open: () => Promise<Opened>,
  how: { numRuns: number; maxCommands: number; seed?: number },
): Promise<void> {
  const { maxCommands, ...settings } = how;
  const commands = fc.commands(COMMANDS, { maxCommands });
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const opened = await open();
      try {
        await fc.asyncModelRun(() => begin(opened), steps);
      } finally {
        await opened.close();
      }
    }),
    settings,
  );
}
