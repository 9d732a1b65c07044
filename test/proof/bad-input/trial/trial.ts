import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { VirtualClock } from '../../../../src/adapters/clock/virtual-clock.ts';
import { resultsStream } from '../../../../src/adapters/files/results/results-file.ts';
import { loadReference } from '../../../../src/adapters/reference/load.ts';
import {
  type SqliteLedger,
  openLedger,
} from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';
import { InProcessVoiceApi } from '../../../../src/adapters/revox/in-process.ts';
import { exportResults } from '../../../../src/app/views/export.ts';
import type { Fed } from '../../../../src/app/people/feed.ts';
import { RunSession } from '../../../../src/app/session/session.ts';
import type { End } from '../../../../src/app/session/end.ts';
import { readInput, type Input } from '../../../../src/cli/input/reading.ts';
import type { Terminal } from '../../../../src/cli/terminal/terminal.ts';
import type { RowRecord } from '../../../../src/domain/run/records.ts';
import type { Counts } from '../../../../src/ports/ledger/records.ts';
import type { VoiceApi } from '../../../../src/ports/voice-api.ts';
import { Sandbox } from '../../../../src/sandbox/engine/engine.ts';
import { MemoryStore } from '../../../../src/sandbox/store/memory-store.ts';
import { CAMPAIGNS, type Campaigns } from './sheet.ts';

/** What one file came to, from its bytes to its results. */
export interface Tried {
  readonly input: Input;
  readonly fed: Fed;
  readonly end: End;
  readonly rows: readonly RowRecord[];
  readonly counts: Counts;
  /** Numbers in the bodies of orders, as they would have been on the wire. */
  readonly ordered: readonly string[];
  readonly events: readonly string[];
  /** The results as CSV and as JSONL. */
  readonly csv: string;
  readonly jsonl: string;
  /** The results, fed back to the same run: how many orders that made. */
  readonly orderedAgain: number;
}

const NOW = Date.UTC(2026, 11, 1, 15, 0);
const RUN = 'bad-input';
const REFERENCE = loadReference();

export const reference = (): typeof REFERENCE => REFERENCE;
export const now = (): number => NOW;

/** A folder with the campaign files, in which one contact file after the other is tried. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'campaign-bad-input-'));

  constructor() {
    for (const [name, text] of Object.entries(CAMPAIGNS))
      writeFileSync(this.path(`${name}.yaml`), text);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Opens a file the way every command does. */
  async read(name: string, campaign: Campaigns): Promise<Input> {
    const terminal = { cwd: this.folder, say: (): void => undefined } as unknown as Terminal;
    return await readInput(name, `${campaign}.yaml`, { reference: REFERENCE, terminal });
  }

  /** Reads, calls everybody at a provider in this process, exports, and feeds the results back. */
  async try(name: string, campaign: Campaigns): Promise<Tried> {
    const input = await this.read(name, campaign);
    const ledger = openLedger(':memory:', 'rehearsal');
    const world = new Provider();
    try {
      const { fed, end } = await world.session(ledger, input);
      const rows: RowRecord[] = [];
      for await (const row of ledger.rows(RUN)) rows.push(row);
      const counts = await ledger.counts(RUN);
      const csv = `\ufeff${await exported({ ledger, input }, 'csv')}`;
      const jsonl = await exported({ ledger, input }, 'jsonl');
      writeFileSync(this.path('results.csv'), csv);
      const ordered = [...world.ordered];
      const again = rows.length === 0 ? input : await this.read('results.csv', campaign);
      await world.session(ledger, again);
      const orderedAgain = world.ordered.length - ordered.length;
      const { events } = world;
      return { input, fed, end, rows, counts, ordered, events, csv, jsonl, orderedAgain };
    } finally {
      await world.close();
      ledger.close();
    }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** As a file would have it, without waiting for the disk four times. */
async function exported(
  { ledger, input }: { ledger: SqliteLedger; input: Input },
  format: 'csv' | 'jsonl',
): Promise<string> {
  const stream = new PassThrough();
  const whole = text(stream);
  const { campaign } = input;
  const request = { ledger, runId: RUN, campaign, rules: REFERENCE.rules, attempts: false };
  await exportResults({ ...request, ...resultsStream(stream, format) });
  stream.end();
  return await whole;
}

/** The sandbox's engine on a virtual clock, and the bodies of the orders that reached it. */
class Provider {
  readonly ordered: string[] = [];
  readonly events: string[] = [];
  readonly #clock = new VirtualClock(NOW);
  readonly #sandbox = new Sandbox({
    clock: this.#clock,
    store: new MemoryStore(10_000),
    rules: REFERENCE.rules,
    zoneOf: () => 'America/New_York',
    seed: 1,
    idPrefix: 'rehearsal-',
  });
  readonly #api: VoiceApi;

  constructor() {
    this.#sandbox.start();
    this.#api = new InProcessVoiceApi({
      place: (body) => {
        // As a wire would have it: what JSON cannot say is not said.
        const sent = JSON.parse(JSON.stringify(body)) as { phone_number: string };
        this.ordered.push(sent.phone_number);
        return this.#sandbox.place(sent);
      },
      get: (id) => this.#sandbox.get(id),
      cancel: (id) => this.#sandbox.cancel(id),
      search: (body) => this.#sandbox.search(body),
    });
  }

  async session(ledger: SqliteLedger, input: Input): Promise<{ fed: Fed; end: End }> {
    const clock = this.#clock;
    if ((await ledger.findRun(RUN)) === null) {
      const run = { id: RUN, name: RUN, label: null, releases: 'test', fingerprint: null };
      await ledger.createRun({ ...run, seed: null, now: clock.now() });
    }
    const session = await ledger.beginSession(RUN, clock.now());
    const { campaign, source, columns } = input;
    const { version } = await ledger.saveDefinition(session, input.text, clock.now());
    const running = new RunSession({
      ledger,
      session,
      api: this.#api,
      clock,
      hints: this.#sandbox.turns,
      report: { tell: (event) => this.events.push(JSON.stringify(event)) },
      campaign,
      definition: version,
      reference: REFERENCE,
      releases: 'test',
    });
    const fed = await running.feed(source, columns);
    return { fed, end: await running.run() };
  }

  async close(): Promise<void> {
    await this.#sandbox.stop();
  }
}
