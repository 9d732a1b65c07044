import type { FileHandle } from 'node:fs/promises';
import { pipeline, type Readable, type Transform } from 'node:stream';
import iconv from 'iconv-lite';
import type { FileRow } from '../../domain/contact/problem.ts';
import { ContactFileError, fromSystem } from './contact-error.ts';
import { csvFailure, encodingFailure } from './contact-refusal.ts';
import { csvReader, type CsvShape } from './csv.ts';
import { assertUnchanged, eachChunk, openToRead, SAMPLE_BYTES } from './opened-file.ts';
import { guessDelimiter } from './text-delimiter.ts';
import { decoder } from './text-decoder.ts';
import { byteOrderMark, ByteCensus, type TextEncoding } from './text-encoding.ts';

/** What is known of a CSV file once each of its bytes has been looked at. */
export interface TextFacts {
  readonly encoding: TextEncoding;
  readonly skipBytes: number;
  readonly shape: CsvShape;
}

/** Looks at every byte, since the first foreign one may be the last. `onChunk` sees them as well. */
export async function inspectText(
  path: string,
  file: { readonly handle: FileHandle; readonly head: Uint8Array },
  onChunk: (chunk: Uint8Array) => void,
): Promise<TextFacts> {
  const { handle, head } = file;
  const bom = byteOrderMark(head);
  const census = new ByteCensus(bom);
  await eachChunk(handle, (chunk) => {
    onChunk(chunk);
    census.add(chunk);
  });
  const verdict = census.verdict();
  if (verdict.kind !== 'text') throw encodingFailure(path, verdict);
  const { encoding } = verdict;
  const shape = guessDelimiter(iconv.decode(head, encoding), head.length < SAMPLE_BYTES);
  return { encoding, skipBytes: bom?.bytes ?? 0, shape };
}

/** The records of a CSV file, from the first each time; no more than a chunk of it is held. */
export async function* textRecords(
  path: string,
  facts: TextFacts,
  stamp: string,
): AsyncGenerator<FileRow> {
  const handle = await openToRead(path);
  const reader = csvReader(facts.shape);
  try {
    await assertUnchanged(path, handle, stamp);
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
