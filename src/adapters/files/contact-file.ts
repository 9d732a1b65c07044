import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline, type Readable, type Transform } from 'node:stream';
import iconv from 'iconv-lite';
import type { FileRow } from '../../domain/contact/problem.ts';
import { ContactFileError, fromSystem } from './contact-error.ts';
import { csvFailure, encodingFailure, refuseBinary, readHeaders } from './contact-refusal.ts';
import { csvReader, type CsvShape } from './csv.ts';
import { guessDelimiter, type Delimiter } from './text-delimiter.ts';
import { decoder } from './text-decoder.ts';
import { byteOrderMark, ByteCensus, type TextEncoding } from './text-encoding.ts';

/** How much of the beginning decides about the delimiter. */
const SAMPLE_BYTES = 256 * 1024;

export interface ContactFile {
  readonly headers: string[];
  readonly delimiter: Delimiter;
  readonly encoding: TextEncoding;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** Every row under the header, from the start each time it is called. */
  rows(): AsyncIterable<FileRow>;
}

interface TextFacts {
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly skipBytes: number;
  readonly shape: CsvShape;
  /** Size and time of change, by which a later pass notices that the file is another one. */
  readonly stamp: string;
}

/**
 * Reads a contact file in two passes, neither of which holds more than a chunk of it: the first looks at
 * every byte for the hash and the encoding, the second gives the rows.
 */
export async function openContactFile(path: string): Promise<ContactFile> {
  const { facts, hash } = await inspect(path);
  const first: FileRow[] = [];
  for await (const row of recordsOf(facts)) if (first.push(row) === 2) break;
  const headers = readHeaders(path, first);
  return {
    headers,
    delimiter: facts.shape.delimiter,
    encoding: facts.encoding,
    hash,
    rows: () => rowsOf(facts),
  };
}

/** Every record of a file, the header among them where there is one: for lists that may do without. */
export async function openRecords(path: string): Promise<AsyncIterable<FileRow>> {
  const { facts } = await inspect(path);
  return recordsOf(facts);
}

async function inspect(path: string): Promise<{ facts: TextFacts; hash: string }> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw fromSystem(path, error);
  });
  try {
    const stamp = await stampOf(path, handle);
    const head = await readHead(handle);
    if (head.length === 0)
      throw new ContactFileError('empty', {
        message: `"${path}" is empty.`,
        hint: 'It needs a header line and one line for each person.',
      });
    refuseBinary(path, head);
    const bom = byteOrderMark(head);
    const census = new ByteCensus(bom);
    const sha = createHash('sha256');
    for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
      if (!(chunk instanceof Uint8Array)) continue;
      sha.update(chunk);
      census.add(chunk);
    }
    const verdict = census.verdict();
    if (verdict.kind !== 'text') throw encodingFailure(path, verdict);
    const { encoding } = verdict;
    const sample = iconv.decode(head, encoding);
    const guess = guessDelimiter(sample, head.length < SAMPLE_BYTES);
    const skipBytes = bom?.bytes ?? 0;
    const facts = { path, encoding, skipBytes, shape: guess, stamp };
    return { facts, hash: sha.digest('hex') };
  } catch (error) {
    throw error instanceof ContactFileError ? error : fromSystem(path, error);
  } finally {
    await handle.close();
  }
}

async function stampOf(path: string, handle: FileHandle): Promise<string> {
  const stat = await handle.stat({ bigint: true });
  if (stat.isDirectory()) throw fromSystem(path, Object.assign(new Error(), { code: 'EISDIR' }));
  if (!stat.isFile())
    throw new ContactFileError('not_a_file', {
      message: `"${path}" is not a file but a pipe or a device.`,
      hint: 'The file is read more than once: save it to a disk first.',
    });
  return `${stat.size}/${stat.mtimeNs}`;
}

async function readHead(handle: FileHandle): Promise<Uint8Array> {
  const head = new Uint8Array(SAMPLE_BYTES);
  let filled = 0;
  while (filled < head.length) {
    const { bytesRead } = await handle.read(head, filled, head.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return head.subarray(0, filled);
}

async function* rowsOf(facts: TextFacts): AsyncGenerator<FileRow> {
  let header = true;
  for await (const row of recordsOf(facts)) {
    if (!header) yield row;
    header = false;
  }
}

async function* recordsOf(facts: TextFacts): AsyncGenerator<FileRow> {
  const { path } = facts;
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw fromSystem(path, error);
  });
  const reader = csvReader(facts.shape);
  try {
    if ((await stampOf(path, handle)) !== facts.stamp)
      throw new ContactFileError('changed', {
        message: `"${path}" was changed while it was being read.`,
        hint: 'Wait until it is saved, then run the command again.',
      });
    const bytes = handle.createReadStream({ start: facts.skipBytes, autoClose: false });
    yield* decoded(bytes, facts.encoding, reader.parser) as AsyncIterable<FileRow>;
  } catch (error) {
    const fault = reader.explain(error);
    if (fault !== null) throw csvFailure(path, fault);
    throw error instanceof ContactFileError ? error : fromSystem(path, error);
  } finally {
    reader.parser.destroy();
    await handle.close();
  }
}

/** UTF-8 goes through as it is; the parser works on UTF-8 bytes. An error of any stage ends all of them. */
function decoded(bytes: Readable, encoding: TextEncoding, parser: Transform): Transform {
  const done = (): void => undefined;
  if (encoding === 'utf-8') return pipeline(bytes, parser, done);
  return pipeline(bytes, decoder(encoding), parser, done);
}
