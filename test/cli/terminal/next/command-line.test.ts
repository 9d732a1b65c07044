import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine, shellWord } from '../../../../src/cli/terminal/next/command-line.ts';

const words = (text: string): string[] =>
  JSON.parse(
    execFileSync('sh', [
      '-c',
      `"${process.execPath}" -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- ${text}`,
    ]).toString(),
  ) as string[];

describe('a word for the shell', () => {
  it.each(['leads.csv', '+12125550123', '2026-12-01T09:00:00Z', '/home/ana/l.db'])(
    '%s stands as it is',
    (text) => expect(shellWord(text)).toBe(text),
  );

  it.runIf(process.platform !== 'win32')('comes out of sh as it went in, whatever is in it', () => {
    const text = fc.stringMatching(/^[ -~äß\n]{1,20}$/);
    const tried = fc.array(text, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(tried, (all) => {
        expect(words(all.map((one) => shellWord(one)).join(' '))).toEqual(all);
      }),
      { numRuns: 5 },
    );
  });

  it('is put in double quotes on Windows', () => {
    expect(shellWord('my list (v2).csv', 'win32')).toBe('"my list (v2).csv"');
  });
});

describe('a command that can be pasted', () => {
  it('leaves out the options that were not given', () => {
    const text = commandLine('run', 'a.csv', ['--rehearse', false], ['--now', undefined]);
    expect(text).toBe('campaign run a.csv');
  });

  it.runIf(process.platform !== 'win32')(
    'quotes a value, and keeps a file from being an option',
    () => {
      const text = commandLine('run', '-my list.csv', ['--ledger', "o'neill.db"], ['--json', true]);
      expect(text).toBe(`campaign run './-my list.csv' --ledger 'o'\\''neill.db' --json`);
    },
  );
});
