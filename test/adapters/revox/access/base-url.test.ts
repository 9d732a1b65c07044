import { describe, expect, it } from 'vitest';
import { readBaseUrl } from '../../../../src/adapters/revox/access/base-url.ts';

describe('the address of the voice API', () => {
  it.each([
    { text: 'https://voice.invalid/api', origin: 'https://voice.invalid', prefix: '/api' },
    { text: 'https://voice.invalid/api/', origin: 'https://voice.invalid', prefix: '/api' },
    { text: 'https://voice.invalid', origin: 'https://voice.invalid', prefix: '' },
    { text: 'https://voice.invalid:8443//', origin: 'https://voice.invalid:8443', prefix: '' },
    { text: 'http://127.0.0.1:4010/api', origin: 'http://127.0.0.1:4010', prefix: '/api' },
    { text: 'http://127.8.9.1/', origin: 'http://127.8.9.1', prefix: '' },
    { text: 'http://localhost:4010', origin: 'http://localhost:4010', prefix: '' },
    { text: 'http://[::1]:4010/api', origin: 'http://[::1]:4010', prefix: '/api' },
  ])('$text is taken', ({ text, origin, prefix }) => {
    expect(readBaseUrl(text)).toMatchObject({ origin, prefix });
  });

  it.each([
    ['http://voice.invalid/api', /unencrypted.*https/],
    ['http://localhost.voice.invalid/', /unencrypted/],
    ['http://127.0.0.1.voice.invalid/', /unencrypted/],
    ['ftp://127.0.0.1/', /unencrypted/],
    ['voice.invalid/api', /not a web address/],
    ['', /not a web address/],
    ['https://voice.invalid/api?x=1', /\? or #/],
    ['https://voice.invalid/#a', /\? or #/],
  ])('%s is refused with a reason', (text, problem) => {
    expect(readBaseUrl(text)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('a password in the address is refused and not repeated', () => {
    const result = readBaseUrl('https://me:hunter2@voice.invalid/');
    expect(result).toHaveProperty('problem');
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});

it.each([
  { text: 'http://127.0.0.1:4010/api', loopback: true },
  { text: 'https://localhost/api', loopback: true },
  { text: 'https://voice.invalid/api', loopback: false },
  { text: 'https://127.0.0.1.voice.invalid/api', loopback: false },
])('$text: on this computer itself: $loopback', ({ text, loopback }) => {
  expect(readBaseUrl(text)).toMatchObject({ loopback });
});
