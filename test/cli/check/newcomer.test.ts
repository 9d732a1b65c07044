import { textOf } from '../../../src/domain/run/text/reason-text.ts';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../desk/folder.ts';

const LIST = [
  'first_name,phone,city',
  'Ada,+12125550101,New York',
  'Léa,+33199005512,Paris',
  'Max,+493023125001,Berlin',
];
/** The smallest campaign of the README, as somebody writes it who has not read of consent. */
const SMALLEST = [
  'name: First try',
  'assistant:',
  '  prompt: You call {{first_name}} in {{city}} and ask whether the address we have is still right.',
  '',
];

const { write, read, campaign } = aFolder((folder) => {
  folder.write('leads.csv', LIST);
  folder.write('leads.yaml', SMALLEST);
});

/** The lines that stand below "in … write:", farther in than it. */
function linesToPaste(out: string): string[] {
  const lines = out.split('\n');
  const at = lines.findIndex((line) => /^\s*in \S+ write:$/.test(line));
  if (at < 0) return [];
  const depth = (line = ''): number => line.length - line.trimStart().length;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => depth(line) <= depth(lines[at]));
  const pasted = end < 0 ? rest : rest.slice(0, end);
  return pasted.map((line) => line.slice(depth(pasted[0])));
}

const paste = (lines: readonly string[]): void =>
  write('leads.yaml', [read('leads.yaml'), ...lines, '']);

/** The first names of those whose phone rings in a rehearsal. */
async function called(): Promise<string[]> {
  const now = ['--now', '2026-12-01T09:00:00Z'];
  const { code } = await campaign('run', 'leads.csv', '--rehearse', ...now);
  expect(code).toBe(0);
  await campaign('export', '--rehearsal', '--attempts', '-o', 'attempts.jsonl');
  const attempts = read('attempts.jsonl').trim().split('\n');
  const names = attempts.map(
    (line) => (JSON.parse(line) as { row: { first_name: string } }).row.first_name,
  );
  return [...new Set(names)].sort();
}

describe('a newcomer with American, French and German numbers', () => {
  test('pastes what is shown, twice at most, and everybody is called', async () => {
    const first = await campaign('check', 'leads.csv');
    expect(first.out).toContain('0 people can be called, 3 cannot');
    expect(first.out).toContain(textOf({ code: 'consent_missing', rules: 'FR' }));
    const consent = linesToPaste(first.out);
    expect(consent[0]).toBe('consent:');
    paste(consent);

    const second = await campaign('check', 'leads.csv');
    expect(second.out).toContain('3 people can be called, 0 cannot');
    expect(second.out).toContain('what has to be said at the beginning of a call');
    const disclosure = linesToPaste(second.out);
    expect(disclosure[0]).toBe('disclosure:');
    paste(disclosure);

    const third = await campaign('check', 'leads.csv');
    expect(linesToPaste(third.out)).toEqual([]);
    expect(third.out).not.toContain('what has to be said');
    expect(await called()).toEqual(['Ada', 'Léa', 'Max']);
  });

  test('can rehearse after the first of the two', async () => {
    paste(linesToPaste((await campaign('check', 'leads.csv')).out));
    expect(await called()).toEqual(['Ada', 'Léa', 'Max']);
  });
});
