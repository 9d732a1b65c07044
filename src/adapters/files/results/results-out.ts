import { lstat, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { codeOf, ResultsFileError, unwritable } from './results-error.ts';

/** Where the bytes of the results go. Each write is awaited, so that no more than one of them is in memory. */
export interface Out {
  write(bytes: string | Uint8Array): Promise<void>;
  commit(): Promise<void>;
  abandon(): Promise<void>;
}

/** People's numbers are in it: only its owner may read it. */
const PRIVATE = 0o600;
const MAX_NAME_PART = 60;
const MAX_LEFTOVERS = 100;

/** Refuses a target at the start, before an hour of work is spent on it. */
export async function refuseTarget(path: string, force: boolean): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw unwritable(path, error);
  });
  if (found === null) return;
  if (found.isDirectory())
    throw new ResultsFileError('directory', {
      message: `"${path}" is a folder.`,
      hint: `Name the file in it: ${join(path, 'results.csv')}`,
    });
  if (!found.isFile())
    throw new ResultsFileError('unwritable', {
      message: `"${path}" is ${found.isSymbolicLink() ? 'a link to another place' : 'no ordinary file'}.`,
      hint: 'Name the file itself, or -o - to write CSV to the standard output.',
    });
  if (!force) throw exists(path);
}

const exists = (path: string): ResultsFileError =>
  new ResultsFileError('exists', {
    message: `"${path}" exists already.`,
    hint: 'Name another file, or add --force to replace it.',
  });

/** A file under a temporary name, which takes the target's name once it is complete and on the disk. */
interface Reserved {
  readonly temporary: string;
  readonly handle: FileHandle;
  commit(): Promise<void>;
  abandon(): Promise<void>;
}

/** Made beside the target, private from its first byte on. */
export async function reserveTarget(path: string, force: boolean): Promise<Reserved> {
  await refuseTarget(path, force);
  const { handle, temporary } = await openBeside(path);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    temporary,
    handle,
    commit: async () => {
      try {
        await handle.sync();
        await close();
        await takeName({ path, temporary, force });
      } catch (error) {
        throw unwritable(path, error);
      }
    },
    abandon: async () => {
      await close();
      await rm(temporary, { force: true });
    },
  };
}

/** The same as an output, whose bytes come from here. */
export async function openTarget(path: string, force: boolean): Promise<Out> {
  const { handle, commit, abandon } = await reserveTarget(path, force);
  return {
    write: async (bytes) => {
      await handle.writeFile(bytes).catch((error: unknown) => {
        throw unwritable(path, error);
      });
    },
    commit,
    abandon,
  };
}

/** A process that was killed leaves its temporary file, so the name may be taken. */
async function openBeside(path: string): Promise<{ handle: FileHandle; temporary: string }> {
  const start = `.${basename(path).slice(0, MAX_NAME_PART)}.${process.pid}`;
  for (let nth = 1; ; nth += 1) {
    const temporary = join(dirname(path), `${start}.${nth}.partial`);
    try {
      return { handle: await open(temporary, 'wx', PRIVATE), temporary };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || nth === MAX_LEFTOVERS) throw unwritable(path, error);
    }
  }
}

/**
 * Without `force` the name is taken by creating it, which fails if it exists: a file that came into being
 * since the start is not overwritten either. A hard link would do in one step what not every disk can.
 */
async function takeName(of: { path: string; temporary: string; force: boolean }): Promise<void> {
  const { path, temporary, force } = of;
  if (force) await refuseTarget(path, force);
  else {
    const reserved = await open(path, 'wx', PRIVATE).catch((error: unknown) => {
      throw codeOf(error) === 'EEXIST' ? exists(path) : error;
    });
    await reserved.close();
  }
  try {
    await rename(temporary, path);
  } catch (error) {
    if (!force) await rm(path, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the new name survive a power cut, where the system lets a folder be opened (Windows does not). */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EISDIR', 'EBADF', 'ENOTSUP'].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** A stream that is already open, such as the standard output. What was written cannot be taken back. */
export function streamOut(stream: Writable): Out {
  // Failures come back from the write itself; without a listener the event would end the process as well.
  const ignore = (): void => undefined;
  stream.on('error', ignore);
  const release = (): Promise<void> => {
    stream.off('error', ignore);
    return Promise.resolve();
  };
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        // A stream that is destroyed forgets the write that it is at.
        const gone = (): void => reject(new Error('the output was closed'));
        stream.once('close', gone);
        stream.write(bytes, (error) => {
          stream.off('close', gone);
          if (error == null) resolve();
          else reject(error);
        });
      }),
    commit: release,
    abandon: release,
  };
}
