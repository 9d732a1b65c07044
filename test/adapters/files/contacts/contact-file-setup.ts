import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContactFileError } from '../../../../src/adapters/files/contacts/contact-error.ts';
import {
  openContactFile,
  type ContactFile,
} from '../../../../src/adapters/files/contacts/contact-file.ts';
import type { FileRow } from '../../../../src/domain/contact/problem.ts';

/** A folder of its own for the files of one test file. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'contact-file-'));
  #count = 0;

  write(content: string | Uint8Array): string {
    this.#count += 1;
    const path = join(this.path, `contacts-${this.#count}.csv`);
    writeFileSync(path, content);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface WholeFile extends ContactFile {
  readonly all: FileRow[];
}

export async function readAll(path: string): Promise<WholeFile> {
  const file = await openContactFile(path);
  const all: FileRow[] = [];
  for await (const row of file.rows()) all.push(row);
  return { ...file, all };
}

/** The failure that reading the file ends with. */
export async function failureOf(path: string): Promise<ContactFileError> {
  try {
    await readAll(path);
  } catch (error) {
    if (error instanceof ContactFileError) return error;
    throw error;
  }
  throw new Error(`${path} was read without a failure`);
}

export const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part],
    ),
  );
