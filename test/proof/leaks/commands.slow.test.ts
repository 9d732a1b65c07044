import { describe, expect, it } from 'vitest';
import { aHostile, type Asked, type Reply } from './hostile.ts';
import { repeating } from './repeating.ts';
import { Search } from './search.ts';
import { KEYS, NUMBERS } from './spellings.ts';

/** Short enough to be shown whole. */
function said(nth: number): string {
  const [, key = ''] = KEYS[(nth * 5) % KEYS.length] ?? [];
  const [, number = ''] = NUMBERS[(nth * 11) % NUMBERS.length] ?? [];
  return `${number} has no ${key}`;
}

type Refusal = (text: string) => Reply;

const status =
  (code: number, ...more: string[]): Refusal =>
  (text) => ({
    status: code,
    body: { error: 'bad', message: text, [text]: text },
    headers: ['content-type: application/json', ...more],
  });

const oneLine = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ');

/** Refusals and nonsense, each with the text in it. */
const REFUSALS: readonly (readonly [string, Refusal])[] = [
  ...[400, 401, 402, 403, 404, 409, 410, 422, 429, 451, 500, 502, 503].map(
    (code) => [`answers ${code}`, status(code)] as const,
  ),
  [
    'leads elsewhere',
    (text) => ({
      status: 302,
      body: text,
      headers: [`location: https://elsewhere.invalid/?${oneLine(text)}`],
    }),
  ],
  [
    'asks for patience in words',
    (text) => ({ status: 429, body: text, headers: [`retry-after: ${oneLine(text)}`] }),
  ],
  [
    'shows a web page',
    (text) => ({ status: 502, body: `<title>${text}</title>${text}`, headers: [] }),
  ],
  ['names no order', (text) => ({ status: 200, body: { message: text } })],
  [
    'names an odd order',
    (text) => ({
      status: 200,
      body: { call: { id: oneLine(text).replaceAll(' ', '_'), status: text } },
    }),
  ],
  ['writes UTF-16', (text) => ({ bytes: inUtf16(text) })],
  [
    'says it in a header',
    (text) => ({ status: 500, body: '', headers: [`x-why: ${oneLine(text)}`] }),
  ],
  [
    'writes a header that is none',
    (text) => ({ bytes: `HTTP/1.1 200 OK\r\n${oneLine(text)}\r\n\r\n` }),
  ],
  ['writes a status line that is none', (text) => ({ bytes: `${oneLine(text)}\r\n\r\n` })],
  [
    'breaks off',
    (text) => ({ bytes: `HTTP/1.1 500 No\r\ncontent-length: 999\r\n\r\n{"message":"${text}` }),
  ],
  ['hangs up', () => null],
];

function inUtf16(text: string): Uint8Array {
  const body = Buffer.from(JSON.stringify({ message: text }), 'utf16le');
  const head = `HTTP/1.1 500 No\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Uint8Array.from([...Buffer.from(head), ...body]);
}

type Where = (asked: Asked) => boolean;
const WHERE: readonly (readonly [string, Where])[] = [
  ['when it is asked about the key', ({ path }) => path === '/auth-status'],
  ['when it gets an order', ({ path, method }) => path === '/call' && method === 'POST'],
  ['when it is asked about an order', ({ path }) => path.startsWith('/call/order-')],
];

describe.each(WHERE)('I9 a provider that, %s,', (_, isHere) => {
  it.each(REFUSALS)('%s shows neither the key nor a number', async (name, refuse) => {
    const { url } = await aHostile((asked) =>
      isHere(asked) ? refuse(said(name.length + asked.nth)) : repeating(asked),
    );
    const search = new Search(url, 0);
    await search.runFor(2_500);
    await search.sayAll([2]);
    expect(search.leaks).toEqual([]);
  });
});

it('I9 a run in which every spelling comes up shows none of them', async () => {
  const { url } = await aHostile(repeating);
  const search = new Search(url, 500);
  await search.say('run', 'leads.csv', '--live', '--yes', '--json');
  await search.sayAll(Array.from({ length: 100 }, (_, row) => row + 2));
  expect(search.leaks).toEqual([]);
});
