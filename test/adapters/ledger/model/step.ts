import type { AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import { LostSession } from '../../../../src/ports/ledger/runs.ts';
import type { SqliteLedger } from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../../src/ports/session.ts';
import type { Model, ModelOrder } from './model.ts';

/** A ledger under test: what a driver has to offer for the model to be held against it. */
export interface Real {
  ledger: SqliteLedger;
  /** Closes it and opens what is left of it, as after the death of a process. */
  reopen(): Promise<SqliteLedger>;
  readonly sessions: Map<string, Session[]>;
}

export type Command = AsyncCommand<Model, Real>;

export class Step implements Command {
  readonly #name: string;
  readonly #can: (model: Pick<Model, 'orders'>) => boolean;
  readonly #do: (model: Model, real: Real) => Promise<void>;

  constructor(name: string, can: (model: Pick<Model, 'orders'>) => boolean, run: Step['run']) {
    this.#name = name;
    this.#can = can;
    this.#do = run;
  }

  check(model: Readonly<Model>): boolean {
    return this.#can(model);
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.#do(model, real);
    await agree(model, real);
  }

  toString(): string {
    return this.#name;
  }
}

/** After every step the ledger says of everybody what the model says. */
async function agree(model: Model, { ledger }: Real): Promise<void> {
  for (const run of model.epochs.keys()) {
    const states = await ledger.states(run);
    const expected = Object.fromEntries(Object.keys(states).map((state) => [state, 0]));
    for (const { state } of model.ofRun(run)) expected[state] = (expected[state] ?? 0) + 1;
    expect(states).toEqual(expected);
    const left = await ledger.unsettled(run);
    const open = model.orders.filter(
      (o) => o.person.run === run && o.state !== 'settled' && o.state !== 'withdrawn',
    );
    expect(left.map(({ key, state }) => `${key} ${state}`).sort()).toEqual(
      open.map(({ key, state }) => `${key} ${state}`).sort(),
    );
  }
}

/** Mostly one of the newest: what is over is asked about too, but answers the same each time. */
export const orderAt = (model: Model, back: number): ModelOrder | undefined =>
  model.orders.at(-1 - (back % Math.max(1, model.orders.length)));

export const isOver = ({ state }: ModelOrder): boolean =>
  state === 'settled' || state === 'withdrawn';

/** The session of an order's run: the current one, or one that has been replaced. */
export function sessionOf(
  model: Model,
  real: Real,
  { run, stale }: { run: string; stale: boolean },
): [Session, boolean] {
  const all = real.sessions.get(run) ?? [];
  const session = (stale ? all[0] : all.at(-1)) ?? { runId: run, epoch: 0 };
  return [session, session.epoch === model.epochs.get(run)];
}

/** Why the ledger refuses what only an order may meet that was not answered yet; null: it does not. */
export const notPlacing = (order: ModelOrder): string | null =>
  isOver(order) ? 'I5' : order.state === 'placing' ? null : 'not placing';

/** The same of what may befall any order that is not over (I5). */
export const over = (order: ModelOrder): string | null => (isOver(order) ? 'I5' : null);

/** Carries it out, or sees it refused: a stale session, or an order in another state (I5, S16). */
export async function fenced(
  work: () => Promise<void>,
  { current, refused }: { current: boolean; refused: string | null },
): Promise<boolean> {
  if (!current) await expect(work()).rejects.toThrow(LostSession);
  else if (refused !== null) await expect(work()).rejects.toThrow(refused);
  else {
    await work();
    return true;
  }
  return false;
}
