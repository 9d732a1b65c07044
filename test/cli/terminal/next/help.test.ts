import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../../src/cli/terminal/next/examples.ts';
import { main } from '../../../../src/cli/program.ts';
import { type Said } from '../../desk/folder.ts';
import { aTerminal } from '../../desk/terminal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function campaign(...args: string[]): Promise<Said> {
  const { terminal, said } = aTerminal(folder);
  return { code: await main(args, terminal, '0'), ...said };
}

describe('the help of a command', () => {
  it('of every command has two examples', async () => {
    const help = await campaign('--help');
    const names = [...help.out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
    const commands = names.filter((name) => name !== 'help' && name !== 'campaign');
    expect(commands.length).toBeGreaterThan(10);
    for (const name of commands) {
      const { out } = await campaign(name, '--help');
      expect(out.match(new RegExp(`^  campaign ${name}\\b`, 'gm')), name).toHaveLength(2);
    }
  });

  it.each(Object.entries(EXAMPLES).flatMap(([name, both]) => both.map((one) => [name, one])))(
    'of %s has only options that exist: %s',
    async (name = '', example = '') => {
      const { out } = await campaign(...name.split(' '), '--help');
      for (const [option] of example.matchAll(/(?<= )--?[a-z][a-z-]*/g)) {
        expect(out, option).toMatch(new RegExp(`(^|[ ,])${option}[, ]`, 'm'));
      }
    },
  );
});

describe('a mistake', () => {
  it.each([
    [['run', '--foo'], 'try:   campaign run --help'],
    [['run'], 'try:   campaign run --help'],
    [['dnc', 'add', '--foo'], 'try:   campaign dnc add --help'],
    [['export', 'a', 'b', '-o', 'c'], 'try:   campaign export --help'],
    [['--foo'], 'try:   campaign --help'],
  ])('in %j points to the help of that command', async (args, hint) => {
    const { code, err } = await campaign(...args);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n').at(-1)).toBe(hint);
  });

  it.each([
    ['call', 'run'],
    ['stop', 'pause'],
    ['cancle', 'cancel'],
    ['cancels', 'cancel'],
    ['stauts', 'status'],
    ['chek', 'check'],
    ['exports', 'export'],
  ])('%s is understood as %s', async (word, meant) => {
    const { code, err } = await campaign(word, 'leads.csv');
    expect(code).toBe(2);
    expect(err).toContain(`error: there is no command "${word}"\n(Did you mean ${meant}?)\n`);
  });

  it.each(['can', 'channel', 'candle', 'cal', 'xyzzy'])(
    '%s never leads to cancel',
    async (word) => {
      const { code, err } = await campaign(word);
      expect(code).toBe(2);
      expect(err).not.toContain('cancel');
    },
  );
});
