import { statSync } from 'node:fs';
import { freeBytesAt, LEAST_FREE_BYTES } from '../../files/place.ts';
import type { Db } from '../open.ts';

/** The ledger's own file and the log beside it, as they were when it was opened. */
interface Files {
  readonly path: string;
  readonly file: string | null;
  readonly log: string | null;
}

/** Why no order may be made; null: it may. */
export const unfitness = (db: Db, { path, file, log }: Files): string | null =>
  elsewhere(path, file) ?? withoutLog(path, db, log) ?? lackOfRoom(path);

/** Brings what the log holds into the ledger itself. False: another command reads an older state of it. */
export function intoOwnFile(db: Db): boolean {
  const [done] = db.pragma('wal_checkpoint(full)') as { busy: number }[];
  return done?.busy === 0;
}

/** Which file a path leads to; null: none, or none on a disk. */
export function fileAt(path: string): string | null {
  const found = path === ':memory:' ? undefined : statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

/** What is written to a file that was moved, or that another one has replaced, the next session would not find. */
function elsewhere(path: string, file: string | null): string | null {
  if (fileAt(path) === file) return null;
  return 'the ledger was moved or replaced while this session worked on it; put it back where it was, then run the same command again';
}

const LOG_LOST =
  'the ledger’s log (the file that ends in -wal) was removed or replaced while this session worked on it; what it held was written into the ledger. Leave that file alone, then run the same command again';

/** SQLite goes on writing to a log that nobody finds any more; what it holds is brought into the ledger itself. */
function withoutLog(path: string, db: Db, log: string | null): string | null {
  if (fileAt(`${path}-wal`) === log) return null;
  intoOwnFile(db);
  return LOG_LOST;
}

function lackOfRoom(path: string): string | null {
  if (path === ':memory:') return null;
  const free = freeBytesAt(path);
  if (free === null || free >= LEAST_FREE_BYTES) return null;
  const mib = Math.floor(free / 1024 / 1024);
  return `only ${mib} MiB are free on the ledger’s disk; make room, then run the same command again`;
}
