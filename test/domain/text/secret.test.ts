import { describe, expect, it } from 'vitest';
import { secretHider } from '../../../src/domain/text/secret.ts';

const KEY = 'sk_ca/nary+Qz0=.9-x';
const hexOf = (char: string): string => char.charCodeAt(0).toString(16).padStart(2, '0');

const each = (spell: (char: string) => string): string => [...KEY].map(spell).join('');
const odd = (spell: (char: string) => string): string =>
  each((char) => (/\w/.test(char) ? char : spell(char)));

const JSON_ESCAPED = JSON.stringify({ key: KEY });
const WAYS: readonly (readonly [string, string])[] = [
  ['as it is', KEY],
  ['a slash escaped', odd((char) => (char === '/' ? '\\/' : char))],
  ['a slash escaped twice', odd((char) => (char === '/' ? '\\\\\\/' : char))],
  ['odd ones as \\u', odd((char) => `\\u00${hexOf(char)}`)],
  ['odd ones as \\U in capitals', odd((char) => `\\u00${hexOf(char).toUpperCase()}`)],
  ['each as \\u', each((char) => `\\u00${hexOf(char)}`)],
  ['each as \\u, escaped again', each((char) => `\\\\u00${hexOf(char)}`)],
  ['each as \\x', each((char) => `\\x${hexOf(char)}`)],
  ['in a URL', encodeURIComponent(KEY)],
  ['in a URL, in small letters', odd((char) => `%${hexOf(char)}`)],
  ['in a URL in a URL', encodeURIComponent(encodeURIComponent(KEY))],
  ['each as a percent', each((char) => `%${hexOf(char)}`)],
  ['in HTML by number', odd((char) => `&#${char.charCodeAt(0)};`)],
  ['in HTML by hex number', odd((char) => `&#x${hexOf(char)};`)],
  ['in HTML, escaped again', odd((char) => `&amp;#${char.charCodeAt(0)};`)],
  ['in JSON', JSON_ESCAPED],
  ['in JSON in JSON', JSON.stringify(JSON_ESCAPED)],
];

const AROUND = [
  (way: string) => way,
  (way: string) => `Bearer ${way}`,
  (way: string) => `no user of ${way}, sorry`,
  (way: string) => `x${way}y`,
  (way: string) => `"${way}"`,
  (way: string) => `?key=${way}&a=1`,
];

describe('a secret that an answer repeats', () => {
  it.each(WAYS)('I9 is found %s', (_, way) => {
    for (const around of AROUND) {
      const left = secretHider(KEY)(around(way));
      expect(left).toContain('•••');
      expect(left.length).toBeLessThan(around('').length + 30);
      for (const part of ['sk_', 'nary', 'Qz0', '2b', '2B']) expect(left).not.toContain(part);
    }
  });

  it('leaves other words alone where it is short', () => {
    const hide = secretHider('any');
    expect(hide('too_many_calls, of any company')).toBe('too_many_calls, of ••• company');
  });

  it('takes no long time over many backslashes', () => {
    const began = performance.now();
    expect(secretHider(KEY)('\\'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
