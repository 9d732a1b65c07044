import { describe, expect, it } from 'vitest';
import { readBaseUrl } from '../../../src/adapters/voice-api/base-url.ts';

describe('the address of the voice API', () => {
  it.each([
    ['https://voice.invalid/api', 'https://voice.invalid', '/api'],
    ['https://voice.invalid/api/', 'https://voice.invalid', '/api'],
    ['https://voice.invalid', 'https://voice.invalid', ''],
    ['https://voice.invalid:8443//', 'https://voice.invalid:8443', ''],
    ['http://127.0.0.1:4010/api', 'http://127.0.0.1:4010', '/api'],
    ['http://127.8.9.1/', 'http://127.8.9.1', ''],
    ['http://localhost:4010', 'http://localhost:4010', ''],
    ['http://[::1]:4010/api', 'http://[::1]:4010', '/api'],
  ])('%s is taken', (text, origin, prefix) => {
    expect(readBaseUrl(text)).toEqual({ origin, prefix });
  });

  it.each([
    ['http://voice.invalid/api', /unencrypted.*https/],
    ['http://localhost.voice.invalid/', /unencrypted/],
    ['http://127.0.0.1.voice.invalid/', /unencrypted/],
    ['ftp://127.0.0.1/', /unencrypted/],
    ['voice.invalid/api', /no web address/],
    ['', /no web address/],
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
