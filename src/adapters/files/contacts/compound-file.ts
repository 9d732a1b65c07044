import type { FileHandle } from 'node:fs/promises';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0];

/** A container of Microsoft's before ZIP; Excel still puts workbooks with a password into one. */
export const isCompound = (head: Uint8Array): boolean =>
  MAGIC.every((byte, at) => head[at] === byte);

export const PROTECTED = 'a workbook protected with a password';
const OLD = 'an old Excel workbook (.xls)';

/** Room for 32 names of the directory. */
const DIRECTORY_BYTES = 4096;

/** What is in the container, by the names at the beginning of its directory (MS-CFB 2.2 and 2.6). */
export async function compoundKind(handle: FileHandle): Promise<string> {
  const header = new DataView(new ArrayBuffer(512));
  await handle.read(header, 0, header.byteLength, 0);
  const sectorSize = 2 ** Math.min(header.getUint16(30, true), 12);
  const directory = new Uint8Array(DIRECTORY_BYTES);
  const at = (header.getUint32(48, true) + 1) * sectorSize;
  const { bytesRead } = await handle.read(directory, 0, directory.length, at);
  const names = new TextDecoder('utf-16le').decode(directory.subarray(0, bytesRead));
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return PROTECTED;
  return names.includes('WordDocument') ? 'a Word document' : OLD;
}
