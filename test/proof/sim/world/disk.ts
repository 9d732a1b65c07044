import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../../../src/adapters/sqlite/open.ts';
import {
  type SqliteLedger,
  openLedgerDatabase,
  toLedger,
} from '../../../../src/adapters/sqlite/ledger/sqlite-ledger.ts';

let made = 0;
/** Memory where there is a folder of it: what is on the disk is decided here, not by a real one. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * The real ledger, opened by the product's own code, on a disk that can lose power. What the connection's
 * `synchronous` says decides what is on the disk: with FULL every commit, otherwise only what was there when
 * the session began, for nothing else makes SQLite wait for the disk.
 */
export class Disk {
  db: Db;
  ledger: SqliteLedger;
  #synced: Buffer | null = null;
  /** Orders of a ledger that an older copy has replaced: they were on the disk when they left. */
  readonly #replaced = new Set<string>();
  readonly #paths: string[] = [];
  readonly #reserves = new Map<string, string>();

  constructor() {
    this.db = openLedgerDatabase(':memory:', 'live');
    this.ledger = toLedger(':memory:', 'live', this.db);
    this.sync();
  }

  /** Every commit so far is on the disk: the ledger has been opened or closed. */
  sync(): void {
    this.#synced = this.#losesCommits() ? this.db.serialize() : null;
  }

  /** True when this order is on the disk, not only in the memory of the computer. */
  hasOrder(key: string): boolean {
    return this.#replaced.has(key) || this.#sent().includes(key);
  }

  /** Whether the ledger has this order in any state. */
  knows(key: string): boolean {
    return this.db.prepare('select 1 from call_order where key = ?').get(key) !== undefined;
  }

  keys(): string[] {
    return this.db.prepare<[], string>('select key from call_order').pluck().all();
  }

  #sent(): string[] {
    const sql = `select key from call_order where state in ('placing','uncertain')`;
    return this.db.prepare<[], string>(sql).pluck().all();
  }

  /** Until when an order might ring by what was sent with it; as long as it likes when it is lost. */
  fenceEnd(key: string): number {
    const sql = 'select rings_until from call_order where key = ?';
    return this.db.prepare<[string], number>(sql).pluck().get(key) ?? Infinity;
  }

  /** How much evidence there is: it only ever grows. */
  proofs(): number {
    return Number(this.db.prepare('select count(*) from evidence').pluck().get());
  }

  /** Numbers of those who were uncertain at any time. */
  everUncertain(): Set<string> {
    const sql = `select distinct c.e164 from change ch join contact c on c.seq = ch.contact_seq
      where ch.became = 'uncertain'`;
    return new Set(this.db.prepare<[], string>(sql).pluck().all());
  }

  /** Everything that no disk has is gone, and the ledger is opened again from what is left. */
  cutPower(): void {
    this.#reopen(this.#synced ?? this.db.serialize());
  }

  #reopen(left: Buffer): void {
    this.db.close();
    made += 1;
    const path = join(FOLDER, `campaign-sim-${process.pid}-${made}.db`);
    writeFileSync(path, new Uint8Array(left));
    this.#paths.push(path);
    this.db = openLedgerDatabase(path, 'live');
    // How much room is left on the real disk is no part of a seed.
    this.ledger = toLedger(':memory:', 'live', this.db);
    this.sync();
  }

  /** What somebody copies of it. */
  copy(): Buffer {
    return this.db.serialize();
  }

  /** An older copy takes its place. One that `campaign backup` has made says of itself that it is one. */
  putBack(copy: Buffer, saysSo: boolean): void {
    for (const key of this.#sent()) this.#replaced.add(key);
    this.#reopen(copy);
    if (saysSo) this.db.prepare('update ledger set copied_at = 1').run();
    this.sync();
  }

  /** Beside the ledger: what the provider has said while the ledger could not be written. */
  reservePath(runId: string): string {
    made += this.#reserves.has(runId) ? 0 : 1;
    const path =
      this.#reserves.get(runId) ?? `${FOLDER}/campaign-sim-${process.pid}-${made}.reserve`;
    this.#reserves.set(runId, path);
    return path;
  }

  close(): void {
    for (const path of this.#reserves.values()) rmSync(path, { force: true });
    this.db.close();
    for (const path of this.#paths) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    }
  }

  /** Two is FULL, as the product asks for. */
  #losesCommits(): boolean {
    return Number(this.db.pragma('synchronous', { simple: true })) < 2;
  }
}
