import type { ZoneRules } from '../../domain/time/zone-rules.ts';
import { Sandbox } from '../engine/engine.ts';
import { Faults, type Fault } from '../faults/faults.ts';
import { listen } from './http.ts';
import { peopleOf } from '../people/people-file.ts';
import type { PeopleProfile } from '../people/people-profile.ts';
import { recordTo } from './record.ts';
import type { SearchKind } from '../search/kinds.ts';
import type { SandboxStore } from '../store/store.ts';
import { Webhooks, type WebhookClock } from './webhooks.ts';

/** The least that it takes, at any hour. */
export const EXAMPLE_ORDER = {
  phone_number: '+12025550100',
  assistant: { prompt: 'Say hello.' },
  force_now: true,
};

/** What can be chosen by the person who starts it. */
export interface ServerChoice {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Null: any bearer token will do. */
  readonly key: string | null;
  readonly seed: number;
  readonly speed: number;
  /** Null: the people of the rehearsals. */
  readonly profile: PeopleProfile | null;
  /** The file that every accepted order is appended to; null: none. */
  readonly record: string | null;
  readonly search: SearchKind;
  /** What is to go wrong from the beginning. */
  readonly faults: readonly Fault[];
}

interface ServerParts extends ServerChoice {
  readonly clock: WebhookClock;
  readonly store: SandboxStore;
  readonly rules: ZoneRules;
  readonly zoneOf: (e164: string) => string | null;
  /** For anyone who watches it. */
  readonly say: (line: string) => void;
}

export interface Serving {
  /** Such as http://127.0.0.1:8787/api. */
  readonly url: string;
  close(): Promise<void>;
}

/** So many events happen before requests have their turn again: some ten milliseconds' worth. */
const EVENTS_PER_WAKE = 200;

/** The sandbox by itself, for clients of other processes: on its HTTP face, with everything that it offers. */
export async function serve(parts: ServerParts): Promise<Serving> {
  const { clock, seed } = parts;
  const webhooks = new Webhooks({
    clock,
    failed: ({ url }, why) => parts.say(`The webhook to ${url} was not taken: ${why}`),
  });
  const faults = new Faults(seed);
  for (const fault of parts.faults) faults.add(fault);
  const sandbox = new Sandbox({
    ...parts,
    faults,
    idPrefix: null,
    people: peopleOf(seed, parts.profile ?? undefined),
    strangeAssistants: false,
    eventsPerWake: EVENTS_PER_WAKE,
    tell: webhooks.send,
    ...(parts.record === null ? {} : { accepted: recordTo(parts.record) }),
  });
  const { host, port, key } = parts;
  const face = await listen(sandbox, { host, port, key, faults });
  sandbox.start();
  return {
    url: face.url,
    close: async () => {
      await sandbox.stop();
      await face.close();
      await webhooks.stop();
    },
  };
}
