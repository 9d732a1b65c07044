import { expect } from 'vitest';
import type { VirtualClock } from '../../../src/adapters/clock/virtual-clock.ts';
import { HttpVoiceApi } from '../../../src/adapters/revox/http.ts';
import { RunSession, type SessionParts } from '../../../src/app/session/session.ts';
import { VOICE_API } from '../../../src/adapters/revox/profile.ts';
import type { NewContact } from '../../../src/domain/contact/contact.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import type { Mode } from '../../../src/ports/ledger/runs.ts';
import type { Session } from '../../../src/ports/session.ts';
import type { ContactRecord } from '../../../src/domain/run/records.ts';
import type { RunEvent } from '../../../src/ports/report.ts';
import type { VoiceApi } from '../../../src/ports/voice-api.ts';
import { aContact, RULES, virtualClock } from './setup.ts';
import { ScriptedVoice, type ServerOptions } from './voice-server.ts';
import { aCampaign } from './world.ts';

/** Ten minutes between attempts, so that a test's day is long enough for all of them. */
const hoursUntil = (end: string): object => ({
  call_retry_config: {
    calling_windows: [
      {
        calling_window_start_time: '10:00',
        calling_window_end_time: end,
        retry_delay_seconds: 600,
      },
    ],
    max_retry_attempts: 3,
  },
});

export const HOURS = hoursUntil('18:00');
/** For what only ends with its fence. */
export const HALF_AN_HOUR = {
  ...hoursUntil('10:30'),
  assistant: { prompt: 'Say hello.', max_call_duration_secs: 120 },
};

export type BenchOptions = Omit<ServerOptions, 'clock'> & {
  readonly settleMs?: number | null;
  readonly mode?: Mode;
};

/** The real client and ledger, the tests' own voice server, and a virtual clock. */
export interface Bench {
  readonly clock: VirtualClock;
  readonly voice: ScriptedVoice;
  readonly ledger: SqliteLedger;
  readonly api: VoiceApi;
  readonly events: RunEvent[];
  /** `change` may put another API or ledger in between, as a broken or frozen session would see it. */
  session(session: Session, campaign?: object, change?: Partial<SessionParts>): RunSession;
  contacts(runId?: string): Promise<ContactRecord[]>;
  close(): Promise<void>;
}

export async function aBench(options: BenchOptions = {}): Promise<Bench> {
  const clock = virtualClock();
  const voice = await ScriptedVoice.open({ ...options, clock });
  const ledger = openLedger(':memory:', options.mode ?? 'rehearsal');
  const profile = { ...VOICE_API, settleMs: options.settleMs ?? null };
  const api = new HttpVoiceApi({ baseUrl: voice.url, key: 'test', clock, profile });
  const events: RunEvent[] = [];
  return {
    clock,
    voice,
    ledger,
    api,
    events,
    session: (session, campaign = {}, change = {}) =>
      new RunSession({
        ledger,
        session,
        api,
        clock,
        hints: voice.hints,
        report: { tell: (event) => events.push(event) },
        campaign: aCampaign({ ...HOURS, ...campaign }),
        definition: 1,
        reference: { rules: RULES } as SessionParts['reference'],
        releases: 'test',
        ...change,
      }),
    contacts: async (runId = 'a-run') => {
      const found: ContactRecord[] = [];
      for await (const row of ledger.rows(runId)) if (row.contact !== null) found.push(row.contact);
      return found;
    },
    close: async () => {
      await api.close();
      await voice.close();
      ledger.close();
    },
  };
}

export const someContacts = (count: number, change: Partial<NewContact> = {}): NewContact[] =>
  Array.from({ length: count }, (_, i) => aContact(i, change));

const UTC_MINUTE = (at: number): string => new Date(at).toISOString().slice(11, 16);

/** What holds whatever the provider does. */
export async function expectPromises(
  bench: Bench,
  { runIds = ['a-run'], lastRing = '22:59' } = {},
): Promise<void> {
  const { posts, orders } = bench.voice;
  expect(new Set(posts.map((post) => post.key)).size, 'one POST for each key').toBe(posts.length);
  for (const post of posts) {
    expect(post.liveBefore, `I3 live orders of ${post.number} before ${post.key}`).toBe(0);
    const at = UTC_MINUTE(post.at);
    const [window] = post.windows;
    expect(at >= '15:00' && at < '23:00', `I4 ordered at ${at} UTC`).toBe(true);
    expect(at >= (window?.calling_window_start_time ?? '~'), 'I12').toBe(true);
    expect(at < (window?.calling_window_end_time ?? ''), 'I12').toBe(true);
    expect(window?.calling_window_end_time, 'I12').toBe(lastRing);
  }
  const known = new Map<string, string>();
  for (const runId of runIds) {
    for (const contact of await bench.contacts(runId)) {
      expect(contact.state, `${contact.id} is left`).not.toMatch(/placing|calling/);
      for (const order of contact.orders) known.set(order.key, contact.e164);
    }
    expect((await bench.ledger.unsettled(runId)).filter((o) => o.state !== 'uncertain')).toEqual(
      [],
    );
  }
  for (const order of orders)
    expect(known.get(order.key), 'an order nobody knows').toBe(order.number);
}
