import { Transform } from 'node:stream';
import iconv from 'iconv-lite';

const HALF_AT_END = /[\uD800-\uDBFF]$/;

/**
 * Bytes of any encoding as UTF-8. iconv-lite's own stream gives what it has at the end of each chunk: in UTF-16 that
 * may be half of a pair, and each half alone would become a replacement character. So a half waits for the other.
 */
export function decoder(encoding: string): Transform {
  const reader = iconv.getDecoder(encoding);
  let half = '';
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      const text = half + reader.write(chunk);
      half = HALF_AT_END.exec(text)?.[0] ?? '';
      done(null, Buffer.from(text.slice(0, text.length - half.length)));
    },
    flush: (done) => {
      done(null, Buffer.from(half + (reader.end() ?? '')));
    },
  });
}
