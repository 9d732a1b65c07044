import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';

type Decoder = (bytes: Uint8Array, most: number) => Uint8Array;

/** What was cut off on its way is decoded as far as it came. */
const soFar = (most: number): { finishFlush: number; maxOutputLength: number } => ({
  finishFlush: constants.Z_SYNC_FLUSH,
  maxOutputLength: most,
});

const bare = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

const gzip: Decoder = (bytes, most) => bare(gunzipSync(bytes, soFar(most)));

/** Half of the servers that say `deflate` leave the two bytes of its head out. */
const deflate: Decoder = (bytes, most) =>
  bare(
    ((bytes[0] ?? 0) & 0x0f) === 8
      ? inflateSync(bytes, soFar(most))
      : inflateRawSync(bytes, soFar(most)),
  );

const brotli: Decoder = (bytes, most) =>
  bare(
    brotliDecompressSync(bytes, {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      maxOutputLength: most,
    }),
  );

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip,
  'x-gzip': gzip,
  deflate,
  br: brotli,
};

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** An answer begins with a sign of ASCII: a zero byte beside it shows UTF-16, with a mark before it or without. */
function charsetOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === undefined || second === undefined) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
    ? 'utf-16be'
    : 'utf-8';
}

/**
 * The text of an answer. Nobody asks for a compressed one, and something in between may compress it all the same; it
 * may also say so of what is not, or not say so. What would become larger than `most` bytes is not unpacked (I7).
 */
export function textOf(bytes: Uint8Array, encoding: string | null, most: number): string {
  let plain = bytes;
  const named = (encoding ?? '').toLowerCase().split(',');
  // The encodings stand in the order in which they were applied.
  for (const name of named.map((one) => one.trim()).reverse())
    plain = decoded(plain, DECODERS[name], most);
  if (isGzip(plain)) plain = decoded(plain, gzip, most);
  return new TextDecoder(charsetOf(plain)).decode(plain);
}

function decoded(bytes: Uint8Array, decoder: Decoder | undefined, most: number): Uint8Array {
  if (decoder === undefined || bytes.length === 0) return bytes;
  try {
    return decoder(bytes, most);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    // Not compressed, whatever it says, is read as it is.
    return code === 'ERR_BUFFER_TOO_LARGE' ? new Uint8Array() : bytes;
  }
}
