import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { realClock } from '../../adapters/clock/real-clock.ts';
import { VirtualClock } from '../../adapters/clock/virtual-clock.ts';
import {
  campaignTexts,
  campaignTree,
  findCampaignFile,
  loadCampaignFile,
  loadTree,
  readCampaignText,
} from '../../adapters/files/campaign-file.ts';
import { openContactFile, openRecords } from '../../adapters/files/contacts/contact-file.ts';
import { resultsStream, type ResultsTarget } from '../../adapters/files/results/results-file.ts';
import { reserveTarget } from '../../adapters/files/results/results-out.ts';
import { loadReference, ZonesFileError, type Reference } from '../../adapters/reference/load.ts';
import { LEAST_FREE_BYTES, placeOf } from '../../adapters/files/place.ts';
import { openForecastLedger } from '../../adapters/sqlite/ledger/forecast-ledger.ts';
import {
  barredNumbers,
  barredTailsOf,
  reachedNumbers,
} from '../../adapters/sqlite/ledger/live-ledger.ts';
import { copyLedger } from '../../adapters/sqlite/ledger/backup.ts';
import { examineLedger } from '../../adapters/sqlite/ledger/health.ts';
import { examineDriver } from '../../adapters/sqlite/load-driver.ts';
import { isLocked, RunLock } from '../../adapters/sqlite/ledger/lock.ts';
import { remembering } from '../../adapters/sqlite/ledger/remembering.ts';
import { openSandboxStore } from '../../adapters/sqlite/sandbox-store.ts';
import { LedgerError, toLedgerError } from '../../adapters/sqlite/ledger-error.ts';
import {
  openExistingLedger,
  openLedger,
  openLedgerToWork,
} from '../../adapters/sqlite/ledger/sqlite-ledger.ts';
import { HttpVoiceApi, type OnDate } from '../../adapters/revox/http.ts';
import { InProcessVoiceApi } from '../../adapters/revox/in-process.ts';
import { readKey } from '../../adapters/revox/access/key.ts';
import { HookServer, hookPath, type Expected } from '../../adapters/revox/hook-server.ts';
import { EMBEDDED, VOICE_API } from '../../adapters/revox/profile.ts';
import { readNumber } from '../../domain/phone/number/number.ts';
import { locate, WAY_OF_LOCATING } from '../../domain/phone/place/place.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { ContactSource } from '../../ports/contact-source.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Hints } from '../../ports/hints.ts';
import type { VoiceAccount, VoiceApi } from '../../ports/voice-api.ts';
import { Sandbox } from '../../sandbox/engine/engine.ts';
import { listen } from '../../sandbox/http/http.ts';
import { MemoryStore } from '../../sandbox/store/memory-store.ts';
import { serve, type ServerChoice, type Serving } from '../../sandbox/http/server.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { sandboxPath } from '../input/paths.ts';
import type { OpenLedger } from './looking.ts';

/** Makes the adapters. `looking.ts` has the few that a command needs to look at a ledger, so that it loads no more. */

export {
  campaignTexts,
  campaignTree,
  findCampaignFile,
  LedgerError,
  loadCampaignFile,
  loadTree,
  readCampaignText,
  realClock,
};
export { ResultsFileError, resultsTarget } from '../../adapters/files/results/results-file.ts';
export { ContactFileError } from '../../adapters/files/contacts/contact-error.ts';
export {
  loadReference,
  openLedger,
  openLedgerToWork,
  openExistingLedger,
  openRecords,
  remembering,
  ZonesFileError,
  type Reference,
};
export {
  barredNumbers,
  barredTailsOf,
  reachedNumbers,
  copyLedger,
  examineDriver,
  examineLedger,
  isLocked,
  openForecastLedger,
  reserveTarget,
  placeOf,
  LEAST_FREE_BYTES,
};
export type { LedgerPlace } from '../../adapters/files/place.ts';
export type { LedgerHealth } from '../../adapters/sqlite/ledger/health.ts';
export { EXAMPLE_ORDER } from '../../sandbox/http/server.ts';
export { parseFault } from '../../sandbox/faults/fault-text.ts';
export { SEARCH_KINDS } from '../../sandbox/search/kinds.ts';
export { HookServer, hookPath, readKey };
export type { Expected };
export { readPeople } from '../../sandbox/people/people-file.ts';
export type { ServerChoice, Serving };

export async function openContacts(
  path: string,
  encoding: string | null = null,
): Promise<ContactSource> {
  const file = await openContactFile(path, encoding);
  return {
    ...file,
    path: resolve(file.path),
    name: basename(file.path),
    namedEncoding: encoding,
    rows: () => file.rows(),
  };
}

export const fingerprintOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** CSV for a program that reads it. */
export const stdoutTarget = (): ResultsTarget => resultsStream(process.stdout);

/** What a rehearsal runs against: the real client, over loopback, with the sandbox behind it. */
export interface RehearsalWorld {
  readonly clock: Clock;
  readonly api: VoiceApi;
  readonly hints: Hints;
  close(): Promise<void>;
}

/** The sandbox's own file belongs to the rehearsal's ledger: what is wrong with it is wrong with the ledger. */
function openBeside(path: string): ReturnType<typeof openSandboxStore> {
  try {
    return openSandboxStore(path);
  } catch (cause) {
    throw toLedgerError(path, cause);
  }
}

/** A bearer token that opens nothing: the sandbox takes any. */
const REHEARSAL_KEY = 'any-bearer-token-will-do';

