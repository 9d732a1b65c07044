import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textOf as decode } from '../../../../src/adapters/revox/answers/decode.ts';

const TEXT = JSON.stringify({ call: { id: 'c1', status: 'completed' } });
const PLAIN = Buffer.from(TEXT);
const textOf = (buffer: Buffer, encoding: string | null): string =>
  decode(new Uint8Array(buffer), encoding, MOST);
const MOST = 5 * 1024 * 1024;

test.each([
  ['plain', PLAIN, null],
  ['plain, and said to be', PLAIN, 'identity'],
  ['gzip', gzipSync(TEXT), 'gzip'],
  ['gzip in capitals', gzipSync(TEXT), 'GZIP'],
  ['x-gzip', gzipSync(TEXT), 'x-gzip'],
  ['deflate', deflateSync(TEXT), 'deflate'],
  ['deflate without its head', deflateRawSync(TEXT), 'deflate'],
  ['br', brotliCompressSync(TEXT), 'br'],
  ['one after the other', brotliCompressSync(new Uint8Array(gzipSync(TEXT))), 'gzip, br'],
  ['gzip that nobody names', gzipSync(TEXT), null],
  ['plain, and said to be gzip', PLAIN, 'gzip'],
  ['plain, in an unknown encoding', PLAIN, 'zstd'],
])('an answer that is %s is read', (_name, bytes, encoding) => {
  expect(textOf(bytes, encoding)).toBe(TEXT);
});

test('what was cut off on its way is read as far as it came', () => {
  const long = JSON.stringify(Array.from({ length: 5_000 }, (_, i) => i * 7919));
  const packed = gzipSync(long);
  const read = textOf(packed.subarray(0, packed.length >> 1), 'gzip');
  expect(read.length).toBeGreaterThan(1_000);
  expect(long.startsWith(read)).toBe(true);
});

describe('an answer that would fill the memory (I7)', () => {
  const zeros = new Uint8Array(200 * 1024 * 1024);

  test.each([
    ['gzip', gzipSync(zeros, { level: 1 }), 'gzip'],
    ['br', brotliCompressSync(zeros, { params: { 1: 1 } }), 'br'],
    ['deflate', deflateSync(zeros, { level: 1 }), 'deflate'],
  ])('%s of two hundred megabytes is not unpacked', (_name, bomb, encoding) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(textOf(bomb, encoding)).toBe('');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  });
});
