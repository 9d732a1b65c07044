import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { ContactFileError, fromSystem } from './contact-error.ts';

/** How much of the beginning of a file tells what it is, and by what its cells are divided. */
export const SAMPLE_BYTES = 256 * 1024;

/** A pipe that nobody writes to would keep the program waiting; Windows does not have this. */
const NOT_WAITING = constants.O_NONBLOCK ?? 0;

/** Opens a file for as long as it is used. What the operating system refuses is said in words. */
export async function withFile<T>(
  path: string,
  use: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await openToRead(path);
  try {
    return await use(handle);
  } catch (error) {
    throw error instanceof ContactFileError ? error : fromSystem(path, error);
  } finally {
    await handle.close();
  }
}

export async function openToRead(path: string): Promise<FileHandle> {
  return await open(path, constants.O_RDONLY | NOT_WAITING).catch((error: unknown) => {
    throw fromSystem(path, error);
  });
}

/** Size and time of change, by which a later reading notices that the file is another one. */
export async function stampOf(path: string, handle: FileHandle): Promise<string> {
  const stat = await handle.stat({ bigint: true });
  if (stat.isDirectory()) throw fromSystem(path, Object.assign(new Error(), { code: 'EISDIR' }));
  if (!stat.isFile())
    throw new ContactFileError('not_a_file', {
      message: `"${path}" is not a file but a pipe or a device.`,
      hint: 'The file is read more than once: save it to a disk first.',
    });
  return `${stat.size}/${stat.mtimeNs}`;
}

/** Refuses a file that is no longer the one that was looked at. */
export async function assertUnchanged(
  path: string,
  handle: FileHandle,
  stamp: string,
): Promise<void> {
  if ((await stampOf(path, handle)) === stamp) return;
  throw new ContactFileError('changed', {
    message: `"${path}" was changed while it was being read.`,
    hint: 'Wait until it is saved, then run the command again.',
  });
}

export async function readHead(handle: FileHandle): Promise<Uint8Array> {
  const head = new Uint8Array(SAMPLE_BYTES);
  let filled = 0;
  while (filled < head.length) {
    const { bytesRead } = await handle.read(head, filled, head.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return head.subarray(0, filled);
}

/** Every byte of the file, in order. */
export async function eachChunk(
  handle: FileHandle,
  use: (chunk: Uint8Array) => void,
): Promise<void> {
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false }))
    if (chunk instanceof Uint8Array) use(chunk);
}