export async function rehearsalWorld(
  ledger: string,
  from: { seed: number; at: number },
  reference: Reference,
): Promise<RehearsalWorld> {
  const store = openBeside(sandboxPath(ledger));
  const clock = new VirtualClock(Math.max(from.at, store.clockAt() ?? 0));
  const sandbox = new Sandbox({
    clock,
    store,
    rules: reference.rules,
    zoneOf: (e164) => zoneOfNumber(e164, reference),
    seed: from.seed,
    idPrefix: 'rehearsal-',
  });
  const face = await listen(sandbox, { port: 0, key: REHEARSAL_KEY });
  const api = new HttpVoiceApi({ baseUrl: face.url, key: REHEARSAL_KEY, clock, profile: EMBEDDED });
  sandbox.start();
  return {
    clock,
    api,
    hints: sandbox.turns,
    close: async () => {
      await sandbox.stop();
      await api.close();
      await face.close();
      store.close();
    },
  };
}

/** Later looks at an order come within minutes of its end; of older ones a forecast asks nothing. */
const KEPT_BY_FORECAST = 2_000;

/** What a forecast runs against: the sandbox without HTTP and without a file. */
export function forecastWorld(
  from: { seed: number; at: number },
  reference: Reference,
): RehearsalWorld {
  const clock = new VirtualClock(from.at);
  const sandbox = new Sandbox({
    clock,
    store: new MemoryStore(KEPT_BY_FORECAST),
    rules: reference.rules,
    zoneOf: (e164) => zoneOfNumber(e164, reference),
    seed: from.seed,
    idPrefix: 'forecast-',
  });
  sandbox.start();
  const api = new InProcessVoiceApi(sandbox);
  return { clock, api, hints: sandbox.turns, close: () => sandbox.stop() };
}

/** What a live session works with, and by what it reaches the provider. */
export interface LiveWorld {
  readonly clock: Clock;
  readonly api: VoiceApi & VoiceAccount;
  readonly hints: Hints;
  close(): Promise<void>;
}

const NO_HINTS: Hints = { complete: false, listen: () => () => undefined };

/** The real voice API on the real clock. */
export function liveWorld(baseUrl: string, key: string, onDate: OnDate): LiveWorld {
  const clock = realClock();
  const api = new HttpVoiceApi({ baseUrl, key, clock, profile: VOICE_API, onDate });
  return { clock, api, hints: NO_HINTS, close: () => api.close() };
}

/** In memory, so many orders that are over can still be asked for; the process then stays below 250 MB. */
const KEPT = 10_000;

/** The sandbox by itself, on the real clock. `db`: where its orders are kept; without it, in memory. */
export async function serveSandbox(
  choice: ServerChoice & { readonly db: string | null },
  reference: Reference,
  say: (line: string) => void,
): Promise<Serving> {
  const { db } = choice;
  const store = db === null ? openSandboxStore(':memory:', KEPT) : openSandboxStore(db);
  let lock: RunLock | null = null;
  try {
    // One process works on a file of orders: two would invent different ends for the same order.
    lock = db === null ? null : RunLock.take(`${db}.lock`);
    if (db !== null && lock === null) throw new Error('another sandbox works on it');
    const zoneOf = (e164: string): string | null => zoneOfNumber(e164, reference);
    const { rules } = reference;
    const serving = await serve({ ...choice, clock: realClock(), store, rules, zoneOf, say });
    const close = async (): Promise<void> => {
      await serving.close();
      store.close();
      lock?.release();
    };
    return { ...serving, close };
  } catch (cause) {
    store.close();
    lock?.release();
    throw cause;
  }
}

/** The first candidate zone of a number, as a provider would guess it that knows nothing else of the person. */
function zoneOfNumber(e164: string, { numbers, places, rules }: Reference): string | null {
  const reading = readNumber(e164, { defaultCountry: null, extract: false, tables: numbers });
  if (reading.kind !== 'ok') return null;
  const nothing = { timezone: null, postalCode: null, state: null, country: null };
  const place = locate(reading, nothing, { ...places, rules });
  return 'problem' in place ? null : (place.zones[0] ?? null);
}

/** What contacts are located with: data, and the campaign's word. Under another text they are located again. */
export function releasesOf({ releases }: Reference, { where }: Pick<Campaign, 'where'>): string {
  const parts = [`time zones ${releases.zones}`, `numbers ${releases.numbers}`];
  parts.push(`way of locating ${WAY_OF_LOCATING}`);
  if (where.location === 'intersect') parts.push('location intersect');
  if (where.nonGeographic !== null) parts.push(`non-geographic ${where.nonGeographic}`);
  return parts.join(', ');
}

const formerPath = (ledger: string): string => `${ledger}.former`;

function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** A rehearsal that is over or has changed makes room for the next one; its ledger is kept while that is fed. */
export function setAsideRehearsal(ledger: string): OpenLedger {
  remove(sandboxPath(ledger));
  remove(formerPath(ledger));
  renameSync(ledger, formerPath(ledger));
  remove(ledger);
  return openExistingLedger(formerPath(ledger), 'rehearsal');
}

export const removeFormer = (ledger: string): void => remove(formerPath(ledger));

/** Null: another process works on it. */
export const tryLock = (path: string): RunLock | null => RunLock.take(path);

export function takeLock(path: string, what: string, look: string): RunLock {
  const lock = RunLock.take(path);
  if (lock !== null) return lock;
  throw new Failure(EXIT.ledger, {
    message: `another process is working on ${what}`,
    hint: `wait until it has ended, or look at it with: ${look}`,
  });
}
