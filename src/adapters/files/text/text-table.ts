import type { FileHandle } from 'node:fs/promises';
import { pipeline, type Readable, type Transform } from 'node:stream';
import iconv from 'iconv-lite';
import type { FileRow } from '../../../domain/contact/problem.ts';
import { ContactFileError, fromSystem } from '../contacts/contact-error.ts';
import { csvFailure, encodingFailure, unknownEncoding } from '../contacts/contact-refusal.ts';
import { csvReader, type CsvShape } from './csv.ts';
import { assertUnchanged, eachChunk, openToRead, SAMPLE_BYTES } from '../contacts/opened-file.ts';
import { guessDelimiter } from './text-delimiter.ts';
import { decoder } from './text-decoder.ts';
import { strayMarker, withoutMarks } from './stray-bytes.ts';
import type { HowRead } from './text-doubts.ts';
import { byteOrderMark, ByteCensus, type EncodingVerdict } from './text-encoding.ts';

/** What is known of a CSV file once each of its bytes has been looked at. */
interface TextFacts {
  readonly encoding: string;
  readonly how: HowRead;
  /** It is UTF-8 with bytes in it that are not. */
  readonly strays: boolean;
  readonly skipBytes: number;
  readonly shape: CsvShape;
}

interface NamedText {
  /** It decides. */
  readonly named: string | null;
  /** It decides where the bytes are not Unicode. */
  readonly otherwise: string | null;
}

/** Looks at every byte, since the first foreign one may be the last. `onChunk` sees them as well. */
export async function inspectText(
  path: string,
  file: NamedText & { readonly handle: FileHandle; readonly head: Uint8Array },
  onChunk: (chunk: Uint8Array) => void,
): Promise<TextFacts> {
  const { handle, head } = file;
  const bom = byteOrderMark(head);
  for (const name of [file.named, file.otherwise])
    if (name !== null && !iconv.encodingExists(name)) throw unknownEncoding(path, name);
  const census = new ByteCensus(bom);
  await eachChunk(handle, (chunk) => {
    onChunk(chunk);
    census.add(chunk);
  });
  const verdict = census.verdict();
  const read = readAs(verdict, file);
  if (read === null) throw encodingFailure(path, verdict);
  const shape = guessDelimiter(iconv.decode(head, read.encoding), head.length < SAMPLE_BYTES);
  return { ...read, skipBytes: bom?.bytes ?? 0, shape };
}

type Read = Pick<TextFacts, 'encoding' | 'how' | 'strays'>;

const isUtf8 = (name: string): boolean => /^utf-?8$/i.test(name);
const isWide = (name: string): boolean => /^(?:utf|ucs)-?(?:16|32|2)/i.test(name);

/** Bytes that are Unicode, and a file that is cut off, are what they are. */
function fits(verdict: EncodingVerdict, otherwise: string): boolean {
  if (verdict.kind === 'nul') return isWide(otherwise);
  if (verdict.kind === 'text') return verdict.encoding === 'windows-1252';
  return verdict.kind === 'unknown';
}

/** Null: it is no text, or none that anybody can name by its bytes. A name that was given decides. */
function readAs(verdict: EncodingVerdict, { named, otherwise }: NamedText): Read | null {
  if (named === null && otherwise !== null && fits(verdict, otherwise))
    return readAs(verdict, { named: otherwise, otherwise: null });
  if (named !== null && !isUtf8(named)) return { encoding: named, how: 'named', strays: false };
  if (verdict.kind === 'mixed') return { encoding: 'utf-8', how: 'sure', strays: true };
  if (verdict.kind !== 'text') return null;
  const { encoding } = verdict;
  if (encoding !== 'windows-1252') return { encoding, how: 'sure', strays: false };
  if (named !== null) return { encoding: 'utf-8', how: 'sure', strays: true };
  return { encoding, how: 'assumed', strays: false };
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
    const records = decoded(bytes, facts, reader.parser) as AsyncIterable<FileRow>;
    if (!facts.strays) yield* records;
    else for await (const record of records) yield withoutMarks(record);
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
function decoded(bytes: Readable, { encoding, strays }: Read, parser: Transform): Transform {
  const done = (): void => undefined;
  if (strays) return pipeline(bytes, strayMarker(), parser, done);
  if (encoding === 'utf-8') return pipeline(bytes, parser, done);
  return pipeline(bytes, decoder(encoding), parser, done);
}
