import { openSandboxStore } from '../../../src/adapters/sqlite/sandbox-store.ts';
import { HttpVoiceApi } from '../../../src/adapters/revox/http.ts';
import type { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { RunSession, type SessionParts } from '../../../src/app/session/session.ts';
import { EMBEDDED } from '../../../src/adapters/revox/profile.ts';
import { readCampaign, type Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { SqliteLedger } from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Session } from '../../../src/ports/session.ts';
import type { RunEvent } from '../../../src/ports/report.ts';
import { Sandbox } from '../../../src/sandbox/engine/engine.ts';
import { listen } from '../../../src/sandbox/http/http.ts';
import { RULES, virtualClock } from './setup.ts';

export function aCampaign(change: Record<string, unknown> = {}): Campaign {
  const definition = { name: 'A test', assistant: { prompt: 'Say hello.' }, ...change };
  const read = readCampaign(definition, (name) => RULES.canonical(name));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.campaign;
}

export interface World {
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly events: RunEvent[];
  session(ledger: SqliteLedger, session: Session, campaign: Campaign): RunSession;
  close(): Promise<void>;
}

/** The real client and the real sandbox over loopback, on a virtual clock. */
export async function aWorld(seed = 1, store = openSandboxStore(':memory:')): Promise<World> {
  const clock = virtualClock();
  const sandbox = new Sandbox({
    clock,
    store,
    rules: RULES,
    zoneOf: () => 'America/New_York',
    seed,
    idPrefix: 'rehearsal-',
  });
  const face = await listen(sandbox, { port: 0, key: null });
  const api = new HttpVoiceApi({ baseUrl: face.url, key: 'test', clock, profile: EMBEDDED });
  const events: RunEvent[] = [];
  sandbox.start();
  return {
    clock,
    sandbox,
    url: face.url,
    events,
    session: (ledger, session, campaign) => {
      const parts: Omit<SessionParts, 'reference'> = {
        ledger,
        session,
        api,
        clock,
        hints: sandbox.turns,
        report: { tell: (event) => events.push(event) },
        campaign,
        definition: 1,
        releases: 'test',
      };
      // Contacts of these tests are located already: nothing but the time-zone rules is looked up.
      const reference = { rules: RULES } as SessionParts['reference'];
      return new RunSession({ ...parts, reference });
    },
    close: async () => {
      await sandbox.stop();
      await api.close();
      await face.close();
      store.close();
    },
  };
}
