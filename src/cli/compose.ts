import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { realClock } from '../adapters/clock/real-clock.ts';
import { VirtualClock } from '../adapters/clock/virtual-clock.ts';
import {
  findCampaignFile,
  loadCampaignFile,
  readCampaignText,
} from '../adapters/files/campaign-file.ts';
import { openContactFile } from '../adapters/files/contact-file.ts';
import { resultsStream, type ResultsTarget } from '../adapters/files/results-file.ts';
import { loadReference, type Reference } from '../adapters/reference/load.ts';
import { RunLock } from '../adapters/sqlite/lock.ts';
import { openSandboxStore } from '../adapters/sqlite/sandbox-store.ts';
import { LedgerError, toLedgerError } from '../adapters/sqlite/ledger-error.ts';
import { openExistingLedger, openLedger } from '../adapters/sqlite/sqlite-ledger.ts';
import { HttpVoiceApi } from '../adapters/voice-api/http.ts';
import { readNumber } from '../domain/phone/number.ts';
import { locate } from '../domain/phone/place.ts';
import type { ContactSource } from '../ports/contact-source.ts';
import type { Clock } from '../ports/clock.ts';
import type { Hints } from '../ports/hints.ts';
import type { VoiceApi } from '../ports/voice-api.ts';
import { Sandbox } from '../sandbox/engine.ts';
import { listen } from '../sandbox/http.ts';
import { EXIT, Failure } from './failure.ts';
import { sandboxPath } from './paths.ts';

/** The only file that makes adapters; the commands get what they need from here. */

export { findCampaignFile, LedgerError, loadCampaignFile, readCampaignText, realClock };
export { ResultsFileError, resultsTarget } from '../adapters/files/results-file.ts';
export { ContactFileError } from '../adapters/files/contact-error.ts';
export { loadReference, openLedger, openExistingLedger, type Reference };

export async function openContacts(path: string): Promise<ContactSource> {
  const file = await openContactFile(path);
  return { ...file, path: resolve(path), name: basename(path), rows: () => file.rows() };
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
  // The sandbox commits before it answers and its search sees every commit: nothing has to settle.
  const profile = { settleMs: 0 };
  const api = new HttpVoiceApi({ baseUrl: face.url, key: REHEARSAL_KEY, clock, profile });
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

/** The first candidate zone of a number, as a provider would guess it that knows nothing else of the person. */
function zoneOfNumber(e164: string, { numbers, places, rules }: Reference): string | null {
  const reading = readNumber(e164, { defaultCountry: null, extract: false, tables: numbers });
  if (reading.kind !== 'ok') return null;
  const nothing = { timezone: null, postalCode: null, state: null, country: null };
  const place = locate(reading, nothing, { ...places, rules });
  return 'problem' in place ? null : (place.zones[0] ?? null);
}

/** The data that contacts are located with; under another text they are located again. */
export const releasesOf = ({ releases }: Reference): string =>
  `time zones ${releases.zones}, numbers ${releases.numbers}`;

/** A rehearsal that is over or has changed makes room for the next one. */
export function removeRehearsal(ledger: string): void {
  for (const path of [ledger, sandboxPath(ledger)]) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  }
}

export function takeLock(path: string, what: string): RunLock {
  const lock = RunLock.take(path);
  if (lock !== null) return lock;
  throw new Failure(EXIT.ledger, {
    message: `another process is working on ${what}`,
    hint: 'wait until it has ended, or look at it with: campaign status',
  });
}
