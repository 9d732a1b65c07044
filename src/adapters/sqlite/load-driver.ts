import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { PACKAGE_FOLDER } from '../files/package-folder.ts';
import { DriverError, toDriverError } from './driver-error.ts';

/** The constructor that both versions of better-sqlite3 export. */
export type Driver = typeof Database;

/**
 * better-sqlite3 13 brings its binaries, and crashes Node 20; better-sqlite3 12, under the other name, is
 * compiled when it is installed, and makes Node 24 abort. So neither may be loaded under the other's Node.
 */
type DriverName = 'better-sqlite3' | 'better-sqlite3-node20';

export function driverNameFor(nodeVersion: string): DriverName {
  const major = Number(nodeVersion.split('.')[0]);
  return major >= 22 ? 'better-sqlite3' : 'better-sqlite3-node20';
}

interface DriverFacts {
  /** The package and its version. */
  readonly driver: string;
  readonly sqlite: string;
}

const require = createRequire(import.meta.url);
const NAME = driverNameFor(process.versions.node);
const REQUEST = {
  name: NAME,
  node: process.versions.node,
  platform: `${process.platform}-${process.arch}`,
  program: resolve(fileURLToPath(PACKAGE_FOLDER)),
};

let loaded: { readonly driver: Driver; readonly facts: DriverFacts } | null = null;

/** Loaded when the first database is opened, and tried: a binary that is missing shows only then. */
function load(): NonNullable<typeof loaded> {
  if (loaded !== null) return loaded;
  try {
    const driver = require(NAME) as Driver;
    const db = new driver(':memory:');
    const sqlite = String(db.prepare('select sqlite_version()').pluck().get());
    db.close();
    const { version } = require(`${NAME}/package.json`) as { version: string };
    loaded = { driver, facts: { driver: `${NAME} ${version}`, sqlite } };
    return loaded;
  } catch (cause) {
    throw toDriverError(cause, REQUEST);
  }
}

export const loadDriver = (): Driver => load().driver;

/** For `doctor`: which driver this Node uses, or what is wrong with it. */
export function examineDriver(): DriverFacts | DriverError {
  try {
    return load().facts;
  } catch (cause) {
    if (cause instanceof DriverError) return cause;
    throw cause;
  }
}
