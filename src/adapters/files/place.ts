import { accessSync, constants, existsSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Where a ledger lies: what about the place could harm it. */
export interface LedgerPlace {
  readonly folder: string;
  /** Null: the system does not say. */
  readonly freeBytes: number | null;
  /** A name such as NFS, when other computers may write to it as well. */
  readonly network: string | null;
  /** A file system run by another program: whether it keeps locks is its affair. */
  readonly userspace: boolean;
  /** The part of the path that a synchronising program owns. */
  readonly cloud: string | null;
  readonly writable: boolean;
  /** Files that others may read, with their modes; always empty where there are no modes. */
  readonly open: readonly { readonly file: string; readonly mode: string }[];
}

/** The `f_type` of Linux's statfs. */
const NETWORK: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0xfe534d42: 'SMB',
  0xff534d42: 'CIFS',
  0x517b: 'SMB',
  0x00c36400: 'Ceph',
  0x5346414f: 'AFS',
  0x47504653: 'GPFS',
  0x0bd00bd0: 'Lustre',
  0x01021997: '9p',
};
const FUSE = 0x65735546;

/** Folders whose files are copied to other computers while they are written: a torn database, sooner or later. */
const CLOUD =
  /^(dropbox( \(.*\))?|onedrive( ?- ?.*)?|icloud ?drive|com~apple~clouddocs|mobile documents|google ?drive|googledrive-.*|my drive|nextcloud|owncloud|pcloud ?drive|box( sync)?|syncthing|sync)$/i;

/** Below this a full disk is near, and with it a result that cannot be written. */
export const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** Of the disk that a file is on, or is to be; null: the system does not say. */
export const freeBytesAt = (file: string): number | null =>
  diskOf(existing(dirname(file))).freeBytes;

export function placeOf(ledger: string, beside: readonly string[]): LedgerPlace {
  const folder = existing(dirname(ledger));
  const files = [ledger, ...beside].filter((file) => existsSync(file));
  const { freeBytes, type } = diskOf(folder);
  return {
    folder,
    freeBytes,
    network: type === null ? null : (NETWORK[type] ?? null),
    userspace: type === FUSE,
    cloud: cloudFolder(realpathSync(folder)),
    writable: isWritable(folder) && files.every(isWritable),
    open: process.platform === 'win32' ? [] : files.flatMap(openToOthers),
  };
}

/** The folder itself, or the nearest above it that is there. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

function diskOf(folder: string): { freeBytes: number | null; type: number | null } {
  try {
    const disk = statfsSync(folder);
    // The type is a 32-bit figure that some systems give with a sign.
    return { freeBytes: disk.bavail * disk.bsize, type: disk.type >>> 0 };
  } catch {
    return { freeBytes: null, type: null };
  }
}

/** Of a path, the first part that is the folder of a synchronising program. */
export const cloudFolder = (path: string): string | null =>
  path.split(/[\\/]/).find((part) => CLOUD.test(part)) ?? null;

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openToOthers(file: string): LedgerPlace['open'] {
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return [];
  return [{ file: basename(file), mode: mode.toString(8).padStart(4, '0') }];
}
