import { storedAssistantSchema, toRecord, type AssistantRecord } from '../model/assistant.ts';
import { Chance } from '../model/chance.ts';
import { drawnId } from '../model/ids.ts';
import type { World } from './lifecycle.ts';
import { check, problem, type Outcome } from '../model/request.ts';
import type { AssistantStore } from '../store/store.ts';

interface Parts {
  readonly clock: { now(): number };
  readonly store: AssistantStore;
  readonly world: World;
}

/** The stored assistants. An order copies the one it names, so that a later change does not reach it. */
export class Assistants {
  readonly #parts: Parts;
  readonly #schema;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#schema = storedAssistantSchema(parts.world.rules);
  }

  list(): readonly AssistantRecord[] {
    return this.#parts.store.assistants().map(read);
  }

  find(id: string): AssistantRecord | null {
    const record = this.#parts.store.assistant(id);
    return record === null ? null : read(record);
  }

  get(id: string): Outcome<AssistantRecord> {
    const record = this.find(id);
    return record === null ? missing(id) : { ok: true, value: record };
  }

  create(body: unknown): Outcome<AssistantRecord> {
    const input = check(this.#schema, body);
    if (!input.ok) return input;
    const { clock, store, world } = this.#parts;
    const nth = store.assistantsMade() + 1;
    const id = drawnId(world.idPrefix, new Chance(world.seed, 'assistant', nth), 'id');
    const { name, ...fields } = input.value;
    const record = toRecord(fields, { id, name, at: clock.now() });
    store.addAssistant(id, JSON.stringify(record), nth);
    return { ok: true, value: record };
  }

  /** Only what the body names is changed; an empty one changes nothing. */
  change(id: string, body: unknown): Outcome<AssistantRecord> {
    const old = this.find(id);
    if (old === null) return missing(id);
    const input = check(this.#schema, { ...old, ...namedIn(body) });
    if (!input.ok) return input;
    const { name, ...fields } = input.value;
    const at = this.#parts.clock.now();
    const record = { ...toRecord(fields, { id, name, at }), created_at: old.created_at };
    this.#parts.store.saveAssistant(id, JSON.stringify(record));
    return { ok: true, value: record };
  }

  remove(id: string): Outcome<AssistantRecord> {
    const old = this.get(id);
    if (old.ok) this.#parts.store.saveAssistant(id, null);
    return old;
  }
}

/** Null stands for a default; a name and a prompt have none, so there it says nothing. */
function namedIn(body: unknown): object {
  if (typeof body !== 'object' || body === null) return {};
  const isNothing = ([key, value]: [string, unknown]): boolean =>
    value === null && (key === 'name' || key === 'prompt');
  return Object.fromEntries(Object.entries(body).filter((member) => !isNothing(member)));
}

/** Written by this class, and by nobody else. */
const read = (record: string): AssistantRecord => JSON.parse(record) as AssistantRecord;

const missing = (id: string): Outcome<never> => ({
  ok: false,
  problem: problem(404, 'not_found', `there is no assistant ${id}`),
});
